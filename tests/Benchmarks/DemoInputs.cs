using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Sources.Csv;
using TestSupport;

namespace Benchmarks;

/// <summary>The seed's indices with everything that the demonstration's files hold.</summary>
internal static class DemoInputs
{
    // Late enough for everything in the files to be known and due.
    private static readonly Vintage s_asOf = new(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));

    internal static IReadOnlyList<IndexInputs> All()
    {
        var definitions = SeedDefinitions.All;
        var snapshot = Snapshot();
        return [.. definitions.IndexCodes.Select(definitions.Versions).Select(versions => new IndexInputs(
            versions, definitions.Catalogue, snapshot, versions[0].Areas[0], Newest(versions, snapshot), FrozenParameters.None))];
    }

    private static Snapshot Snapshot()
    {
        var content = Directory.EnumerateFiles(RepositoryRoot.File("data", "seed", "demo"), "*.csv").Order(StringComparer.Ordinal)
            .Select(file => CsvFile.Read(File.ReadAllBytes(file), new FileContext(
                Path.GetFileName(file), Origin.Synthetic, null, s_asOf, null, TimeZoneInfo.Utc)))
            .ToArray();
        var observations = content.SelectMany(c => c.Observations).GroupBy(o => (o.Series, o.Period))
            .Select(g => g.OrderBy(o => o.Vintage).ToArray())
            .Select(vintages => new Observation(
                vintages[^1].Series, vintages[^1].Period, vintages[^1].ValueText is { } text ? NumberText.ValueOf(text) : null,
                vintages[^1].Status, vintages[^1].Vintage, vintages[0].Vintage, "", vintages[^1].Bound, vintages[^1].Citation));
        return new(s_asOf, observations, content.SelectMany(c => c.Deals).Select(d => d.Deal));
    }

    /// <summary>The newest period for which every indicator of the index's own frequency has a value.</summary>
    private static Period Newest(IReadOnlyList<IndexMethodology> versions, Snapshot snapshot) => versions[^1].IsPrice
        ? Period.Containing(snapshot.Deals.Max(d => d.PricingDate), versions[^1].Frequency)
        : versions[^1].Root.Indicators.Where(i => i.Frequency == versions[^1].Frequency)
            .Min(i => Measures.All.SelectMany(m => snapshot.Series(i.Code, m, versions[0].Areas[0]).Observations).Select(o => o.Period).Max());
}
