using System.Collections.Immutable;
using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Statistics;

namespace Indices.Calculation.Lab.Report;

/// <summary>Compares other indices of the same units with the published one.</summary>
internal sealed class Comparison(ImmutableArray<double> published)
{
    internal ImmutableArray<double> Ranks { get; } = RanksOf(published.AsSpan());

    internal static ImmutableArray<double> RanksOf(ReadOnlySpan<double> values) =>
        [.. Statistics.Ranks.Of(values, RankOrder.Descending, RankTies.Min)];

    /// <summary>Ranks are compared among the units that have both values.</summary>
    internal Agreement With(double[] values)
    {
        var (before, after) = Correlation.Complete(published.AsSpan(), values);
        var (ranksBefore, ranksAfter) = (RanksOf(before), RanksOf(after));
        double[] shifts = [.. ranksBefore.Zip(ranksAfter, (b, a) => Math.Abs(a - b))];
        return new(
            Correlation.Of(before, after, CorrelationKind.Pearson),
            Correlation.Of(before, after, CorrelationKind.Spearman),
            shifts.Length == 0 ? double.NaN : shifts.Sum() / shifts.Length,
            shifts.DefaultIfEmpty(double.NaN).Max());
    }
}
