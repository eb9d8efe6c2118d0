using System.Data;
using Dapper;
using Indices.Intake;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class IntakeReader(Database database) : IIntakeReader
{
    private const string PendingColumns = """
        SELECT p.sha256, p.name, p.address, p.content_type, p.size, p.retrieved_at, p.received_by, p.source,
               p.id, p.reason, d.decision, d.reason, d.decided_by, d.decided_at,
               e.fingerprint, e.reason, e.endorsed_by, e.endorsed_at
        FROM pending_document p LEFT JOIN pending_decision d ON d.pending = p.id
        LEFT JOIN pending_endorsement e ON e.id = (SELECT MAX(id) FROM pending_endorsement WHERE pending = p.id)
        """;

    /// <summary>A row of the quarantine is open until an act names it.</summary>
    private const string Open = """
        FROM quarantined_row q JOIN raw_document r ON r.id = q.document
        WHERE q.kind <> 'Notice' AND (@document IS NULL OR r.sha256 = @document)
          AND NOT EXISTS (SELECT 1 FROM quarantine_act a WHERE a.document = q.document AND a.source_row = q.source_row)
        """;

    public Task<IReadOnlyDictionary<SeriesId, IReadOnlyList<StoredValue>>> Known(
        IReadOnlyCollection<SeriesId> series, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyDictionary<SeriesId, IReadOnlyList<StoredValue>>>(c => Known(c, series, cancellation), cancellation);

    public Task<PendingDocument?> Pending(long id, CancellationToken cancellation = default) =>
        database.Read(c => c.List($"{PendingColumns} WHERE p.id = @id", new { id }, Pending).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<PendingDocument>> Waiting(CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<PendingDocument>>(
            c => c.List($"{PendingColumns} WHERE d.pending IS NULL ORDER BY p.id DESC", null, Pending), cancellation);

    public Task<PageOf<QuarantinedRow>> OpenRows(string? document, int skip, int take, CancellationToken cancellation = default) =>
        database.Read(c => new PageOf<QuarantinedRow>(
            c.List($"SELECT {FindingRows.Columns} {Open} ORDER BY q.document DESC, q.source_row, q.position LIMIT @take OFFSET @skip",
                new { document, skip, take }, FindingRows.Read),
            c.ExecuteScalar<int>($"SELECT COUNT(*) {Open}", new { document })), cancellation);

    public Task<IReadOnlyList<(string Document, int Rows)>> OpenRowsOf(IReadOnlySet<string> series, CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT r.name, COUNT(DISTINCT q.source_row) {Open}
              AND EXISTS (SELECT 1 FROM document_series d JOIN series s ON s.id = d.series WHERE d.document = r.id AND s.indicator IN @series)
            GROUP BY r.id ORDER BY r.id DESC
            """;
        return database.Read<IReadOnlyList<(string, int)>>(
            c => c.List(sql, new { document = (string?)null, series }, r => (r.GetString(0), r.GetInt32(1))), cancellation);
    }

    public Task<IReadOnlyList<QuarantineAct>> Acts(int count, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT r.name, a.source_row, a.reason, a.done_by, a.done_at, n.name
            FROM quarantine_act a JOIN raw_document r ON r.id = a.document LEFT JOIN raw_document n ON n.id = a.result_document
            ORDER BY a.done_at DESC, a.document, a.source_row LIMIT @count
            """;
        return database.Read<IReadOnlyList<QuarantineAct>>(c => c.List(sql, new { count }, r => new QuarantineAct(
            r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.Instant(4), r.TextOrNull(5))), cancellation);
    }

    public Task<RawDocument?> Document(string sha256, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT r.sha256, r.name, r.address, r.content_type, r.size, r.retrieved_at, r.received_by, s.source
            FROM raw_document r LEFT JOIN document_source s ON s.document = r.id WHERE r.sha256 = @sha256
            """;
        return database.Read(c => c.List(sql, new { sha256 }, r => DocumentOf(r)).SingleOrDefault(), cancellation);
    }

    public Task<IReadOnlyList<QuarantinedRow>> Findings(string sha256, CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT {FindingRows.Columns} FROM quarantined_row q JOIN raw_document r ON r.id = q.document
            WHERE r.sha256 = @sha256 ORDER BY q.source_row, q.position
            """;
        return database.Read<IReadOnlyList<QuarantinedRow>>(c => c.List(sql, new { sha256 }, FindingRows.Read), cancellation);
    }

    public Task<PageOf<Observation>> Observations(string indicator, int skip, int take, CancellationToken cancellation = default) =>
        database.Read(c => ObservationRows.Page(c, indicator, skip, take), cancellation);

    public Task<IReadOnlyList<CellVersion>> CellHistory(SeriesId series, Period period, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT r.sha256, r.name, r.address, r.content_type, r.size, r.retrieved_at, r.received_by, s.source,
                   o.period, o.vintage, o.value, o.status, o.bound, o.source_row,
                   COALESCE((SELECT reason FROM document_reason WHERE document = o.document),
                            (SELECT MIN(reason) FROM warning_confirmation w WHERE w.document = o.document AND w.source_row = o.source_row), ''),
                   (SELECT d.decided_by FROM pending_document p JOIN pending_decision d ON d.pending = p.id
                    WHERE p.sha256 = r.sha256 AND d.decision = 'Accepted'),
                   (SELECT e.endorsed_by FROM pending_endorsement e JOIN pending_document p ON p.id = e.pending
                    JOIN pending_decision d ON d.pending = p.id AND d.decision = 'Accepted' AND d.decided_by <> e.endorsed_by
                    WHERE p.sha256 = r.sha256 AND EXISTS (SELECT 1 FROM warning_confirmation w WHERE w.document = o.document AND w.source_row = o.source_row)
                    ORDER BY e.id DESC LIMIT 1),
                   o.printed, o.factor
            FROM observation o JOIN raw_document r ON r.id = o.document LEFT JOIN document_source s ON s.document = r.id
            WHERE o.period = @period AND o.series = (SELECT id FROM series
                WHERE indicator = @Indicator AND measure = @Measure AND area = @Area AND scope = @Scope AND origin = @origin)
            ORDER BY o.vintage DESC
            """;
        var cell = new { period = period.ToString(), series.Indicator, series.Measure, series.Area, series.Scope, origin = series.Origin.ToString() };
        return database.Read<IReadOnlyList<CellVersion>>(
            c => c.List(sql, cell, r => new CellVersion(Value(r, 8), DocumentOf(r), r.GetInt32(13), r.GetString(14), r.TextOrNull(15))
            {
                EndorsedBy = r.TextOrNull(16),
                How = r.TextOrNull(17) is { } printed ? new Conversion(printed, r.GetString(18)) : null,
            }), cancellation);
    }

    private static Dictionary<SeriesId, IReadOnlyList<StoredValue>> Known(
        SqliteConnection connection, IReadOnlyCollection<SeriesId> series, CancellationToken cancellation)
    {
        using var values = new PreparedCommand(connection, """
            SELECT o.period, o.vintage, o.value, o.status, o.bound FROM observation o JOIN series s ON s.id = o.series
            WHERE s.indicator = $1 AND s.measure = $2 AND s.area = $3 AND s.scope = $4 AND s.origin = $5
            """, 5);
        var known = new Dictionary<SeriesId, IReadOnlyList<StoredValue>>();
        foreach (var one in series)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = values.All(r => Value(r, 0), one.Indicator, one.Measure, one.Area, one.Scope, one.Origin.ToString());
            if (rows.Count > 0)
                known[one] = [.. rows.OrderBy(v => v.Period.End).ThenBy(v => v.Period.Frequency).ThenBy(v => v.Vintage)];
        }
        return known;
    }

    private static StoredValue Value(IDataRecord r, int first) => new(
        r.Period(first), r.Vintage(first + 1), r.TextOrNull(first + 2), r.Name<ObservationStatus>(first + 3), r.Name<Bound>(first + 4));

    private static RawDocument DocumentOf(IDataRecord r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), r.Vintage(5), r.GetString(6))
        {
            Source = r.TextOrNull(7),
        };

    private static PendingDocument Pending(IDataRecord r) => new(
        r.GetInt64(8), DocumentOf(r), r.GetString(9),
        r.TextOrNull(10) is { } decision ? new PendingDecision(decision == "Accepted", r.GetString(11), r.GetString(12), r.Instant(13)) : null)
    {
        Endorsement = r.TextOrNull(14) is { } fingerprint ? new Endorsement(fingerprint, r.GetString(15), r.GetString(16), r.Instant(17)) : null,
    };
}
