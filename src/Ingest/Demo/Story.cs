using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.Demo;

/// <summary>What <c>anchors.yaml</c> tells; the file explains its own fields.</summary>
internal sealed record Story
{
    public required string Seed { get; init; }
    public required int FirstYear { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public required int UtcOffsetHours { get; init; }
    public required HashSet<string> WholeUnits { get; init; }
    public required double[] MonthWeights { get; init; }
    public required double[] QuarterWeights { get; init; }
    public required NoiseStory Noise { get; init; }
    public required Dictionary<string, double> Pace { get; init; }
    public required double PaceSpread { get; init; }
    public required double YearSpread { get; init; }
    public required Dictionary<string, Dictionary<int, double>> Shocks { get; init; }
    public required Dictionary<string, double> BaseByUnit { get; init; }
    public required Dictionary<string, SeriesStory> Denominators { get; init; }
    public required Dictionary<string, SeriesStory> Series { get; init; }
    public required FaultStory Faults { get; init; }
    public required DealStory Deals { get; init; }

    public int LastYear => AsOf.Year;

    /// <summary>Last day, in the office's clock, that can have been reported on.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(AsOf.ToOffset(TimeSpan.FromHours(UtcOffsetHours)).Date);

    public SeriesStory Of(string code) => Series.GetValueOrDefault(code) ?? new SeriesStory();

    /// <exception cref="YamlDotNet.Core.YamlException">A key is unknown or a value has the wrong kind.</exception>
    public static Story Parse(string yaml) => new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build()
        .Deserialize<Story>(yaml);
}

internal sealed record NoiseStory
{
    public double Balance { get; init; }
    public double Growth { get; init; }
    public double Flow { get; init; }
}

/// <summary>What is told about one series; all of it may be left out.</summary>
internal sealed record SeriesStory
{
    public double[]? Path { get; init; }
    public double? Base { get; init; }
    /// <summary>Yearly total of the lower part of a ratio, or first yearly total of a flow whose growth is the indicator.</summary>
    public double? Level { get; init; }
    public double? Noise { get; init; }
    public bool? Whole { get; init; }
    public bool Cumulative { get; init; }
    public string? Publish { get; init; }
    public string? IncrementsOf { get; init; }
    public string? From { get; init; }
    public double Times { get; init; } = 1;
    public int? LagDays { get; init; }
    public MemberStory[]? Members { get; init; }
}

internal sealed record MemberStory
{
    public required string Name { get; init; }
    public required double[] Path { get; init; }
}

internal sealed record FaultStory
{
    public double Late { get; init; }
    public int LateDays { get; init; }
    public double Revised { get; init; }
    public double RevisedSize { get; init; }
    public HashSet<string> ProvisionalAgencies { get; init; } = [];
    public int ProvisionalDays { get; init; }
    public double ProvisionalSize { get; init; }
    public PeriodFault[] Overdue { get; init; } = [];
    public PeriodFault[] Never { get; init; } = [];
    public PeriodFault[] Outliers { get; init; } = [];
    public Benchmark[] Benchmarks { get; init; } = [];
}

internal sealed record PeriodFault
{
    public required string Series { get; init; }
    public required string Period { get; init; }
    public int Days { get; init; }
    public double Factor { get; init; } = 1;
}

/// <summary>A planned revision of whole years: factors on what was published first.</summary>
internal sealed record Benchmark
{
    public required string Series { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Dictionary<int, double> Factors { get; init; }
}

internal sealed record DealStory
{
    public required int[][] Counts { get; init; }
    public required int[] ReportDays { get; init; }
    public double LateShare { get; init; }
    public int LateDays { get; init; }
    public required double[] AllIn { get; init; }
    public required double[] GovernmentYield { get; init; }
    public required double[] LoanPrimeRate { get; init; }
    public double Noise { get; init; }
    public double TenorFrom { get; init; }
    public double TenorSlope { get; init; }
    public required Dictionary<string, int[]> Tenors { get; init; }
    public required Dictionary<string, RatingStory> Ratings { get; init; }
    public required Dictionary<string, ProductStory> Products { get; init; }
    public int EntitiesAProduct { get; init; }
}

internal sealed record RatingStory
{
    public double Add { get; init; }
    public required string[] Labels { get; init; }
}

internal sealed record ProductStory
{
    public double Add { get; init; }
    public required double[] Amount { get; init; }
    public required string[] Industries { get; init; }
}
