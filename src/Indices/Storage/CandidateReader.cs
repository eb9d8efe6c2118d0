using Dapper;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;

namespace Indices.Storage;

/// <summary>Staff reads: every version in every state.</summary>
internal sealed class CandidateReader(Database database) : ICandidateReader
{
    public Task<IReadOnlyList<ReleaseVersion>> Recent(int count, CancellationToken cancellation = default)
    {
        const string sql = $"SELECT {ReleaseRows.Columns} FROM release_state ORDER BY id DESC LIMIT @count";
        return database.Read<IReadOnlyList<ReleaseVersion>>(c => ReleaseRows.Versions(c, sql, new { count }), cancellation);
    }

    public Task<ReleaseContent?> Content(long id, CancellationToken cancellation = default)
    {
        const string sql = $"SELECT {ReleaseRows.Columns} FROM release_state WHERE id = @id";
        return database.Read(c => ReleaseRows.Content(c, sql, new { id }), cancellation);
    }

    public Task<ReleaseContent?> NewestVersion(string index, Period period, CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT {ReleaseRows.Columns} FROM release_state
            WHERE index_code = @index AND period = @period ORDER BY number DESC LIMIT 1
            """;
        return database.Read(c => ReleaseRows.Content(c, sql, new { index, period = period.ToString() }), cancellation);
    }

    public Task<ReleaseContent?> ApprovedBefore(string index, Period period, CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT {ReleaseRows.Columns} FROM release_state
            WHERE index_code = @index AND period < @period AND state = 'Approved' ORDER BY period DESC, number DESC LIMIT 1
            """;
        return database.Read(c => ReleaseRows.Content(c, sql, new { index, period = period.ToString() }), cancellation);
    }

    public Task<bool> HasApproved(string index, Period period, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT EXISTS (SELECT 1 FROM release_state WHERE index_code = @index AND period = @period AND state = 'Approved')
            """;
        return database.Read(c => c.ExecuteScalar<bool>(sql, new { index, period = period.ToString() }), cancellation);
    }

    public Task<FrozenParameters> Frozen(string index, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT name, value FROM frozen_parameter f JOIN release_state s ON s.id = f.release_version
            WHERE f.index_code = @index AND s.state = 'Approved' ORDER BY s.decision
            """;
        return database.Read(c => FrozenRows.List(c, sql, new { index }), cancellation);
    }

    public Task<IReadOnlyList<WorkflowStep>> Steps(long id, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<WorkflowStep>>(c => DecisionRows.Of(c, id), cancellation);

    public Task<IReadOnlyList<string>> PreparedBy(ReleaseVersion version, IReadOnlySet<string> series, CancellationToken cancellation = default) =>
        database.Read(c => Preparers.Of(c, version, series), cancellation);

    public Task<string?> Receipt(long releaseVersion, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT c.receipt FROM release_version v JOIN calculation c ON c.id = v.calculation WHERE v.id = @releaseVersion
            """;
        return database.Read(c => c.QuerySingleOrDefault<string?>(sql, new { releaseVersion }), cancellation);
    }

    public Task<CandidateReview> Review(long releaseVersion, CancellationToken cancellation = default)
    {
        const string changes = """
            SELECT compared_with, group_code, indicator, cause, points FROM review_change WHERE release_version = @releaseVersion ORDER BY position
            """;
        const string queries = """
            SELECT indicator, period, value, change, robust_z, g, unusual_change, outside_goalposts
            FROM review_query WHERE release_version = @releaseVersion ORDER BY position
            """;
        return database.Read(c =>
        {
            var items = c.List(changes, new { releaseVersion }, r =>
                (ComparedWith: r.Period(0), Item: new ChangeItem(r.GetString(1), r.GetString(2), r.Name<ChangeCause>(3), r.Number(4))));
            return new CandidateReview(
                items.Count == 0 ? null : items[0].ComparedWith,
                [.. items.Select(i => i.Item)],
                [.. c.List(queries, new { releaseVersion }, r => new OutlierQuery(
                    r.GetString(0), r.Period(1), r.Number(2), r.NumberOrNull(3), r.NumberOrNull(4), r.NumberOrNull(5), r.GetInt64(6) == 1, r.GetInt64(7) == 1))]);
        }, cancellation);
    }
}
