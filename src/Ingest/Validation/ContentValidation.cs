using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Ingest.Sources;

namespace Ingest.Validation;

/// <summary>Keeps what the definitions in force allow and refuses the rest, row by row.</summary>
public static class ContentValidation
{
    internal static ParsedDocument Check(RawDocument document, FileContent content, Definitions definitions, TimeZoneInfo officeTimeZone)
    {
        var known = new KnownSeries(definitions);
        var faults = new List<RowFault>(content.Faults);
        var ofObservations = new ObservationRules(known, officeTimeZone);
        var ofDeals = new DealRules(known, officeTimeZone);
        var observations = Keep(content.Observations, ofObservations.Objection, faults);
        var deals = Keep(content.Deals, ofDeals.Objection, faults);
        faults.AddRange(content.IgnoredColumns.Select(c => new RowFault(1, c, "", "不认识的列，未读取；其余各列照常。", "Unknown column, not read; the others were.")));
        return new ParsedDocument(document, observations, [.. deals.Select(d => d.Deal)],
            [.. faults.OrderBy(f => f.Row).Select(f => f.In(document))]);
    }

    /// <summary>What versions of one index object to in a file of observations; rows of other codes are not theirs to judge.</summary>
    public static IEnumerable<RowFault> Objections(FileContent content, IEnumerable<IndexMethodology> versions) =>
        Objections(content, new KnownSeries(versions));

    /// <summary>The same of the targets of one document.</summary>
    public static IEnumerable<RowFault> Objections(FileContent content, TargetSet targets) => Objections(content, new KnownSeries(targets));

    private static IEnumerable<RowFault> Objections(FileContent content, KnownSeries known)
    {
        var rules = new ObservationRules(known, TimeZoneInfo.Utc, isOpen: true);
        return content.Observations.Select(rules.Objection).OfType<RowFault>();
    }

    private static List<T> Keep<T>(IReadOnlyList<T> rows, Func<T, RowFault?> objection, List<RowFault> faults)
    {
        var kept = new List<T>(rows.Count);
        foreach (var row in rows)
            if (objection(row) is { } fault)
                faults.Add(fault);
            else
                kept.Add(row);
        return kept;
    }
}
