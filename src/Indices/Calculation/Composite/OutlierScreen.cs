using Indices.Calculation.Statistics;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Screen, ask, keep: finds observations to ask about and changes none (methodology, section 3.6).</summary>
internal static class OutlierScreen
{
    private const double LargestZ = 4.0;
    private const int Years = 5;

    // Of fewer changes no spread can be told.
    private const int FewestChanges = 4;

    // Makes the median absolute deviation of normal values their standard deviation.
    private const double NormalConsistent = 1.4826;

    // The caps of section 4, for a file that sets none.
    private static readonly (double Min, double Max) s_usual = (-1.0, 2.0);

    /// <summary>Of the readings in use that came since the release of the period before <paramref name="last"/>.</summary>
    internal static IEnumerable<OutlierQuery> Queries(VersionRun run, Period last)
    {
        var (before, cutOff) = (last.Plus(-1), run.CutOff(last.Plus(-1)));
        return from scoring in run.Indicators
               let newest = Availability.OwnPeriod(scoring.Indicator, last).Plus(-scoring.Availability.At(last).Age)
               from period in scoring.Series.Observed
               where period <= newest && (period.End > before.End || scoring.Series.At(period)!.Value.Known > cutOff)
               let query = Ask(scoring, period)
               where query.IsUnusualChange || query.IsOutsideGoalposts
               select query;
    }

    private static OutlierQuery Ask(IndicatorScoring scoring, Period period)
    {
        var (value, rule) = (scoring.Series.At(period)!.Value.Value, scoring.Version.Normalisation);
        var change = Change(scoring.Series, period);
        var z = change is { } moved ? RobustZ(moved, ChangesBefore(scoring.Series, period)) : null;
        var g = scoring.Goalposts.Score(value, rule).G;
        return new(
            scoring.Indicator.Code, period, value, change, z, g,
            z > LargestZ, g < (rule.GMin ?? s_usual.Min) || g > (rule.GMax ?? s_usual.Max));
    }

    private static double? Change(IndicatorSeries series, Period period) => series.At(period)?.Value - series.At(period.Plus(-1))?.Value;

    private static double[] ChangesBefore(IndicatorSeries series, Period period) =>
        [.. Enumerable.Range(1, Years * (int)period.Frequency).Select(back => Change(series, period.Plus(-back))).OfType<double>()];

    private static double? RobustZ(double change, double[] before)
    {
        if (before.Length < FewestChanges)
            return null;
        var median = Quantiles.Of(before, 0.5);
        var spread = Quantiles.Of([.. before.Select(c => Math.Abs(c - median))], 0.5) * NormalConsistent;
        return spread > 0.0 ? Math.Abs(change - median) / spread : null;
    }
}
