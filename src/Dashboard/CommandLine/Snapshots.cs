using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;

namespace Dashboard.CommandLine;

/// <summary>What a file holds, seen as a store would show it at one vintage.</summary>
internal static class Snapshots
{
    /// <summary>Late enough for everything to be known and due.</summary>
    private static readonly Vintage Ever = new(new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero));

    internal static Snapshot Of(FileContent content, Vintage? asOf)
    {
        var at = asOf ?? Ever;
        var observations = Vintages(content, at).Select(vintages => vintages[^1]);
        var deals = content.Deals.Select(r => r.Deal).Where(d => d.Vintage <= at)
            .GroupBy(d => d.Code)
            .Select(g => g.OrderBy(d => d.Vintage).Last());
        return new Snapshot(at, observations, deals);
    }

    /// <summary>The same with every vintage before.</summary>
    internal static ObservationHistory History(FileContent content, Vintage asOf) =>
        new(asOf, Vintages(content, asOf).SelectMany(vintages => vintages));

    /// <summary>The newest period of the index that the file reaches; null when it holds nothing of the index.</summary>
    /// <remarks>A year's value is no reason to compute the quarters after the last quarterly one, unless there is nothing finer.</remarks>
    internal static Period? LastPeriod(FileContent content, IReadOnlyList<IndexMethodology> versions)
    {
        var frequency = versions[0].Frequency;
        if (versions[0].IsPrice)
            return content.Deals.Count == 0 ? null : Period.Containing(content.Deals.Max(d => d.Deal.PricingDate), frequency);
        var indicators = versions.SelectMany(v => v.Root.Indicators).Select(i => i.Code).ToHashSet();
        var periods = content.Observations.Where(o => indicators.Contains(o.Series.Indicator)).Select(o => o.Period).ToList();
        var fine = periods.Where(p => p.Frequency >= frequency).ToList();
        var reached = fine.Count > 0 ? fine : periods;
        return reached.Count == 0 ? null : Period.Containing(reached.Max(p => p.End), frequency);
    }

    /// <summary>Of each series and period, oldest first.</summary>
    private static IEnumerable<List<Observation>> Vintages(FileContent content, Vintage asOf) => content.Observations
        .Where(o => o.Vintage <= asOf)
        .GroupBy(o => (o.Series, o.Period))
        .Select(g => g.OrderBy(o => o.Vintage).ToList())
        .Select(rows => rows.ConvertAll(row => Of(row, rows[0].Vintage)));

    private static Observation Of(NewObservation row, Vintage first)
    {
        var value = row.ValueText is { } text ? NumberText.ValueOf(text) : (double?)null;
        return new(row.Series, row.Period, value, row.Status, row.Vintage, first, "", row.Bound, row.Citation);
    }
}
