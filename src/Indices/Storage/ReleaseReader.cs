using Dapper;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;

namespace Indices.Storage;

/// <summary>Public reads. Nothing here selects from anywhere but <see cref="Visibility"/>, except the instant of what comes next.</summary>
internal sealed class ReleaseReader(Database database) : IReleaseReader
{
    public Task<IReadOnlyList<ReleaseContent>> Newest(DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}, ranked AS (
                SELECT *, ROW_NUMBER() OVER (PARTITION BY index_code ORDER BY period DESC, number DESC) AS place FROM visible)
            SELECT {ReleaseRows.Columns} FROM ranked WHERE place = 1 ORDER BY index_code
            """;
        return database.Read<IReadOnlyList<ReleaseContent>>(c => ReleaseRows.Contents(c, sql, new { now = Texts.Of(now) }), cancellation);
    }

    public Task<ReleaseContent?> Find(string index, Period? period, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT {ReleaseRows.Columns} FROM visible
            WHERE index_code = @index AND (@period IS NULL OR period = @period)
            ORDER BY period DESC, number DESC LIMIT 1
            """;
        return database.Read(c => ReleaseRows.Content(c, sql, new { index, period = period?.ToString(), now = Texts.Of(now) }), cancellation);
    }

    public Task<ReleaseContent?> FindVersion(string index, Period period, int number, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT {ReleaseRows.Columns} FROM visible WHERE index_code = @index AND period = @period AND number = @number
            """;
        return database.Read(c => ReleaseRows.Content(c, sql, new { index, period = period.ToString(), number, now = Texts.Of(now) }), cancellation);
    }

    public Task<IReadOnlyList<ReleaseVersion>> History(string index, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT {ReleaseRows.Columns} FROM visible WHERE index_code = @index ORDER BY period DESC, number DESC
            """;
        return database.Read<IReadOnlyList<ReleaseVersion>>(c => ReleaseRows.Versions(c, sql, new { index, now = Texts.Of(now) }), cancellation);
    }

    public Task<IReadOnlyList<ReleaseStep>> Steps(string? index, DateTimeOffset now, CancellationToken cancellation = default)
    {
        // A correction of an older period does not become the newest version, and so is no step.
        const string sql = $"""
            {Visibility.With}, running AS (
                SELECT *, MAX(period) OVER (PARTITION BY index_code ORDER BY release_at, period, number) AS newest
                FROM visible WHERE @index IS NULL OR index_code = @index)
            SELECT {ReleaseRows.Columns} FROM running WHERE period = newest ORDER BY release_at, index_code, period, number
            """;
        return database.Read<IReadOnlyList<ReleaseStep>>(c => ReleaseRows.Steps(c, ReleaseRows.Versions(c, sql, new { index, now = Texts.Of(now) })), cancellation);
    }

    public Task<IReadOnlyList<CausePoints>> Causes(long releaseVersion, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT compared_with, cause, points FROM review_change
            WHERE release_version = @releaseVersion AND release_version IN (SELECT id FROM visible) ORDER BY position
            """;
        return database.Read<IReadOnlyList<CausePoints>>(
            c => [.. c.List(sql, new { releaseVersion, now = Texts.Of(now) }, r => new CausePoints(r.Period(0), r.Name<ChangeCause>(1), r.Number(2)))
                .GroupBy(p => (p.From, p.Cause)).Select(g => new CausePoints(g.Key.From, g.Key.Cause, g.Sum(p => p.Points))).OrderBy(p => p.Cause)],
            cancellation);
    }

    public Task<IReadOnlyList<ReleasedScore>> Scores(string index, string indicator, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT {ReleaseRows.Columns} FROM visible WHERE index_code = @index ORDER BY period DESC, number DESC
            """;
        return database.Read<IReadOnlyList<ReleasedScore>>(
            c => ReleaseRows.Scores(c, ReleaseRows.Versions(c, sql, new { index, now = Texts.Of(now) }), indicator), cancellation);
    }

    public Task<FrozenParameters> Frozen(string index, DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT name, value FROM frozen_parameter f JOIN visible v ON v.id = f.release_version WHERE f.index_code = @index ORDER BY v.decision
            """;
        return database.Read(c => FrozenRows.List(c, sql, new { index, now = Texts.Of(now) }), cancellation);
    }

    public Task<string> Edition(DateTimeOffset now, CancellationToken cancellation = default)
    {
        // What is visible is only ever added to, so the number of versions alone tells two states apart.
        const string sql = $"{Visibility.With} SELECT COUNT(*) || '-' || COALESCE(MAX(id), 0) FROM visible";
        return database.Read(c => c.QuerySingle<string>(sql, new { now = Texts.Of(now) }), cancellation);
    }

    public Task<DateTimeOffset?> NextInstant(DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = "SELECT MIN(release_at) FROM release_state WHERE state = 'Approved' AND release_at > @now";
        return database.Read<DateTimeOffset?>(
            c => c.ExecuteScalar<string?>(sql, new { now = Texts.Of(now) }) is { } next ? Texts.Instant(next) : null, cancellation);
    }
}
