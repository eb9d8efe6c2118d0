using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Targets;

/// <summary>The figures that a target is measured by, in the methodology's scope: 12-month sums, ratios, end-of-period values or yearly growth.</summary>
internal static class TargetSeries
{
    /// <summary>In time order; empty when the scope has no usable value.</summary>
    internal static ImmutableArray<TargetFigure> Of(TargetData data)
    {
        var figures = data.Target switch
        {
            { Kind: TargetKind.Growth } => Growth(data),
            { Kind: TargetKind.CountSmall } => First(Values(data.View(Measures.Value)), () => Members(data)),
            { Kind: TargetKind.Rank } => Values(data.View(Measures.Value)),
            { Kind: TargetKind.Around } or { Unit: "%" } => First(
                RollingYear.Ratios(data.View(Measures.Numerator), data.View(Measures.Denominator)), () => Values(data.View(Measures.Value))),
            { IsStock: true } => Values(data.View(Measures.Value)),
            _ => Flows(data),
        };
        return [.. figures.OrderBy(f => f.Time).ThenBy(f => f.Period.Frequency)];
    }

    private static IEnumerable<TargetFigure> Values(SeriesView series) =>
        series.Observations.Where(RollingYear.IsUsable).Select(TargetFigure.Of);

    // Totals as published come first; flows fill the periods that have none.
    private static List<TargetFigure> Flows(TargetData data)
    {
        var figures = RollingYear.FromYearToDate(data.View(Measures.YearToDate), data.View(Measures.Value)).ToList();
        var known = figures.Select(f => f.Period.End).ToHashSet();
        figures.AddRange(RollingYear.FromFlows(data.View(Measures.Value))
            .GroupBy(f => f.Period.End).Where(g => !known.Contains(g.Key)).Select(g => g.OrderBy(f => f.Period.Frequency).First()));
        return figures;
    }

    // Published growth is comparable and wins; growth of published levels is an estimate (methodology, section 3.2).
    private static IEnumerable<TargetFigure> Growth(TargetData data) => First(
        Values(data.View(Measures.YearOnYear)),
        () => OfLevels(data.Target.IsStock ? Values(data.View(Measures.Value)) : Flows(data)));

    private static IEnumerable<TargetFigure> OfLevels(IEnumerable<TargetFigure> levels)
    {
        var byEnd = levels.GroupBy(f => f.Period.End).ToDictionary(g => g.Key, g => g.First());
        return from later in byEnd.Values
               where later.Period.Year > 1
               let earlier = byEnd.GetValueOrDefault(later.Period.YearBefore.End)
               where earlier is not null && earlier.Value > 0
               select TargetFigure.From(later.Period, 100 * (later.Value / earlier.Value - 1), ObservationStatus.E, later, earlier);
    }

    // A period counts when every member known by then has a size in it.
    private static IEnumerable<TargetFigure> Members(TargetData data)
    {
        var members = data.Members.Select(m => m.Sizes).ToList();
        return from period in members.SelectMany(sizes => sizes.Select(s => s.Period)).Distinct()
               let known = members.Where(sizes => sizes[0].Period.End <= period.End).Select(sizes => sizes.Find(s => s.Period == period)).ToList()
               where known.TrueForAll(size => size is not null)
               let sizes = known.OfType<TargetFigure>().ToList()
               let status = sizes.Select(s => s.Status).Aggregate(ObservationStatuses.Worse)
               select TargetFigure.From(period, sizes.Count(s => s.Value >= data.Target.Threshold), status, sizes);
    }

    private static IEnumerable<TargetFigure> First(IEnumerable<TargetFigure> preferred, Func<IEnumerable<TargetFigure>> other)
    {
        var figures = preferred.ToList();
        return figures.Count > 0 ? figures : other();
    }
}
