namespace Indices.Observations;

/// <summary>One measured thing: indicator × measure × area × scope × origin. Series of different scope or origin are never one line.</summary>
/// <param name="Indicator">Code of an indicator, a denominator, or a target with a series of its own.</param>
/// <param name="Measure">One of <see cref="Measures"/>.</param>
/// <param name="Area">Administrative code, such as 330100.</param>
/// <param name="Scope">Empty for the scope that the methodology defines; otherwise how this series departs from it.</param>
public sealed record SeriesId(string Indicator, string Measure, string Area, string Scope, Origin Origin);

/// <summary>What a series holds of its indicator.</summary>
public static class Measures
{
    /// <summary>The value of the period itself: the balance at its end, or the flow within it.</summary>
    public const string Value = "value";
    /// <summary>Total since 1 January.</summary>
    public const string YearToDate = "ytd";
    /// <summary>Growth over the same period of the year before, in percent, as the source publishes it.</summary>
    public const string YearOnYear = "yoy";
    /// <summary>Upper part of a ratio.</summary>
    public const string Numerator = "numerator";
    /// <summary>Lower part of a ratio.</summary>
    public const string Denominator = "denominator";

    public static IReadOnlyList<string> All { get; } = [Value, YearToDate, YearOnYear, Numerator, Denominator];
}
