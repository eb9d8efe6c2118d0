using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Ingest.Sources;

namespace Ingest.Validation;

/// <summary>Keeps what the definitions in force allow and refuses the rest, row by row.</summary>
public static class ContentValidation
{
    internal static CheckedContent Check(RawDocument document, FileContent content, KnownSeries known, TimeZoneInfo officeTimeZone)
    {
        var findings = new List<RowFault>(content.Faults.Concat(content.Remarks.Select(r => r with { Kind = FindingKind.Notice })));
        var observations = Keep(content.Observations, new ObservationRules(known, officeTimeZone).Objection, findings);
        var deals = Keep(content.Deals, new DealRules(known, officeTimeZone).Objection, findings);
        findings.AddRange(content.IgnoredColumns.Select(c => new RowFault(1, c, "", "不认识的列，未读取；其余各列照常。", "Unknown column, not read; the others were.")
        {
            Kind = FindingKind.Notice, Code = FindingCodes.UnknownColumn,
        }));
        return new(document, observations, [], deals, [.. findings.OrderBy(f => f.Row)]);
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
