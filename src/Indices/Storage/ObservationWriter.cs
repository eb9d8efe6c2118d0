using Dapper;
using Indices.Observations;
using Indices.Provenance;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class ObservationWriter(Database database) : IObservationWriter
{
    public Task<AppendOutcome> Append(ParsedDocument document, CancellationToken cancellation = default) =>
        database.Write(c => IsKnown(c, document.Document.Sha256)
            ? new AppendOutcome(Known: true, 0, 0, 0, 0, 0)
            : Store(c, document, cancellation).Outcome, cancellation);

    internal static bool IsKnown(SqliteConnection connection, string sha256) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM raw_document WHERE sha256 = @sha256)", new { sha256 });

    /// <summary>Stores a document that is not known, inside the transaction of the caller.</summary>
    internal static (long Id, AppendOutcome Outcome) Store(SqliteConnection connection, ParsedDocument parsed, CancellationToken cancellation)
    {
        var document = AddDocument(connection, parsed.Document);
        using var refused = new RefusedRows(connection, document);
        foreach (var row in parsed.Refused)
            refused.Add(row);
        var values = AppendValues(connection, document, parsed, refused, cancellation);
        var deals = AppendDeals(connection, document, parsed, refused);

        var outcome = new AppendOutcome(
            Known: false, values[Appended.Added], values[Appended.Revised], values[Appended.Unchanged],
            deals[Appended.Added] + deals[Appended.Revised], refused.Count);
        AddOutcome(connection, document, outcome, deals[Appended.Unchanged]);
        return (document, outcome);
    }

    private static Tally AppendValues(
        SqliteConnection connection, long document, ParsedDocument parsed, RefusedRows refused, CancellationToken cancellation)
    {
        var tally = new Tally();
        using var appender = new ObservationAppender(connection, document);
        foreach (var value in parsed.Observations)
        {
            cancellation.ThrowIfCancellationRequested();
            var how = appender.Append(value, out var before);
            tally.Count(how);
            if (how == Appended.Conflict)
                refused.Add(parsed.Document, value, before!);
        }
        return tally;
    }

    private static Tally AppendDeals(SqliteConnection connection, long document, ParsedDocument parsed, RefusedRows refused)
    {
        var tally = new Tally();
        using var appender = new DealAppender(connection, document);
        foreach (var deal in parsed.Deals)
        {
            var how = appender.Append(deal, out var before);
            tally.Count(how);
            if (how == Appended.Conflict)
                refused.Add(parsed.Document, deal, before!);
        }
        return tally;
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

        public void Count(Appended how) => _counts[how] = this[how] + 1;
    }
}
