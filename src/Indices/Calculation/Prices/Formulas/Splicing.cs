using System.Collections.Immutable;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>Extends an index of windows over a longer series: a new period never moves an old value.</summary>
internal static class Splicing
{
    /// <summary>The first window as it is, then one value from each window that ends a period later; 1 in the first period.</summary>
    internal static ImmutableArray<double> Extend(int periods, int window, Splice splice, WindowIndex index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        var before = new Stretch(0, index(0, Math.Min(window, periods)));
        var published = new List<double>(before.Values);
        while (published.Count < periods)
        {
            var to = published.Count;
            var foundation = to - 1 - (to - 1) % (window - 1);
            var first = splice == Splice.Fbew ? foundation : to - window + 1;
            var next = new Stretch(first, index(first, to - first + 1));
            var onto = splice is Splice.Wisp or Splice.Hasp or Splice.MeanPub ? new Stretch(0, [.. published]) : before;
            published.Add(splice is Splice.Fbew or Splice.Fbmw
                ? published[foundation] * (next[to] / next[foundation])
                : Join(published, onto, next, Shared(splice, first, window)));
            before = next;
        }
        return [.. published];
    }

    /// <summary>
    /// The newest value of <paramref name="next"/> on the level of the published series: for each shared period,
    /// published_u · (old_s / old_u) · (new_t / new_s), with u the last published period that the old window has; their
    /// geometric mean. NaN without a shared period.
    /// </summary>
    internal static double Join(IReadOnlyList<double> published, Stretch old, Stretch next, IEnumerable<int> shared)
    {
        var anchor = old.Last;
        while (anchor > old.First && !double.IsFinite(published[anchor] * old[anchor]))
            anchor--;
        var logs = shared.Select(s => Math.Log(old[s] / old[anchor] * (next[next.Last] / next[s]))).Where(double.IsFinite).ToList();
        return logs.Count == 0 ? double.NaN : published[anchor] * Math.Exp(logs.Sum() / logs.Count);
    }

    private static IEnumerable<int> Shared(Splice splice, int first, int window) => splice switch
    {
        Splice.Movement => [first + window - 2],
        Splice.Window or Splice.Wisp => [first],
        Splice.Half or Splice.Hasp => [first + (window - 1) / 2],
        _ => Enumerable.Range(first, window - 1),
    };
}

/// <summary>An index over neighbouring periods of a longer series.</summary>
/// <param name="First">Place of its first period.</param>
internal sealed record Stretch(int First, double[] Values)
{
    internal int Last => First + Values.Length - 1;

    /// <summary>NaN outside.</summary>
    internal double this[int period] => period >= First && period <= Last ? Values[period - First] : double.NaN;
}
