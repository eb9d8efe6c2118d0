using System.Data;
using Dapper;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class ObservationReader(Database database) : IObservationReader
{
    public Task<Snapshot> ReadSnapshot(IReadOnlyCollection<string> indicators, Vintage asOf, CancellationToken cancellation = default) =>
        database.Read(c => new Snapshot(asOf, ObservationRows.AsOf(c, indicators, asOf), DealRows.AsOf(c, asOf)), cancellation);

    public Task<ObservationHistory> ReadHistory(IReadOnlyCollection<string> indicators, Vintage asOf, CancellationToken cancellation = default) =>
        database.Read(c => new ObservationHistory(asOf, ObservationRows.UpTo(c, indicators, asOf)), cancellation);

    public Task<Vintage?> NewestVintage(IReadOnlyCollection<string> indicators, bool withDeals, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT MAX(newest) FROM (
                SELECT MAX(vintage) AS newest FROM observation
                WHERE @all OR series IN (SELECT id FROM series WHERE indicator IN @indicators)
                UNION ALL
                SELECT MAX(vintage) FROM deal WHERE @withDeals) AS either
            """;
        var parameters = new { all = indicators.Count == 0, indicators, withDeals };
        return database.Read<Vintage?>(
            c => c.ExecuteScalar<string?>(sql, parameters) is { } newest ? Vintage.Parse(newest) : null, cancellation);
    }

    public Task<long> ChangeCounter(CancellationToken cancellation = default) => database.Read(ChangeCounter, cancellation);

    // Walks back from the newest document, so it costs the same however many there are.
    internal static long ChangeCounter(SqliteConnection connection) => connection.ExecuteScalar<long?>(
        "SELECT document FROM document_outcome WHERE added + revised + deals > 0 ORDER BY document DESC LIMIT 1") ?? 0;

    public Task<IReadOnlyList<Observation>> Latest(int count, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<Observation>>(c => ObservationRows.StoredLast(c, count), cancellation);

    public Task<IReadOnlyList<Observation>> History(SeriesId series, Period period, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<Observation>>(c => ObservationRows.History(c, series, period), cancellation);

    public Task<IReadOnlyList<DocumentSummary>> Documents(int count, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT r.sha256, r.name, r.address, r.content_type, r.size, r.retrieved_at, r.received_by,
                   o.added + o.revised + o.unchanged, o.deals + o.deals_unchanged, o.refused, s.source
            FROM raw_document r JOIN document_outcome o ON o.document = r.id LEFT JOIN document_source s ON s.document = r.id
            ORDER BY r.id DESC LIMIT @count
            """;
        return database.Read<IReadOnlyList<DocumentSummary>>(c => c.List(sql, new { count }, Summary), cancellation);
    }

    public Task<bool> IsKnown(string sha256, CancellationToken cancellation = default) =>
        database.Read(c => c.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM raw_document WHERE sha256 = @sha256)", new { sha256 }), cancellation);

    public Task<IReadOnlyList<QuarantinedRow>> Quarantine(int count, CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT {FindingRows.Columns}
            FROM quarantined_row q JOIN raw_document r ON r.id = q.document
            ORDER BY q.document DESC, q.source_row, q.position LIMIT @count
            """;
        return database.Read<IReadOnlyList<QuarantinedRow>>(c => c.List(sql, new { count }, FindingRows.Read), cancellation);
    }

    private static DocumentSummary Summary(IDataRecord r) => new(
        new RawDocument(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt64(4), r.Vintage(5), r.GetString(6))
        {
            Source = r.TextOrNull(10),
        },
        r.GetInt32(7), r.GetInt32(8), r.GetInt32(9));
}
