using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>The indicators of one version in one area, scored period by period; nothing is aggregated yet.</summary>
internal sealed class ScoredVersion
{
    private readonly IndexInputs _inputs;
    private readonly Deadlines _deadlines;
    private readonly ImmutableArray<IndicatorScoring> _indicators;
    private readonly Dictionary<Period, IReadOnlyDictionary<string, LeafState>> _leaves = [];

    /// <param name="before">The same version over another snapshot; whatever the change does not touch is taken from it.</param>
    internal ScoredVersion(IndexMethodology version, IndexInputs inputs, ScoredVersion? before = null)
    {
        (Version, _inputs, _deadlines) = (version, inputs, new Deadlines(version.Release, inputs.Snapshot.AsOf));
        BaseIsOver = version.Base is { } rule && _deadlines.IsOver(rule.LastPeriod, inputs.Last);
        _indicators = [.. version.Root.Indicators.Select((indicator, i) => Scoring(indicator, before is null || before.Horizon != Horizon ? null : before._indicators[i]))];
        Warnings = [.. _indicators.SelectMany(InputWarnings)];
        Periods = [.. AllPeriods()];
        IReadOnlyDictionary<string, LeafState>? last = null;
        foreach (var period in Periods)
            _leaves[period] = last = Score(period, last, before);
    }

    internal IndexMethodology Version { get; }

    internal string Area => _inputs.Area;

    /// <summary>Newest period asked for.</summary>
    internal Period Last => _inputs.Last;

    /// <summary>False also when there is no base.</summary>
    internal bool BaseIsOver { get; }

    internal ImmutableArray<Warning> Warnings { get; }

    internal IEnumerable<IndicatorScoring> Indicators => _indicators;

    /// <summary>Oldest first, without a gap; to the end of the base where that comes after <see cref="Last"/>.</summary>
    internal ImmutableArray<Period> Periods { get; }

    /// <summary>Moment of a period's release, or the snapshot's.</summary>
    internal DateTimeOffset CutOff(Period period) => _deadlines.CutOff(period);

    /// <summary>By indicator; the same object as in the run before when nothing in it changed. Null outside <see cref="Periods"/>.</summary>
    internal IReadOnlyDictionary<string, LeafState>? Leaves(Period period) => _leaves.GetValueOrDefault(period);

    // The base may end after the last period asked for, when an old release is computed again.
    private Period Horizon => BaseIsOver && BaseEnd > Last ? BaseEnd : Last;

    private Period BaseEnd => Version.Base!.LastPeriod.Last(Version.Frequency);

    private IndicatorScoring Scoring(Indicator indicator, IndicatorScoring? before)
    {
        var source = before?.Source is { } known && known.Reader.FindsTheSameIn(_inputs.Snapshot) ? known : Read(indicator);
        var goalposts = Goalposts.Resolve(Version, indicator, source.Series, BaseIsOver, _inputs.Frozen);
        return new(Version, indicator, source, new Availability(indicator, source.Series, _deadlines), goalposts);
    }

    private IndicatorSource Read(Indicator indicator)
    {
        var reader = new SeriesReader(_inputs.Snapshot, _inputs.Catalogue, Area);
        var chain = new TransformChain(indicator, _inputs.Catalogue, reader);
        var series = IndicatorSeries.Create(indicator, chain, reader, Period.Containing(Horizon.End, indicator.Frequency));
        return new(reader, series, chain.LacksPublishedGrowth);
    }

    private IEnumerable<Period> AllPeriods()
    {
        var starts = _indicators.Select(i => i.Series.Start).OfType<DateOnly>();
        var start = Period.Containing(starts.DefaultIfEmpty(Last.Start).Min(), Version.Frequency);
        for (var period = start < Last ? start : Last; period <= Horizon; period = period.Plus(1))
            yield return period;
    }

    /// <param name="last">The period before.</param>
    /// <param name="before">As in the constructor.</param>
    private IReadOnlyDictionary<string, LeafState> Score(Period period, IReadOnlyDictionary<string, LeafState>? last, ScoredVersion? before)
    {
        var known = before?.Leaves(period);
        var states = new LeafState[_indicators.Length];
        for (var i = 0; i < states.Length; i++)
            states[i] = known is null ? _indicators[i].At(period) : _indicators[i].At(period, before!._indicators[i], known[_indicators[i].Indicator.Code]);
        if (known is not null && states.All(state => ReferenceEquals(state, known[state.Score.Indicator])))
            return known;
        var leaves = states.ToDictionary(state => state.Score.Indicator);
        foreach (var group in Version.Root.Groups.Prepend(Version.Root))
        {
            var siblings = group.Children.OfType<Indicator>().ToArray();
            var overdue = siblings.Where(s => leaves[s.Code].Standing.Kind == StandingKind.ClassMean).ToArray();
            if (overdue.Length == 0 || last is null)
                continue;
            var movement = ClassMean.Movement(siblings, leaves, last);
            foreach (var sibling in overdue)
                leaves[sibling.Code] = Moved(leaves[sibling.Code], last[sibling.Code], movement);
        }
        return leaves;
    }

    private static LeafState Moved(LeafState now, LeafState before, double movement) => before.Score.Score is { } score
        ? now with { Score = now.Score with { Score = score * movement }, Origin = before.Origin, Missing = null }
        : now;

    private IEnumerable<Warning> InputWarnings(IndicatorScoring scoring)
    {
        var (indicator, source) = (scoring.Indicator, scoring.Source);
        if (source.LacksPublishedGrowth)
            yield return new(
                $"{indicator.Name.Chinese}：来源应发布可比口径增速而未收到，暂由水平值计算",
                $"{indicator.Name.In(true)}: growth published at comparable scope was not received and is computed from levels");
        if (!BaseIsOver || (indicator.Worst.BaseMultiple ?? indicator.Best.BaseMultiple) is null)
            yield break;
        var isFrozen = _inputs.Frozen.Find(FrozenParameters.Worst(Version.Version, indicator.Code)) is not null;
        var gaps = Version.Base!.In(indicator.Frequency).Count(p => source.Series.At(p) is null);
        if (gaps > 0 && !isFrozen)
            yield return new(
                $"{indicator.Name.Chinese}：基期缺{gaps}期，阈值按其余各期平均",
                $"{indicator.Name.In(true)}: {gaps} periods of the base are missing; its goalposts rest on the others");
    }
}
