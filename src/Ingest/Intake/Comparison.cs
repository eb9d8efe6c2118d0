using System.Security.Cryptography;
using System.Text;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using Ingest.Validation;

namespace Ingest.Intake;

/// <summary>Rows of a checked document beside what is known.</summary>
internal static class Comparison
{
    internal static Preview Of(PendingDocument pending, CheckedContent content)
    {
        var held = content.Held.Select(o => o.Row).ToHashSet();
        var changes = Changes(content, held);
        int Count(ChangeKind kind) => changes.Count(c => c.Kind == kind);
        return new(
            pending,
            new(Count(ChangeKind.Added), Count(ChangeKind.Revised), Count(ChangeKind.Earlier), Count(ChangeKind.Unchanged),
                content.Deals.Count, content.Held.Count, content.Errors.Count()),
            [.. changes.Where(c => c.Kind != ChangeKind.Unchanged).OrderBy(c => c.Row).Take(Preview.MostRows)],
            [.. content.Findings.Take(Preview.MostRows).Select(f => f.In(content.Document))],
            Fingerprint(content, changes))
        {
            IsAllOrNothing = content.IsAllOrNothing,
            NeedsTwo = content.NeedsTwo,
        };
    }

    private static List<RowChange> Changes(CheckedContent content, HashSet<int> held)
    {
        var changes = new List<RowChange>();
        // What the document itself has said of a period so far, when it tells more than one vintage.
        var said = new Dictionary<(SeriesId, Period), NewObservation>();
        foreach (var row in content.Good.Concat(content.Held).OrderBy(o => o.Vintage).ThenBy(o => o.Row))
        {
            var stored = content.Stored.Vintages(row.Series, row.Period);
            var before = stored.LastOrDefault(v => v.Vintage <= row.Vintage);
            var (isKnown, old, status, bound) = said.TryGetValue((row.Series, row.Period), out var earlier) && !(before?.Vintage > earlier.Vintage)
                ? (true, earlier.ValueText, earlier.Status, earlier.Bound)
                : (before is not null, before?.ValueText, before?.Status ?? default, before?.Bound ?? default);
            said[(row.Series, row.Period)] = row;
            var kind = isKnown && old == row.ValueText && status == row.Status && bound == row.Bound ? ChangeKind.Unchanged
                : stored.Any(v => v.Vintage > row.Vintage) ? ChangeKind.Earlier
                : isKnown ? ChangeKind.Revised : ChangeKind.Added;
            changes.Add(new(row.Row, row.Series, row.Period, kind, old, row.ValueText, row.Status, held.Contains(row.Row)));
        }
        return changes;
    }

    private static string Fingerprint(CheckedContent content, List<RowChange> changes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var c in changes)
            Add(hash, FormattableString.Invariant($"{c.Row} {c.Series} {c.Period} {c.Kind} {c.Old} {c.New} {c.Status} {c.IsHeld}"));
        foreach (var d in content.Deals)
            Add(hash, FormattableString.Invariant($"{d.Row} {d.Deal.Code}"));
        foreach (var f in content.Findings)
            Add(hash, FormattableString.Invariant($"{f.Row} {f.Column} {f.Code} {f.Text}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
}
