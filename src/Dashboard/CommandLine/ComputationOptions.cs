using System.CommandLine;
using System.Globalization;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>What every command that computes an index from files is told.</summary>
internal static class ComputationOptions
{
    private static readonly Option<string[]> Methodology = new("--methodology")
    {
        Description = "方法文件(YAML)；各版各给一次。Methodology file; give one for each version.", HelpName = "FILE",
    };
    private static readonly Option<string?> Observations = new("--observations")
    {
        Description = "观测文件：indicator,area,period,value[,status][,available_at][,measure]。Observations, for a composite index.",
        HelpName = "FILE.csv",
    };
    private static readonly Option<string?> Deals = new("--deals") { Description = "成交文件，用于价格指数。Deals, for a price index.", HelpName = "FILE.csv" };
    private static readonly Option<string?> Catalogue = new("--catalogue")
    {
        Description = "目录文件，方法文件引用分母或地区时核对。Catalogue to check areas, agencies and denominators against.",
        HelpName = "FILE",
    };
    internal static Option<string> Out { get; } = new("--out") { Description = "输出目录。Folder for the results.", HelpName = "DIR", Required = true };
    internal static Option<string?> Area { get; } = new("--area") { Description = "只算一个地区。One area only.", HelpName = "CODE" };
    private static readonly Option<string?> Last = new("--last") { Description = "最后一期。Newest period to compute.", HelpName = "PERIOD" };
    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "只用当时已知的数值，如2024-04-25T10:00:00+08:00；日期指当日结束时。Only what was known at this instant, or by the end of this day.", HelpName = "INSTANT",
    };

    internal static IReadOnlyList<Option> All { get; } = [Methodology, Observations, Deals, Catalogue, Out, Area, Last, AsOf];

    /// <exception cref="BadInputException">No methodology, or something that cannot be read.</exception>
    internal static ComputeRequest Request(ParseResult parsed) => new(
        parsed.GetValue(Methodology) is { Length: > 0 } methodologies ? methodologies
            : throw new BadInputException("须用--methodology给出方法文件。", "Give methodology files: --methodology FILE."),
        parsed.GetValue(Observations), parsed.GetValue(Deals), parsed.GetValue(Catalogue),
        parsed.GetValue(Out)!, parsed.GetValue(Area), PeriodOf(parsed, Last), InstantOf(parsed, AsOf));

    /// <exception cref="BadInputException">Not a period.</exception>
    internal static Period? PeriodOf(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? PeriodOf(option, text) : null;

    /// <exception cref="BadInputException">Not a period.</exception>
    internal static Period PeriodOf(Option option, string text) => Period.TryParse(text)
        ?? throw new BadInputException($"{option.Name} {text}: 不是时期，如2024、2024-Q3或2024-09。", "Not a period such as 2024, 2024-Q3 or 2024-09.");

    /// <exception cref="BadInputException">Not an instant.</exception>
    internal static Vintage? InstantOf(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? InstantOf(option, text) : null;

    /// <summary>A day stands for its end in the office's clock, as everywhere.</summary>
    /// <exception cref="BadInputException">Not an instant.</exception>
    internal static Vintage InstantOf(Option option, string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return new Vintage(OfficeClock.EndOf(day));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new Vintage(instant)
            : throw new BadInputException($"{option.Name} {text}: 不是日期或时刻。", "Not a day or an instant such as 2024-04-25 or 2024-04-25T10:00:00+08:00.");
    }
}
