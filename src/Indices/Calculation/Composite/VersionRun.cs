using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>One methodology version over all its periods, before base and link.</summary>
internal sealed class VersionRun
{
    private readonly ScoredVersion _scored;
    private readonly Dictionary<Period, PeriodState> _periods = [];

    /// <param name="before">The same version over another snapshot; whatever the change does not touch is taken from it.</param>
    internal VersionRun(IndexMethodology version, IndexInputs inputs, VersionRun? before = null)
        : this(new ScoredVersion(version, inputs, before?._scored), (period, leaves) => Aggregated(version.Root, leaves, before?.Find(period)))
    {
    }

    /// <param name="aggregate">Puts what is known of a period's indicators together.</param>
    internal VersionRun(ScoredVersion scored, Func<Period, IReadOnlyDictionary<string, LeafState>, PeriodState> aggregate)
    {
        _scored = scored;
        foreach (var period in scored.Periods)
            _periods[period] = aggregate(period, scored.Leaves(period)!);
        var first = scored.Periods.Where(p => _periods[p].Root.Groups.Any(g => g.Value is not null)).DefaultIfEmpty(scored.Last).Min();
        Periods = [.. scored.Periods.Where(p => p >= first && p <= scored.Last)];
    }

    internal IndexMethodology Version => _scored.Version;

    /// <summary>False also when there is no base.</summary>
    internal bool BaseIsOver => _scored.BaseIsOver;

    /// <summary>Periods up to <see cref="IndexInputs.Last"/>, from the first in which any group has a value; never empty.</summary>
    internal ImmutableArray<Period> Periods { get; }

    internal ImmutableArray<Warning> Warnings => _scored.Warnings;

    internal IEnumerable<IndicatorScoring> Indicators => _scored.Indicators;

    internal PeriodState At(Period period) => _periods[period];

    /// <summary>Moment of a period's release, or the snapshot's.</summary>
    internal DateTimeOffset CutOff(Period period) => _scored.CutOff(period);

    /// <summary>Null outside the periods that were looked at.</summary>
    internal PeriodState? Find(Period period) => _periods.GetValueOrDefault(period);

    internal double? Aggregate(Period period) => Find(period)?.Root.Value;

    private static PeriodState Aggregated(IndexGroup root, IReadOnlyDictionary<string, LeafState> leaves, PeriodState? before) =>
        before is not null && ReferenceEquals(before.Leaves, leaves) ? before : new(leaves, NodeState.Of(root, leaves, before?.Root));
}
