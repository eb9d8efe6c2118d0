using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Ingest.Sources;

namespace Ingest.Validation;

/// <summary>Checks what was read of a document: row by row against the definitions in force, then against what is known.</summary>
public sealed class ContentCheck(IIntakeReader reader, IngestOptions options)
{
    /// <param name="known">Of the definitions in force.</param>
    /// <param name="areas">Of their catalogue.</param>
    /// <param name="isAsked">False for the program's own seeds, which were looked at when they became part of it: no rule asks a person about them.</param>
    internal async Task<CheckedContent> Check(
        RawDocument document, FileContent content, KnownSeries known, IReadOnlyList<Area> areas, bool isAsked, CancellationToken cancellation)
    {
        var byRow = ContentValidation.Check(document, content, known, options.OfficeTimeZone);
        if (!isAsked || byRow.Good.Count == 0)
            return byRow;
        var series = byRow.Good.Select(o => o.Series).Distinct().ToList();
        var related = series.Concat(series.SelectMany(new TotalRules(StoredHistory.Nothing, known, areas).Related)).ToHashSet();
        var stored = new StoredHistory(await reader.Known(related, cancellation));
        return Judge(byRow with { Stored = stored }, new HistoryRules(stored), new TotalRules(stored, known, areas), new PercentRules(stored, known));
    }

    /// <summary>The rows that rules warn of, held back from the others.</summary>
    internal static CheckedContent Judge(CheckedContent content, HistoryRules history, TotalRules totals, PercentRules percents)
    {
        var found = content.Good
            .GroupBy(o => (o.Series, o.Period.Frequency))
            .SelectMany(g => history.Findings(g.Key.Series, [.. g.OrderBy(o => o.Period).ThenBy(o => o.Vintage)]))
            .Concat(totals.Findings(content.Good))
            .Concat(percents.Findings(content.Good))
            .ToList();
        if (found.Count == 0)
            return content;
        var held = found.Where(f => f.Kind == FindingKind.Warning).Select(f => f.Row).ToHashSet();
        return content with
        {
            Good = [.. content.Good.Where(o => !held.Contains(o.Row))],
            Held = [.. content.Good.Where(o => held.Contains(o.Row))],
            Findings = [.. content.Findings.Concat(found).OrderBy(f => f.Row)],
        };
    }
}
