using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.RecalculationPages;

/// <summary>Everything that the state of a period is derived from, at one moment.</summary>
public sealed class RecalculationFacts
{
    private readonly ILookup<(string, Period), ReleaseVersion> _versions;
    private readonly FrozenDictionary<(string, Period), Recalculation> _recalculations;
    private readonly Snapshot _snapshot;

    /// <param name="versions">Of every index and state.</param>
    /// <param name="recalculations">Those that are the newest of some period, newest first.</param>
    public RecalculationFacts(
        Definitions definitions, IEnumerable<ReleaseVersion> versions, IEnumerable<Recalculation> recalculations, Snapshot snapshot, DateTimeOffset now)
    {
        (Definitions, Now, _snapshot) = (definitions, now, snapshot);
        _versions = versions.OrderByDescending(v => v.Number).ToLookup(v => (v.Index, v.Period));
        _recalculations = recalculations
            .SelectMany(r => r.Periods.Where(p => p.Result is not null || r.State != RecalculationState.Cancelled), (r, p) => (Key: (r.Index, p.Period), Recalculation: r))
            .GroupBy(r => r.Key).ToFrozenDictionary(g => g.Key, g => g.First().Recalculation);
    }

    public Definitions Definitions { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The period that today falls in.</summary>
    public Period Newest(string index) => Period.Containing(OfficeClock.DayOf(Now), Methodology(index).Frequency);

    /// <summary>The first period that can be released: the one that completes the base.</summary>
    public Period First(string index)
    {
        var first = Definitions.Versions(index)[0];
        return first.Base?.LastPeriod.Last(first.Frequency) ?? Newest(index).Plus(-(int)first.Frequency);
    }

    public IndexMethodology Methodology(string index) => Definitions.Versions(index)[^1];

    public PeriodCell Cell(string index, Period period)
    {
        var versions = _versions[(index, period)].ToImmutableArray();
        var recalculation = _recalculations.GetValueOrDefault((index, period));
        var version = versions.FirstOrDefault(v => v.State != ReleaseState.Rejected);
        var isOver = period.End < OfficeClock.DayOf(Now);
        var missing = version is null && isOver
            ? MissingInputs.Of(CandidateAssembly.InForce(Definitions.Versions(index), period), _snapshot, period)
            : [];
        var state = Attempt(recalculation, period, versions) ?? version switch
        {
            { State: ReleaseState.Candidate or ReleaseState.Reviewed } => PeriodState.Candidate,
            { } approved => approved.ReleaseAt <= Now ? PeriodState.Published : PeriodState.Approved,
            null => !isOver ? PeriodState.NotDue : missing.IsEmpty ? PeriodState.Ready : PeriodState.Waiting,
        };
        return new(index, period, state, version ?? versions.FirstOrDefault(), missing, recalculation);
    }

    /// <summary>What the newest attempt says, as long as no later version does.</summary>
    private static PeriodState? Attempt(Recalculation? recalculation, Period period, ImmutableArray<ReleaseVersion> versions)
    {
        if (recalculation is null || versions is [var newest, ..] && newest.ProposedAt > recalculation.RequestedAt)
            return null;
        return recalculation.Periods.First(p => p.Period == period).Result switch
        {
            { Outcome: RecalculationOutcome.Failed } => PeriodState.Failed,
            null when recalculation.State is RecalculationState.Waiting or RecalculationState.Running => PeriodState.Running,
            null when recalculation.State == RecalculationState.Interrupted => PeriodState.Interrupted,
            _ => null,
        };
    }
}
