using System.Collections.Immutable;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>Where every target stands at one instant.</summary>
/// <param name="NewestData">When the newest figure that any target rests on became known; null when there is none.</param>
public sealed record TargetStandings(TargetSet Set, ImmutableArray<TargetStanding> Targets, Vintage? NewestData);

/// <param name="OtherScopes">Figures of the same indicator in other scopes.</param>
/// <param name="IndicatorUnit">Unit of those figures; differs from the target's where the target is their growth.</param>
public sealed record TargetStanding(TargetResult Result, ImmutableArray<Observation> OtherScopes, string IndicatorUnit)
{
    /// <summary>For pages: newest first.</summary>
    public ValueList<ReferenceFigure> References(Language language) =>
        ReferenceFigure.Of(OtherScopes, IndicatorUnit, Result.Target.IsStock, language);
}

/// <summary>Reads what is known and rates it. Nothing that becomes known after the instant asked for is used.</summary>
public sealed class TargetReader(IDefinitionReader definitions, IObservationReader observations)
{
    /// <summary>Null before the targets are loaded.</summary>
    public Task<TargetStandings?> Read(DateTimeOffset now, CancellationToken cancellation = default) =>
        Read(now, OfficeClock.DayOf(now), cancellation);

    /// <param name="now">What was known then.</param>
    /// <param name="day">The day at which the targets are rated.</param>
    public async Task<TargetStandings?> Read(DateTimeOffset now, DateOnly day, CancellationToken cancellation = default)
    {
        if (await definitions.Current(cancellation) is not { Targets: { } set } current)
            return null;
        var area = current.Catalogue.Areas.First(a => a.IsCity).Code;
        var indicators = set.Targets.SelectMany(t => t.SeriesCodes).Distinct().ToArray();
        var history = await observations.ReadHistory(indicators, new Vintage(now), cancellation);
        var known = history.Newest.Observations.Where(o => o.Series.Area == area).ToImmutableArray();
        var results = TargetEvaluation.EvaluateAll(set, history, area, day);
        return new(
            set,
            [.. results.Select(result => new TargetStanding(result, [.. known.Where(o => IsOtherScope(o, result.Target))], UnitOf(result.Target, current)))],
            known.IsEmpty ? null : known.Max(o => o.Vintage));
    }

    private static bool IsOtherScope(Observation observation, PolicyTarget target) =>
        observation.Series.Indicator == target.Indicator
        && observation.Series.Scope.Length > 0
        // A figure made up for demonstration has no business beside real ones that are cited.
        && observation.Series.Origin != Origin.Synthetic
        && observation.Series.Measure is Measures.Value or Measures.YearToDate or Measures.YearOnYear
        // The scopes of a nested count are its members, and the count itself is made of them.
        && target.Threshold is null;

    private static string UnitOf(PolicyTarget target, Definitions definitions) => definitions.Indices
        .SelectMany(i => i.Root.Indicators)
        .LastOrDefault(i => i.Code == target.Indicator)?.Unit ?? target.Unit;
}
