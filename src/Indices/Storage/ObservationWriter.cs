using Dapper;
using Indices.Observations;
using Indices.Provenance;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class ObservationWriter(Database database) : IObservationWriter
{
    public async Task<AppendOutcome> Append(IEnumerable<ParsedDocument> parts, CancellationToken cancellation = default)
    {
        // Most documents are one part, and whatever it takes to make it, nobody waits for the lock meanwhile.
        using var left = parts.GetEnumerator();
        if (!left.MoveNext())
            throw new ArgumentException("A document has at least one part.", nameof(parts));
        return await database.Write(c => IsKnown(c, left.Current.Document.Sha256)
            ? new AppendOutcome(Known: true, 0, 0, 0, 0, 0)
            : Store(c, left.Current.Document, From(left), cancellation).Outcome, cancellation);
    }

    private static IEnumerable<ParsedDocument> From(IEnumerator<ParsedDocument> parts)
    {
        do
            yield return parts.Current;
        while (parts.MoveNext());
    }

    internal static bool IsKnown(SqliteConnection connection, string sha256) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM raw_document WHERE sha256 = @sha256)", new { sha256 });

    /// <summary>Stores a document that is not known, inside the transaction of the caller.</summary>
    internal static (long Id, AppendOutcome Outcome) Store(
        SqliteConnection connection, RawDocument document, IEnumerable<ParsedDocument> parts, CancellationToken cancellation)
    {
        var id = AddDocument(connection, document);
        var (values, deals) = (new Tally(), new Tally());
        using var refused = new RefusedRows(connection, id);
        using var valueAppender = new ObservationAppender(connection, id);
        using var dealAppender = new DealAppender(connection, id);
        foreach (var part in parts)
        {
            foreach (var row in part.Refused)
                refused.Add(row);
            foreach (var (value, how, before) in valueAppender.Append(part.Observations))
            {
                cancellation.ThrowIfCancellationRequested();
                if (values.Count(how) == Appended.Conflict)
                    refused.Add(document, value, before!);
            }
            foreach (var deal in part.Deals)
                if (deals.Count(dealAppender.Append(deal, out var before)) == Appended.Conflict)
                    refused.Add(document, deal, before!);
        }
        var outcome = new AppendOutcome(
            Known: false, values[Appended.Added], values[Appended.Revised], values[Appended.Unchanged],
            deals[Appended.Added] + deals[Appended.Revised], refused.Count);
        AddOutcome(connection, id, outcome, deals[Appended.Unchanged]);
        return (id, outcome);
    }

    private static long AddDocument(SqliteConnection connection, RawDocument document)
    {
        var id = connection.Add("raw_document", new()
        {
            ["sha256"] = document.Sha256,
            ["name"] = document.Name,
            ["address"] = document.Address,
            ["content_type"] = document.ContentType,
            ["size"] = document.Size,
            ["retrieved_at"] = document.RetrievedAt.ToString(),
            ["received_by"] = document.ReceivedBy,
        });
        if (document.Source is { } source)
        {
            using var insert = PreparedCommand.Insert(connection, "document_source", "document", "source");
            insert.Execute(id, source);
        }
        return id;
    }

    private static void AddOutcome(SqliteConnection connection, long document, AppendOutcome outcome, int dealsUnchanged)
    {
        using var insert = PreparedCommand.Insert(
            connection, "document_outcome", "document", "added", "revised", "unchanged", "deals", "deals_unchanged", "refused");
        insert.Execute(document, outcome.Added, outcome.Revised, outcome.Unchanged, outcome.Deals, dealsUnchanged, outcome.Refused);
    }

    private sealed class Tally
    {
        private readonly Dictionary<Appended, int> _counts = [];

        public int this[Appended how] => _counts.GetValueOrDefault(how);

        /// <returns>What was counted.</returns>
        public Appended Count(Appended how)
        {
            _counts[how] = this[how] + 1;
            return how;
        }
    }
}
