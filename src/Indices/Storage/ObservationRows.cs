using System.Data;
using Dapper;
using Indices.Observations;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Turns rows of the observation table into observations.</summary>
internal static class ObservationRows
{
    /// <summary>
    /// "As of": of each series and period the newest vintage not after <c>@asOf</c>, and the first. Every reader that
    /// asks what was known at a time asks this. The grouping runs along the primary key, so nothing is sorted.
    /// </summary>
    private const string KnownAsOf = """
        SELECT o.series, o.period, o.vintage, known.first, o.value, o.status, o.bound, o.citation, o.document, o.printed, o.factor
        FROM (SELECT series, period, MAX(vintage) AS newest, MIN(vintage) AS first
              FROM observation
              WHERE vintage <= @asOf AND (@all OR series IN (SELECT id FROM series WHERE indicator IN @indicators))
              GROUP BY series, period) AS known
        JOIN observation o ON o.series = known.series AND o.period = known.period AND o.vintage = known.newest
        """;

    private const string Each = """
        SELECT o.series, o.period, o.vintage,
               (SELECT MIN(f.vintage) FROM observation f WHERE f.series = o.series AND f.period = o.period),
               o.value, o.status, o.bound, o.citation, o.document, o.printed, o.factor
        FROM observation o
        """;

    // Along the key of document_series and then of its observations, so that a page costs what it shows.
    private const string OfDocuments = "JOIN document_series d ON d.series = o.series AND d.document = o.document";
    private const string LastFirst = "ORDER BY d.document DESC, d.series DESC, o.period DESC, o.vintage DESC";

    public static List<Observation> AsOf(SqliteConnection connection, IReadOnlyCollection<string> indicators, Vintage asOf) =>
        Read(connection, KnownAsOf, new { asOf = asOf.ToString(), all = indicators.Count == 0, indicators });

    public static List<Observation> UpTo(SqliteConnection connection, IReadOnlyCollection<string> indicators, Vintage asOf)
    {
        const string known = """
            WHERE o.vintage <= @asOf AND (@all OR o.series IN (SELECT id FROM series WHERE indicator IN @indicators))
            ORDER BY o.series, o.period, o.vintage
            """;
        return Read(connection, $"{Each} {known}", new { asOf = asOf.ToString(), all = indicators.Count == 0, indicators });
    }

    public static List<Observation> StoredLast(SqliteConnection connection, int count) =>
        Read(connection, $"{Each} {OfDocuments} {LastFirst} LIMIT @count", new { count });

    public static Intake.PageOf<Observation> Page(SqliteConnection connection, string indicator, int skip, int take)
    {
        const string chosen = "WHERE @indicator = '' OR o.series IN (SELECT id FROM series WHERE instr(lower(indicator), lower(@indicator)) > 0)";
        return new(
            Read(connection, $"{Each} {OfDocuments} {chosen} {LastFirst} LIMIT @take OFFSET @skip", new { indicator, skip, take }),
            connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM observation o {chosen}", new { indicator }));
    }

    public static List<Observation> History(SqliteConnection connection, SeriesId series, Period period)
    {
        const string ofSeries = """
            WHERE o.period = @period AND o.series = (SELECT id FROM series
                WHERE indicator = @Indicator AND measure = @Measure AND area = @Area AND scope = @Scope AND origin = @origin)
            ORDER BY o.vintage DESC
            """;
        return Read(connection, $"{Each} {ofSeries}", new
        {
            period = period.ToString(), series.Indicator, series.Measure, series.Area, series.Scope, origin = series.Origin.ToString(),
        });
    }

    private static List<Observation> Read(SqliteConnection connection, string sql, object parameters)
    {
        using var series = new Lookup<SeriesId>(connection, "SELECT indicator, measure, area, scope, origin FROM series WHERE id = $1",
            r => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Name<Origin>(4)));
        using var citations = new Lookup<Citation>(connection, "SELECT source_name, address, tier, label FROM citation WHERE id = $1",
            r => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3) is { Length: > 0 } label ? label : null));
        using var documents = new Lookup<string>(connection, "SELECT sha256 FROM raw_document WHERE id = $1", r => r.GetString(0));
        return connection.List(sql, parameters, r => new Observation(
            series[r.GetInt64(0)],
            r.Period(1),
            r.NumberOrNull(4),
            r.Name<ObservationStatus>(5),
            r.Vintage(2),
            r.Vintage(3),
            documents[r.GetInt64(8)],
            r.Name<Bound>(6),
            r.IntegerOrNull(7) is { } citation ? citations[citation] : null,
            r.TextOrNull(9) is { } printed ? new Conversion(printed, r.GetString(10)) : null));
    }

    /// <summary>Rows that many others point to, each read once.</summary>
    private sealed class Lookup<T>(SqliteConnection connection, string sql, Func<IDataRecord, T> read) : IDisposable where T : class
    {
        private readonly PreparedCommand _command = new(connection, sql, 1);
        private readonly Dictionary<long, T> _found = [];

        public T this[long id]
        {
            get
            {
                if (!_found.TryGetValue(id, out var row))
                    _found.Add(id, row = _command.First(read, id) ?? throw new InvalidOperationException($"No row {id}: {sql}"));
                return row;
            }
        }

        public void Dispose() => _command.Dispose();
    }
}
