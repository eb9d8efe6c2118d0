using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Sums over the periods that end with a given one. Complete or nothing: a missing period is never counted as zero.</summary>
internal static class Window
{
    /// <summary>
    /// Sum of <paramref name="count"/> periods, oldest first. Where January or February is missing, the merged period
    /// stands for both, counted <paramref name="mergedWeight"/> times (1 in a sum, 2 in a mean).
    /// </summary>
    internal static Reading? Sum(Func<Period, Reading?> series, Period last, int count, double mergedWeight = 1.0)
    {
        Reading? sum = null;
        for (var back = count - 1; back >= 0; back--)
        {
            var period = last.Plus(-back);
            var (next, weight) = (series(period), 1.0);
            if (IsJanuary(period) && back >= 1 && (next is null || series(period.Plus(1)) is null))
                (next, weight, back) = (series(Period.OfMergedJanuaryFebruary(period.Year)), mergedWeight, back - 1);
            if (next is not { } found)
                return null;
            var value = found.Value * weight;
            sum = sum is { } before ? before.With(found, before.Value + value) : found with { Value = value };
        }
        return sum;
    }

    internal static bool IsJanuary(Period period) =>
        period is { Frequency: Frequency.Monthly, Part: 1, IsMergedJanuaryFebruary: false };
}
