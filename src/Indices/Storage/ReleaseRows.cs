using System.Data;
using System.Text.Json;
using Indices.Observations;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Turns rows of the release tables into release versions and what they hold.</summary>
/// <remarks>Period keys of one index have one frequency, and within a frequency text order is time order.</remarks>
internal static class ReleaseRows
{
    /// <summary>Columns of the view <c>release_state</c>, in the order that <see cref="Versions"/> reads.</summary>
    public const string Columns = """
        id, index_code, period, number, kind, reason, methodology_version, data_vintage, origin, fingerprint, calculation,
        proposed_at, state, release_at, decided_by, decided_at, proposed_by, wrong, since, changes
        """;

    public static List<ReleaseVersion> Versions(SqliteConnection connection, string sql, object parameters) =>
        connection.List(sql, parameters, r => new ReleaseVersion(
            r.GetInt64(0), r.GetString(1), r.Period(2), r.GetInt32(3), r.Name<ReleaseKind>(4), r.TextOrNull(5), r.GetString(6),
            r.Vintage(7), r.Name<Origin>(8), r.GetString(9), r.GetInt64(10), r.Instant(11), r.Name<ReleaseState>(12),
            r.InstantOrNull(13), r.TextOrNull(14), r.InstantOrNull(15))
            { ProposedBy = r.GetString(16), Notice = NoticeRows.Read(r, 17) });

    public static ReleaseContent? Content(SqliteConnection connection, string sql, object parameters) =>
        Contents(connection, sql, parameters).SingleOrDefault();

    /// <summary>The versions that a query finds, in its order, each with all it holds; one query a table however many there are.</summary>
    public static List<ReleaseContent> Contents(SqliteConnection connection, string sql, object parameters)
    {
        var versions = Versions(connection, sql, parameters);
        var ids = versions.Select(v => v.Id).ToList();
        var values = Of(connection, ids, "release_value", "period, node, methodology_version, published, value, status, coverage, reason", Value);
        var contributions = Of(connection, ids, "release_contribution", "from_period, to_period, group_code, indicator, published, points",
            r => new PublishedContribution(r.Period(1), r.Period(2), r.GetString(3), r.GetString(4), r.GetString(5), r.Number(6)));
        var scores = Of(connection, ids, "release_score", "period, indicator, value, score, status",
            r => new PublishedScore(r.Period(1), r.GetString(2), r.NumberOrNull(3), r.NumberOrNull(4), r.Name<ObservationStatus>(5)));
        var levels = Of(connection, ids, "release_level", "period, series, published, value, unit",
            r => new PublishedLevel(r.Period(1), r.GetString(2), r.TextOrNull(3), r.NumberOrNull(4), r.GetString(5)));
        var notes = Of(connection, ids, "release_note", "note", r => r.GetString(1));
        var uncertainty = UncertaintyRows.Of(connection, versions);
        return [.. versions.Select(v => new ReleaseContent(
            v, [.. values[v.Id]], [.. contributions[v.Id]], [.. scores[v.Id]], [.. levels[v.Id]], [.. notes[v.Id]])
            { Uncertainty = uncertainty.GetValueOrDefault(v.Id) })];
    }

    /// <param name="versions">In the order in which they took effect.</param>
    public static List<ReleaseStep> Steps(SqliteConnection connection, List<ReleaseVersion> versions)
    {
        // Within one index a value is told again only when something of it differs from the version before.
        const string sql = """
            WITH step AS (SELECT value AS id, key AS place FROM json_each(@ids)),
            told AS (
                SELECT v.*, s.place, r.index_code,
                    LAG(s.place) OVER same AS before, LAG(v.published) OVER same AS published_before, LAG(v.status) OVER same AS status_before,
                    LAG(v.coverage) OVER same AS coverage_before, LAG(v.methodology_version) OVER same AS methodology_before, LAG(v.reason) OVER same AS reason_before
                FROM step AS s JOIN release_version AS r ON r.id = s.id JOIN release_value AS v ON v.release_version = s.id
                WINDOW same AS (PARTITION BY r.index_code, v.period, v.node ORDER BY s.place))
            SELECT release_version, period, node, methodology_version, published, value, status, coverage, reason FROM told
            WHERE before IS NULL OR published IS NOT published_before OR status <> status_before OR coverage <> coverage_before
                OR methodology_version <> methodology_before OR reason IS NOT reason_before
            ORDER BY place, position
            """;
        var values = connection.List(sql, new { ids = JsonSerializer.Serialize(versions.Select(v => v.Id)) }, r => (Version: r.GetInt64(0), Row: Value(r)))
            .ToLookup(r => r.Version, r => r.Row);
        return [.. versions.Select(v => new ReleaseStep(v, [.. values[v.Id]]))];
    }

    /// <summary>One indicator in each of the versions that has it, in their order.</summary>
    public static List<ReleasedScore> Scores(SqliteConnection connection, List<ReleaseVersion> versions, string indicator)
    {
        const string sql = """
            SELECT release_version, period, value, score, status FROM release_score
            WHERE indicator = @indicator AND release_version IN (SELECT value FROM json_each(@ids))
            """;
        var scores = connection.List(sql, new { indicator, ids = JsonSerializer.Serialize(versions.Select(v => v.Id)) },
                r => (Version: r.GetInt64(0), Row: new PublishedScore(r.Period(1), indicator, r.NumberOrNull(2), r.NumberOrNull(3), r.Name<ObservationStatus>(4))))
            .ToLookup(r => r.Version, r => r.Row);
        return [.. versions.SelectMany(v => scores[v.Id].Select(score => new ReleasedScore(v, score)))];
    }

    private static PublishedValue Value(IDataRecord r) => new(
        r.Period(1), r.GetString(2), r.GetString(3), r.TextOrNull(4), r.NumberOrNull(5), r.Name<ObservationStatus>(6), r.Number(7), r.TextOrNull(8));

    private static ILookup<long, T> Of<T>(
        SqliteConnection connection, List<long> versions, string table, string columns, Func<IDataRecord, T> read)
    {
        var sql = $"SELECT release_version, {columns} FROM {table} WHERE release_version IN @versions ORDER BY release_version, position";
        return connection.List(sql, new { versions }, r => (Version: r.GetInt64(0), Row: read(r))).ToLookup(r => r.Version, r => r.Row);
    }
}
