using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Methodology.Reading;

internal static class Neighbours
{
    /// <summary>True when each period is the next after the one before, all of one frequency and none merged.</summary>
    internal static bool Are(ImmutableArray<Period> periods) => periods.All(p => !p.IsMergedJanuaryFebruary)
        && periods.Zip(periods.Skip(1)).All(pair => pair.Second.Frequency == pair.First.Frequency && pair.Second.Since(pair.First) == 1);
}
