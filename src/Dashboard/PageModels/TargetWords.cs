using Indices.Calculation.Targets;
using Indices.Methodology;

namespace Dashboard.PageModels;

/// <summary>The phrases of a target's standing; the screen, the page and the download all take them from here.</summary>
public static class TargetWords
{
    /// <summary>目标 &gt;3,000 亿元, 目标 ≥20%, 目标 30%左右.</summary>
    public static string Goal(PolicyTarget target, Language language)
    {
        var figure = Round(target.Goal, target.Unit, language);
        var comparison = target.Comparison switch
        {
            Comparison.GreaterThan => ">" + figure,
            Comparison.AtLeast => "≥" + figure,
            _ => language[figure + "左右", "about " + figure],
        };
        return language["目标 ", "Target "] + comparison + (target.Kind == TargetKind.Growth ? language["，每年", " each year"] : "");
    }

    /// <summary>What the required path asks for now; null where the path is the goal itself or is not known.</summary>
    public static string? Path(TargetResult result, Language language) => result switch
    {
        { Target.Kind: TargetKind.Growth, YearsMet: { } met } => language[$"达标 {met}/{result.Target.Years.Length} 年", $"{met} of {result.Target.Years.Length} years met"],
        { Target.Kind: TargetKind.Growth } or { PathValue: null } => null,
        { PathValue: { } path } => language["应达 ", "Path "] + WithoutUnit(path, result.Target.Unit, language),
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
            return language["偏离 ", "Off by "] + Difference(Math.Abs(current - target.Goal), target.Unit, language);
        var asked = result.Verdict is null && target.Kind != TargetKind.Growth ? result.PathValue ?? result.Goal : result.Goal;
        var short_ = asked - current;
        return short_ > 0
            ? language["差 ", "Short by "] + Difference(short_, target.Unit, language)
            : language["超 ", "Ahead by "] + Difference(-short_, target.Unit, language);
    }

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
        { RequiredPerYear: { } units } => language[$"今后每年须增加 {Difference(units, result.Target.Unit, language)}", $"{Difference(units, result.Target.Unit, language)} a year needed from now"],
        _ => null,
    };

    /// <summary>A target is a round number and is shown as the document writes it, without decimals it does not have.</summary>
    private static string Round(double goal, string unit, Language language)
    {
        var shown = unit == "亿元" && language.IsEnglish ? goal / 10 : goal;
        return Figures.Parts(goal, unit, language, Math.Floor(shown) == shown ? 0 : 1).ToString();
    }

    private static string WithoutUnit(double value, string unit, Language language) =>
        unit == "%" || language.IsEnglish ? Figures.WithUnit(value, unit, language) : Figures.Number(value, Figures.DecimalsOf(unit));

    private static string Difference(double value, string unit, Language language) =>
        unit == "%" ? Figures.WithUnit(value, "个百分点", language) : WithoutUnit(value, unit, language);
}
