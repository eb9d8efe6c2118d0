using System.Globalization;
using Indices.Observations;
using Indices.Time;
using Ingest.Demo;
using Ingest.Sources;
using Ingest.Sources.Csv;
using Ingest.Validation;
using TestSupport;

namespace Ingest.Tests.Demo;

/// <summary>The seed files as the door of ingestion reads them, checked by its rules.</summary>
internal static class SeedFiles
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The day for which the demo history is complete.</summary>
    public static Vintage AsOf => new(Story.AsOf);

    /// <summary>What the committed anchors tell.</summary>
    public static Story Story { get; } = Story.Parse(File.ReadAllText(RepositoryRoot.File("data", "seed", "demo", "anchors.yaml")));

    /// <param name="folder">demo or public.</param>
    /// <returns>By file name.</returns>
    public static IReadOnlyDictionary<string, FileContent> Read(string folder) => Directory
        .EnumerateFiles(RepositoryRoot.File("data", "seed", folder), "*.csv")
        .ToDictionary(f => Path.GetFileName(f), f => CsvFile.Read(
            File.ReadAllBytes(f), new FileContext(Path.GetFileName(f), Origin.Official, null, AsOf, null, Office)));

    /// <summary>Every fault of reading and of validation, by file.</summary>
    public static IEnumerable<string> Faults(string folder)
    {
        var known = new KnownSeries(SeedDefinitions.All);
        var rules = (Observations: new ObservationRules(known, Office), Deals: new DealRules(known, Office));
        return from file in Read(folder)
               from fault in file.Value.Faults
                   .Concat(file.Value.Observations.Select(rules.Observations.Objection).OfType<RowFault>())
                   .Concat(file.Value.Deals.Select(rules.Deals.Objection).OfType<RowFault>())
               select $"{file.Key}:{fault}";
    }

    public static IEnumerable<NewObservation> Observations(string folder) => Read(folder).Values.SelectMany(f => f.Observations);

    /// <summary>What was known at a vintage from the folders given.</summary>
    public static Snapshot Known(Vintage asOf, params string[] folders) => new(
        asOf, History(asOf, folders).Newest.Observations,
        folders.SelectMany(f => Read(f).Values).SelectMany(f => f.Deals).Select(d => d.Deal).Where(d => d.Vintage <= asOf));

    /// <summary>The same with every vintage before.</summary>
    public static ObservationHistory History(Vintage asOf, params string[] folders) => new(
        asOf,
        from row in folders.SelectMany(Observations)
        group row by (row.Series, row.Period) into vintages
        let first = vintages.Min(v => v.Vintage)
        from v in vintages
        select new Observation(
            v.Series, v.Period, v.ValueText is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null,
            v.Status, v.Vintage, first, "", v.Bound, v.Citation));
}
