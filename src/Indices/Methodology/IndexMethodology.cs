using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Methodology;

/// <summary>What one methodology file says: everything that makes an index, as data. Immutable; a change is a new version.</summary>
/// <param name="Version">Three numbers with dots.</param>
/// <param name="Replaces">The version before, or null for the first.</param>
/// <param name="Link">How the series is joined to the version before; present exactly when <paramref name="Replaces"/> is.</param>
/// <param name="EffectiveFrom">First period that this version may publish; null means all.</param>
/// <param name="Areas">Areas compiled; empty means every area found in the data.</param>
/// <param name="Base">Null when the index has no base year (its value is the aggregate itself).</param>
/// <param name="Release">Null when the index is not published by us (a file for the compute command alone).</param>
/// <param name="Price">Cells and rules of a price index; null for a composite.</param>
/// <param name="OpenWindow">Newest periods, the release's own included, that a release recomputes (methodology, section 2.4).</param>
/// <param name="AnnualWindowPart">Month or quarter whose release reopens the whole calendar year before; null when none does.</param>
/// <param name="Sha256">Hash of the file's bytes.</param>
public sealed record IndexMethodology(
    string Code,
    string Version,
    string? Replaces,
    LinkRule? Link,
    Period? EffectiveFrom,
    LocalText Name,
    string Purpose,
    Frequency Frequency,
    ImmutableArray<string> Areas,
    ImmutableArray<int> Clauses,
    IndexGroup Root,
    BaseRule? Base,
    Normalisation Normalisation,
    CoverageRule Coverage,
    Rounding Rounding,
    int OpenWindow,
    int? AnnualWindowPart,
    ReleaseRule? Release,
    PriceRules? Price,
    string Sha256)
{
    public bool IsPrice => Price is not null;

    /// <summary>The purpose in Chinese; null where the file gives it in English alone.</summary>
    public string? ChinesePurpose { get; init; }

    /// <summary>Null for a price index, and where the file does not ask for it.</summary>
    public UncertaintyRule? Uncertainty { get; init; }

    /// <summary>Null where the index has no district edition.</summary>
    public DistrictRule? District { get; init; }

    public string PurposeIn(bool english) => english ? Purpose : ChinesePurpose ?? Purpose;

    /// <summary>Null where the file does not say.</summary>
    public MethodologyStatus? Status { get; init; }

    /// <summary>Number of the document that the index serves; null where there is none.</summary>
    public string? SourceDocument { get; init; }

    /// <summary>Clause of the document that names the index.</summary>
    public int? NamedInClause { get; init; }

    /// <summary>Code of the agency that compiles the index; empty where the file does not say.</summary>
    public string CompiledBy { get; init; } = "";

    /// <summary>What the codes of goalpost rules mean, in file order.</summary>
    public ImmutableArray<GoalpostRuleMeaning> GoalpostRules { get; init; } = [];

    /// <summary>The earliest period that the release of <paramref name="period"/> recomputes; earlier ones are closed (methodology, section 2.4).</summary>
    public Period FirstOpen(Period period)
    {
        var routine = period.Plus(1 - OpenWindow);
        if (AnnualWindowPart != period.Part)
            return routine;
        var yearBefore = Period.Of(period.Frequency, period.Year - 1, 1);
        return yearBefore < routine ? yearBefore : routine;
    }
}

public enum MethodologyStatus
{
    /// <summary>Published for review.</summary>
    Draft,
    Adopted,
}

/// <summary>A rule by which goalposts were set, and its meaning (methodology, section 4).</summary>
public sealed record GoalpostRuleMeaning(string Code, LocalText Meaning);

/// <param name="Overlap">Periods in which both versions are computed; the series changes over after the last of them.</param>
public sealed record LinkRule(ImmutableArray<Period> Overlap);

/// <param name="Period">The period, or the longer period whose mean is the base: 2022 for the mean of its quarters.</param>
/// <param name="Value">Index points in the base period.</param>
public sealed record BaseRule(Period Period, double Value)
{
    /// <summary>How many neighbouring periods, <see cref="Period"/> first, the mean is taken over.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The last of them.</summary>
    public Period LastPeriod => Period.Plus(Count - 1);

    /// <summary>The periods of one frequency that make up the base: inside its periods, or around them where that frequency is lower.</summary>
    public IEnumerable<Period> In(Frequency frequency) => Enumerable.Range(0, Count).Select(Period.Plus)
        .SelectMany(period => frequency < period.Frequency ? [period.In(frequency)] : period.Split(frequency)).Distinct();

    /// <summary>What takes the place of a base period with too few data; null: nothing does.</summary>
    public FallbackBase? Fallback { get; init; }

    /// <summary>The base that applies when this one is covered to the share given.</summary>
    public BaseRule At(double coverage) => coverage < Fallback?.BelowCoverage ? new(Fallback.Period, Value) : this;

    /// <summary>Key of the period, or of the first and the last.</summary>
    public override string ToString() => Count == 1 ? Period.ToString() : $"{Period}–{LastPeriod}";
}

/// <param name="Period">Of the frequency of the base period, and after it.</param>
/// <param name="BelowCoverage">It applies when the cells dealt in during the base period carry less than this share of weight, 0 to 1.</param>
public sealed record FallbackBase(Period Period, double BelowCoverage);

/// <summary>score = A + B · clamp(g, GMin, GMax), g = (f(x) − f(worst)) / (f(best) − f(worst)) (methodology, section 4).</summary>
/// <param name="GMin">Null: no lower cap.</param>
/// <param name="GMax">Null: no upper cap.</param>
public sealed record Normalisation(double A, double B, double? GMin, double? GMax);

/// <summary>Publication gate (methodology, section 8). Shares of effective weight; compared with tolerance <paramref name="Epsilon"/>.</summary>
public sealed record CoverageRule(double IndexMinimum, double PillarMinimum, double LowReliabilityBelow, double Epsilon);

/// <summary>Decimals of published values; half away from zero on the shortest round-trip decimal.</summary>
public sealed record Rounding(int Index, int Contribution);

/// <summary>When a period is released, in the office's clock.</summary>
/// <param name="LagDays">Calendar days after the period's last day, then rolled to the following working day.</param>
/// <param name="LagDaysLastQuarter">Lag of the fourth quarter where it differs.</param>
public sealed record ReleaseRule(int LagDays, int? LagDaysLastQuarter, TimeOnly Time, string TimeZone)
{
    /// <summary>The lag that applies to a period.</summary>
    public int LagOf(Period period) =>
        period.Frequency == Frequency.Quarterly && period.Part == 4 ? LagDaysLastQuarter ?? LagDays : LagDays;
}
