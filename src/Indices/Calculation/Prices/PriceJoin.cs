using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <param name="Factor">Index points for one point of the aggregate; null while the base or the overlap is incomplete.</param>
/// <param name="From">First period that the joined series takes from this version; null: from the beginning.</param>
internal sealed record PriceVersion(PriceRun Run, double? Factor, Period? From)
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
            versions.Add(versions.Count == 0
                ? new(run, BaseFactor(run, frozen, warnings), First(run.Methodology))
                : new(run, LinkFactor(run, versions[^1], frozen), ChangeOver(run.Methodology)));
        Versions = versions.ToImmutable();
    }

    /// <summary>Oldest first.</summary>
    internal ImmutableArray<PriceVersion> Versions { get; }

    /// <summary>The version that the series shows; null before the first takes effect.</summary>
    internal PriceVersion? At(Period period) => Versions.LastOrDefault(v => v.From is not { } from || from <= period);

    /// <summary>Periods of the joined series; the last one is there even when it has no value, so that its reason is.</summary>
    internal ImmutableArray<Period> Shown(Period last) => [.. Versions.SelectMany(v => v.Run.Shown).Select(s => s.Period).Append(last)
        .Distinct().Order().Where(p => At(p) is { } version && (p == last || version.Run.At(p) is not null))];

    private static double? BaseFactor(PriceRun run, FrozenParameters frozen, ICollection<Warning> warnings)
    {
        if (run.Methodology.Base is not { } rule)
            return 1.0;
        if (frozen.Find(FrozenParameters.BaseFactor(run.Methodology.Version)) is { } kept)
            return kept;
        if (!run.BaseIsOver)
            return null;
        var periods = run.BasePeriods;
        var known = periods.Select(p => run.At(p)?.Aggregate).OfType<double>().ToList();
        if (known.Count < periods.Length)
            warnings.Add(new($"基期{run.Base}应有{periods.Length}期，只有{known.Count}期有数据。",
                $"The base period {run.Base} has data for {known.Count} of its {periods.Length} periods."));
        return known.Count == 0 ? null : rule.Value / (known.Sum() / known.Count);
    }

    private static double? LinkFactor(PriceRun run, PriceVersion before, FrozenParameters frozen)
    {
        if (frozen.Find(FrozenParameters.Link(run.Methodology.Version)) is { } kept)
            return kept;
        var (old, rebuilt) = ((double?)0.0, (double?)0.0);
        foreach (var period in run.Methodology.Link!.Overlap)
            (old, rebuilt) = (old + before.IndexAt(period), rebuilt + run.At(period)?.Aggregate);
        return old / rebuilt;
    }

    private static Period? First(IndexMethodology methodology) => methodology.EffectiveFrom is { } effective
        ? Period.Containing(effective.Start, methodology.Frequency) : null;

    // A version replaces the one before after the overlap, and not before it takes effect.
    private static Period ChangeOver(IndexMethodology methodology)
    {
        var afterOverlap = methodology.Link!.Overlap.Max().Plus(1);
        return First(methodology) is { } effective && effective > afterOverlap ? effective : afterOverlap;
    }
}
