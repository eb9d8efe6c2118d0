using System.Globalization;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>The phrases of a target's standing; the screen, the page and the download all take them from here.</summary>
public static class TargetWords
{
    /// <summary>目标 &gt;3,000, 目标 ≥20%，每年, 目标 30%左右: in the unit of the value beside it.</summary>
    public static string Goal(PolicyTarget target, Language language) =>
        language["目标 ", "Target "] + Compared(target, RoundNumber(target, language).Digits + (target.Unit == "%" ? "%" : ""), language);

    /// <summary>The same with its unit, for where no value stands beside it.</summary>
    public static string GoalWithUnit(PolicyTarget target, Language language) =>
        Compared(target, RoundNumber(target, language).ToString(), language);

    /// <summary>What the required path asks for now, in the unit of the value beside it; null where the path is the goal itself or is not known.</summary>
    public static string? Path(TargetResult result, Language language) => result switch
    {
        { Target.Kind: TargetKind.Growth, YearsMet: { } met } => language[$"达标 {met}/{result.Target.Years.Length} 年", $"{met} of {result.Target.Years.Length} years met"],
        { Target.Kind: TargetKind.Growth } or { PathValue: null } => null,
        { PathValue: { } path } => language["应达 ", "Path "] + Digits(path, result.Target.Unit, language) + (result.Target.Unit == "%" ? "%" : ""),
    };

    /// <summary>
    /// How far the value is from what is asked of it: from the required path until the final verdict, from the goal after it.
    /// Shares and growth differ by percentage points.
    /// </summary>
    public static string? Gap(TargetResult result, Language language)
    {
        if (result.Current is not { } current)
            return null;
        var target = result.Target;
        if (target.Kind == TargetKind.Around)
            return language["偏离 ", "off by "] + Difference(Math.Abs(current - target.Goal), target.Unit, language);
        var asked = result.Verdict is null && target.Kind != TargetKind.Growth ? result.PathValue ?? result.Goal : result.Goal;
        return asked > current
            ? language["差 ", "short by "] + Difference(asked - current, target.Unit, language)
            : language["超 ", "ahead by "] + Difference(current - asked, target.Unit, language);
    }

    /// <summary>What the newest figure is about: flows are measured over twelve months, whatever the frequency they come in.</summary>
    public static string? PeriodText(TargetResult result, Language language) => result switch
    {
        { CurrentPeriod: null } => null,
        { CurrentPeriod: { } period } when result.Target.IsStock => Figures.AsOfPeriod(period, true, language),
        { CurrentPeriod: { End.Month: 12 } period } => Figures.PeriodName(period.In(Frequency.Annual), language),
        { CurrentPeriod: { } period } => language[
            $"截至{period.End.Year}年{period.End.Month}月的12个月",
            "12 months to " + period.End.ToString("MMM yyyy", CultureInfo.InvariantCulture)],
    };

    /// <summary>Verdict or path, and what says most beside it. A growth target that failed one year may be ahead in its last, so its verdict stands beside the years.</summary>
    public static string Summary(TargetResult result, Language language) => string.Join(" · ", new[]
    {
        Verdict(result.Verdict, language) ?? Path(result, language),
        result is { Target.Kind: TargetKind.Growth, Verdict: not null } ? Path(result, language) : Gap(result, language),
    }.OfType<string>());

    /// <summary>Null until the figure for the target date is final.</summary>
    public static string? Verdict(FinalVerdict? verdict, Language language) => verdict switch
    {
        FinalVerdict.Achieved => language["终期评估：已达成", "Final: achieved"],
        FinalVerdict.NotAchieved => language["终期评估：未达成", "Final: not achieved"],
        _ => null,
    };

    /// <summary>What is still needed to reach the goal in time; null once it is over or reached.</summary>
    public static string? Pace(TargetResult result, Language language) => result switch
    {
        { Verdict: not null } => null,
        { RequiredAnnualGrowthPercent: { } growth } => language[$"今后每年须增长 {Figures.Number(growth, 1)}%", $"{Figures.Number(growth, 1)}% growth a year needed from now"],
        { RequiredPerYear: { } units } => language[$"今后每年须增加 {Amount(units, result.Target.Unit, language)}", $"{Amount(units, result.Target.Unit, language)} a year needed from now"],
        _ => null,
    };

    private static string Compared(PolicyTarget target, string figure, Language language) => target.Comparison switch
    {
        Comparison.Around => language[figure + "左右", "about " + figure],
        var comparison => (comparison == Comparison.GreaterThan ? ">" : "≥") + figure + (target.Kind == TargetKind.Growth ? language["，每年", " a year"] : ""),
    };

    /// <summary>A target is a round number and is shown as the document writes it, without decimals it does not have.</summary>
    private static FigureParts RoundNumber(PolicyTarget target, Language language)
    {
        var usual = Figures.Parts(target.Goal, target.Unit, language);
        return usual.Digits.TrimEnd('0').EndsWith('.') ? Figures.Parts(target.Goal, target.Unit, language, 0) : usual;
    }

    private static string Amount(double value, string unit, Language language) =>
        unit == "%" ? Difference(value, unit, language) : Figures.WithUnit(value, unit, language);

    private static string Digits(double value, string unit, Language language) => Figures.Parts(value, unit, language).Digits;

    private static string Difference(double value, string unit, Language language) =>
        Digits(value, unit, language) + (unit == "%" ? language[Figures.ThinSpace + "个百分点", Figures.ThinSpace + "pp"] : "");
}
