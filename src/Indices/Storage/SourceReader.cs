using System.Data;
using Indices.Observations;
using Indices.Sources;

namespace Indices.Storage;

internal sealed class SourceReader(Database database) : ISourceReader
{
    private const string Fetched = """
        SELECT source, address, started_at, ended_at, started_by, outcome, http_status, sha256, etag, last_modified, headers,
               failure_chinese, failure_english
        FROM fetch
        """;

    public Task<Fetch?> LastStored(string source, CancellationToken cancellation = default) => database.Read(
        c => c.List($"{Fetched} WHERE source = @source AND outcome = 'Stored' ORDER BY id DESC LIMIT 1", new { source }, Read).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<Fetch>> Fetches(string source, int count, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<Fetch>>(
            c => c.List($"{Fetched} WHERE source = @source ORDER BY id DESC LIMIT @count", new { source, count }, Read), cancellation);

    public Task<IReadOnlyList<Fetch>> LastFetches(CancellationToken cancellation = default) => database.Read<IReadOnlyList<Fetch>>(
        c => c.List($"{Fetched} WHERE id IN (SELECT MAX(id) FROM fetch GROUP BY source)", null, Read), cancellation);

    public Task<IReadOnlyList<NewestValue>> Newest(CancellationToken cancellation = default)
    {
        // Within a series the order of the texts is that of the periods, and the key begins with it: one look for each series.
        const string sql = """
            SELECT n.indicator, n.measure, n.area, n.scope, n.origin, n.period FROM (
                SELECT s.*, (SELECT MAX(o.period) FROM observation o WHERE o.series = s.id) AS period FROM series s) n
            WHERE n.period IS NOT NULL
            """;
        return database.Read<IReadOnlyList<NewestValue>>(c => c.List(sql, null, r => new NewestValue(
            new SeriesId(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Name<Origin>(4)), r.Period(5))), cancellation);
    }

    private static Fetch Read(IDataRecord r) => new(
        r.GetString(0), r.GetString(1), r.Instant(2), r.Instant(3), r.GetString(4), r.Name<FetchOutcome>(5),
        r.IsDBNull(6) ? null : r.GetInt32(6), r.TextOrNull(7), r.TextOrNull(8), r.TextOrNull(9), r.TextOrNull(10), r.TextOrNull(11), r.TextOrNull(12));
}
