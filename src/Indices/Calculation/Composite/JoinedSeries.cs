using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>A version with the factor that turns its aggregate into index points (methodology, section 6).</summary>
/// <param name="Factor">Null while the base or the overlap it comes from is incomplete.</param>
/// <param name="From">First period that the joined series takes from this version; null: from the beginning.</param>
internal sealed record LinkedVersion(VersionRun Run, double? Factor, Period? From)
{
    internal string Name => Run.Version.Version;

    internal double? Index(Period period) => Factor * Run.Aggregate(period);
}

/// <summary>All versions of an index, joined into one series.</summary>
internal sealed class JoinedSeries
{
    private JoinedSeries(ImmutableArray<LinkedVersion> versions) => Versions = versions;

    internal ImmutableArray<LinkedVersion> Versions { get; }

    /// <param name="before">The same versions over another snapshot; see <see cref="VersionRun"/>.</param>
    internal static JoinedSeries Create(IndexInputs inputs, JoinedSeries? before = null) =>
        Create(inputs.Versions.Select((version, i) => new VersionRun(version, inputs, before?.Versions[i].Run)), inputs.Frozen);

    internal static JoinedSeries Create(IEnumerable<VersionRun> runs, FrozenParameters frozen)
    {
        var versions = ImmutableArray.CreateBuilder<LinkedVersion>();
        foreach (var run in runs)
            versions.Add(versions.Count == 0
                ? new(run, BaseFactor(run, frozen), First(run.Version))
                : new(run, Link(run, versions[^1], frozen), ChangeOver(run.Version)));
        return new(versions.ToImmutable());
    }

    /// <summary>The version that the series shows; null before the first version's first period.</summary>
    internal LinkedVersion? At(Period period) => Versions.LastOrDefault(v => v.From is not { } from || from <= period);

    /// <summary>Index points of the joined series.</summary>
    internal double? Index(Period period) => At(period)?.Index(period);

    /// <summary>True when no version changed its factor, nor its state in any of the periods.</summary>
    internal bool IsSameAs(JoinedSeries other, params ReadOnlySpan<Period> periods)
    {
        for (var i = 0; i < Versions.Length; i++)
        {
            if (!Versions[i].Factor.Equals(other.Versions[i].Factor))
                return false;
            foreach (var period in periods)
                if (!ReferenceEquals(Versions[i].Run.Find(period), other.Versions[i].Run.Find(period)))
                    return false;
        }
        return true;
    }

    private static double? BaseFactor(VersionRun run, FrozenParameters frozen)
    {
        if (run.Version.Base is not { } rule)
            return 1.0;
        if (frozen.Find(FrozenParameters.BaseFactor(run.Version.Version)) is { } known)
            return known;
        return run.BaseIsOver ? rule.Value / Mean(rule.In(run.Version.Frequency), run.Aggregate) : null;
    }

    private static double? Link(VersionRun run, LinkedVersion old, FrozenParameters frozen) =>
        frozen.Find(FrozenParameters.Link(run.Version.Version))
        ?? Mean(run.Version.Link!.Overlap, old.Index) / Mean(run.Version.Link.Overlap, run.Aggregate);

    private static double? Mean(IEnumerable<Period> periods, Func<Period, double?> values)
    {
        double? sum = 0.0;
        var count = 0;
        foreach (var period in periods)
            (sum, count) = (sum + values(period), count + 1);
        return sum / count;
    }

    private static Period? First(IndexMethodology version) =>
        version.EffectiveFrom is { } effective ? InFrequency(effective, version.Frequency) : null;

    // A version replaces the one before after the overlap, and not before it takes effect.
    private static Period ChangeOver(IndexMethodology version)
    {
        var afterOverlap = version.Link!.Overlap.Max().Plus(1);
        return First(version) is { } effective && effective > afterOverlap ? effective : afterOverlap;
    }

    private static Period InFrequency(Period period, Frequency frequency) =>
        period.Frequency > frequency ? period.In(frequency) : period.Split(frequency).First();
}
