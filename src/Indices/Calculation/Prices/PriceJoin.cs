using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <param name="Factor">Index points for one point of the aggregate; null when the base is not covered by data.</param>
/// <param name="After">The joined series shows this version after this period; null for the first version.</param>
internal sealed record PriceVersion(PriceRun Run, double? Factor, Period? After)
{
    internal string Version => Run.Methodology.Version;

    internal double? IndexAt(Period period) => Factor * Run.At(period)?.Aggregate;
}

/// <summary>Base and links (methodology, section 6).</summary>
internal sealed class PriceJoin
{
    internal PriceJoin(IEnumerable<PriceRun> runs, FrozenParameters frozen, ICollection<Warning> warnings)
    {
        var versions = ImmutableArray.CreateBuilder<PriceVersion>();
        foreach (var run in runs)
            if (versions.Count == 0)
                versions.Add(new(run, BaseFactor(run, frozen, warnings), null));
            else if (Linked(run, versions[^1], frozen) is { } linked)
                versions.Add(linked);
            else
                warnings.Add(new($"版本{run.Methodology.Version}在重叠期没有数据，未能链接。",
                    $"Version {run.Methodology.Version} has no values in the overlap and was not joined."));
        Versions = versions.ToImmutable();
    }

    /// <summary>Those that could be joined, oldest first.</summary>
    internal ImmutableArray<PriceVersion> Versions { get; }

    internal PriceVersion VersionAt(Period period) => Versions.Last(v => v.After is not { } after || period > after);

    private static double? BaseFactor(PriceRun run, FrozenParameters frozen, ICollection<Warning> warnings)
    {
        if (frozen.Find(FrozenParameters.BaseFactor(run.Methodology.Version)) is { } kept)
            return kept;
        if (run.Methodology.Base is not { } rule)
            return 1.0;
        var periods = run.BasePeriods.ToList();
        var known = periods.Select(p => run.At(p)?.Aggregate).OfType<double>().ToList();
        if (known.Count < periods.Count)
            warnings.Add(new($"基期{rule.Period}应有{periods.Count}期，只有{known.Count}期有数据。",
                $"The base period {rule.Period} has data for {known.Count} of its {periods.Count} periods."));
        return known.Count == 0 ? null : rule.Value / (known.Sum() / known.Count);
    }

    private static PriceVersion? Linked(PriceRun run, PriceVersion before, FrozenParameters frozen)
    {
        var overlap = run.Methodology.Link?.Overlap ?? [];
        if (overlap.IsEmpty)
            return null;
        var factor = frozen.Find(FrozenParameters.Link(run.Methodology.Version))
            ?? overlap.Select(before.IndexAt).Sum() / overlap.Select(p => run.At(p)?.Aggregate).Sum();
        var complete = overlap.All(p => before.IndexAt(p) is not null && run.At(p)?.Aggregate is not null);
        return complete ? new(run, factor, overlap.Max()) : null;
    }
}
