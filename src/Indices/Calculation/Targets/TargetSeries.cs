using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>The series that a target is measured by, in the methodology's scope: 12-month sums, ratios, end-of-period values or yearly growth.</summary>
internal static class TargetSeries
{
    /// <summary>In time order; empty when the scope has no usable value.</summary>
    internal static ImmutableArray<TargetFigure> Of(PolicyTarget target, Snapshot snapshot, string area)
    {
        SeriesView View(string measure) => snapshot.Series(target.Indicator, measure, area);
        var figures = target switch
        {
            { Kind: TargetKind.Growth } => Growth(target, View),
            { Kind: TargetKind.CountSmall } => First(Values(View(Measures.Value)), () => Members(target, snapshot, area)),
            { Kind: TargetKind.Around } or { Unit: "%" } => First(
                RollingYear.Ratios(View(Measures.Numerator), View(Measures.Denominator)), () => Values(View(Measures.Value))),
            { IsStock: true } => Values(View(Measures.Value)),
            _ => Flows(View),
        };
        return [.. figures.OrderBy(f => f.Time).ThenBy(f => f.Period.Frequency)];
    }

    private static IEnumerable<TargetFigure> Values(SeriesView series) =>
        series.Observations.Where(RollingYear.IsUsable).Select(TargetFigure.Of);

    // Totals as published come first; flows fill the periods that have none.
    private static List<TargetFigure> Flows(Func<string, SeriesView> view)
    {
        var figures = RollingYear.FromYearToDate(view(Measures.YearToDate), view(Measures.Value)).ToList();
        var known = figures.Select(f => f.Period.End).ToHashSet();
        figures.AddRange(RollingYear.FromFlows(view(Measures.Value))
            .GroupBy(f => f.Period.End).Where(g => !known.Contains(g.Key)).Select(g => g.OrderBy(f => f.Period.Frequency).First()));
        return figures;
    }

    // Published growth is comparable and wins; growth of published levels is an estimate (methodology, section 3.2).
    private static IEnumerable<TargetFigure> Growth(PolicyTarget target, Func<string, SeriesView> view) =>
        First(Values(view(Measures.YearOnYear)), () => OfLevels(target.IsStock ? Values(view(Measures.Value)) : Flows(view)));

    private static IEnumerable<TargetFigure> OfLevels(IEnumerable<TargetFigure> levels)
    {
        var byEnd = levels.GroupBy(f => f.Period.End).ToDictionary(g => g.Key, g => g.First());
        return from later in byEnd.Values
               let earlier = byEnd.GetValueOrDefault(later.Period.YearBefore.End)
               where earlier is not null && earlier.Value > 0
               select new TargetFigure(later.Period, 100 * (later.Value / earlier.Value - 1), ObservationStatus.E,
                   later.IsProvisional || earlier.IsProvisional, (Origin)Math.Max((int)later.Origin, (int)earlier.Origin));
    }

    // Members are the scopes; a period counts when every member known by then has a value in it.
    private static IEnumerable<TargetFigure> Members(PolicyTarget target, Snapshot snapshot, string area)
    {
        if (target.Threshold is not { } threshold)
            return [];
        var members = snapshot.Scopes(target.Indicator, Measures.Value, area)
            .Select(scope => snapshot.Series(target.Indicator, Measures.Value, area, scope).Observations.Where(RollingYear.IsUsable).ToList())
            .Where(values => values.Count > 0).ToList();
        return from period in members.SelectMany(m => m.Select(o => o.Period)).Distinct()
               let known = members.Where(m => m[0].Period.End <= period.End).Select(m => m.Find(o => o.Period == period)).ToList()
               where known.TrueForAll(o => o is not null)
               let sizes = known.OfType<Observation>().ToList()
               select TargetFigure.From(period, sizes.Count(o => o.Value!.Value >= threshold), sizes);
    }

    private static IEnumerable<TargetFigure> First(IEnumerable<TargetFigure> preferred, Func<IEnumerable<TargetFigure>> other)
    {
        var figures = preferred.ToList();
        return figures.Count > 0 ? figures : other();
    }
}
