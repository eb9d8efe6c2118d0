using Dapper;
using Indices.Intake;
using Indices.Observations;
using Indices.Provenance;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class IntakeWriter(Database database) : IIntakeWriter
{
    public Task<long> Hold(RawDocument document, string reason, CancellationToken cancellation = default)
    {
        const string waiting = """
            SELECT p.id FROM pending_document p
            WHERE p.sha256 = @Sha256 AND NOT EXISTS (SELECT 1 FROM pending_decision d WHERE d.pending = p.id)
            """;
        return database.Write(c => c.QuerySingleOrDefault<long?>(waiting, new { document.Sha256 }) ?? c.Add("pending_document", new()
        {
            ["sha256"] = document.Sha256,
            ["name"] = document.Name,
            ["address"] = document.Address,
            ["content_type"] = document.ContentType,
            ["size"] = document.Size,
            ["retrieved_at"] = document.RetrievedAt.ToString(),
            ["received_by"] = document.ReceivedBy,
            ["source"] = document.Source,
            ["reason"] = reason,
        }), cancellation);
    }

    public Task Endorse(long pending, Endorsement endorsement, CancellationToken cancellation = default)
    {
        const string sql = """
            INSERT INTO pending_endorsement (pending, fingerprint, reason, endorsed_by, endorsed_at)
            SELECT id, @Fingerprint, @Reason, @By, @at FROM pending_document
            WHERE id = @pending AND NOT EXISTS (SELECT 1 FROM pending_decision WHERE pending = @pending)
            """;
        return database.Write(c =>
            c.Execute(sql, new { pending, endorsement.Fingerprint, endorsement.Reason, endorsement.By, at = Texts.Of(endorsement.At) }) == 1 ? 1 : throw PendingDecision.AlreadyMade(), cancellation);
    }

    public Task<AppendOutcome> Accept(AcceptedDocument document, CancellationToken cancellation = default) =>
        database.Write(c => Accept(c, document, cancellation), cancellation);

    public Task Cancel(long pending, PendingDecision decision, CancellationToken cancellation = default) =>
        database.Write(c => Decide(c, pending, decision), cancellation);

    public Task Drop(IReadOnlyList<RowPlace> rows, string reason, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Write(c =>
        {
            foreach (var row in rows)
                Act(c, row, "Dropped", reason, by, at, null);
            return rows.Count;
        }, cancellation);

    private static AppendOutcome Accept(SqliteConnection connection, AcceptedDocument accepted, CancellationToken cancellation)
    {
        if (ObservationReader.ChangeCounter(connection) != accepted.ChangeCounter)
            throw new ChangedMeanwhileException();
        var decision = accepted.Decision;
        Decide(connection, accepted.Pending.Id, decision);
        if (ObservationWriter.IsKnown(connection, accepted.Parsed.Document.Sha256))
            return new AppendOutcome(Known: true, 0, 0, 0, 0, 0);
        var (document, outcome) = ObservationWriter.Store(connection, accepted.Parsed.Document, [accepted.Parsed], cancellation);
        if (accepted.Pending.Reason.Length > 0)
            connection.Execute("INSERT INTO document_reason (document, reason) VALUES (@document, @Reason)", new { document, accepted.Pending.Reason });
        Confirm(connection, document, accepted.Confirmed, decision);
        foreach (var row in accepted.Replayed)
            Act(connection, row, "Replayed", accepted.Pending.Reason, decision.By, decision.At, document);
        return outcome;
    }

    private static void Confirm(SqliteConnection connection, long document, IReadOnlyList<QuarantinedRow> warnings, PendingDecision decision)
    {
        using var insert = PreparedCommand.Insert(connection, "warning_confirmation",
            "document", "position", "source_row", "code", "offending_text", "reason", "confirmed_by", "confirmed_at");
        for (var i = 0; i < warnings.Count; i++)
            insert.Execute(document, i, warnings[i].Row, warnings[i].Code, warnings[i].Text, decision.Reason, decision.By, Texts.Of(decision.At));
    }

    private static int Decide(SqliteConnection connection, long pending, PendingDecision decision)
    {
        const string sql = """
            INSERT INTO pending_decision (pending, decision, reason, decided_by, decided_at)
            SELECT id, @name, @Reason, @By, @at FROM pending_document WHERE id = @pending ON CONFLICT DO NOTHING
            """;
        var name = decision.IsAccepted ? "Accepted" : "Cancelled";
        return connection.Execute(sql, new { pending, name, decision.Reason, decision.By, at = Texts.Of(decision.At) }) == 1 ? 1 : throw PendingDecision.AlreadyMade();
    }

    private static void Act(SqliteConnection connection, RowPlace row, string act, string reason, string by, DateTimeOffset at, long? result)
    {
        const string sql = """
            INSERT INTO quarantine_act (document, source_row, act, reason, done_by, done_at, result_document)
            SELECT DISTINCT q.document, q.source_row, @act, @reason, @by, @at, @result
            FROM quarantined_row q JOIN raw_document r ON r.id = q.document
            WHERE r.sha256 = @DocumentSha256 AND q.source_row = @Row AND q.kind <> 'Notice' ON CONFLICT DO NOTHING
            """;
        if (connection.Execute(sql, new { act, reason, by, at = Texts.Of(at), result, row.DocumentSha256, row.Row }) != 1)
            throw new InvalidOperationException($"第{row.Row}行已有人处理。Row {row.Row} has already been dealt with.");
    }
}
