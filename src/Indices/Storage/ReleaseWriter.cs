using Dapper;
using Indices.Accounts;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class ReleaseWriter(Database database, AuditLog log, ReleaseSeals seals) : IReleaseWriter
{
    private const string Superseded = "被更新的计算取代\nsuperseded by a newer calculation";

    public Task<(long Id, bool IsNew)> Propose(NewCandidate candidate, CancellationToken cancellation = default) =>
        database.Write(c => Propose(c, candidate), cancellation);

    public Task<RecalculationResult> Offer(NewCandidate candidate, long recalculation, CancellationToken cancellation = default) => database.Write(c =>
    {
        if (Result(c, candidate.Period, recalculation) is { } known)
            return known;
        var (version, outcome, note) = Offer(c, candidate);
        RecalculationRows.Add(c, recalculation, candidate.Period, outcome, note, version, candidate.ProposedAt);
        return Result(c, candidate.Period, recalculation)!;
    }, cancellation);

    public Task Approve(
        long id, string fingerprint, DateTimeOffset releaseAt, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        log.Write(c =>
        {
            var candidate = DecisionRows.Require(c, id, ReleaseState.Candidate);
            DecisionRows.RequireContent(candidate, fingerprint);
            DecisionRows.Approve(c, candidate, releaseAt, null, by.Name, at);
            seals.Add(c, id, at);
            return candidate;
        }, candidate => AuditEntry.Done(at, by, "release.approve", DecisionRows.Subject(candidate)), cancellation);

    public Task<IReadOnlyList<ReleaseVersion>> RecordPublications(DateTimeOffset now, CancellationToken cancellation = default)
    {
        const string sql = $"""
            {Visibility.With}
            SELECT {ReleaseRows.Columns} FROM visible
            WHERE id NOT IN (SELECT release_version FROM publication) ORDER BY release_at, id
            """;
        return database.Write<IReadOnlyList<ReleaseVersion>>(c =>
        {
            var at = Texts.Of(now);
            var fresh = ReleaseRows.Versions(c, sql, new { now = at });
            using var insert = PreparedCommand.Insert(c, "publication", "release_version", "recorded_at");
            foreach (var version in fresh)
                insert.Execute(version.Id, at);
            return fresh;
        }, cancellation);
    }

    private static RecalculationResult? Result(SqliteConnection connection, Period period, long recalculation) =>
        RecalculationRows.List(connection, "WHERE r.id = @recalculation", new { recalculation })
            .SelectMany(r => r.Periods).SingleOrDefault(p => p.Period == period)?.Result;

    private (long Version, RecalculationOutcome Outcome, string Note) Offer(SqliteConnection connection, NewCandidate candidate)
    {
        const string sql = $"""
            SELECT {ReleaseRows.Columns} FROM release_state WHERE index_code = @Index AND period = @period ORDER BY number DESC LIMIT 1
            """;
        var newest = ReleaseRows.Versions(connection, sql, new { candidate.Index, period = candidate.Period.ToString() }).SingleOrDefault();
        if (newest?.Fingerprint == candidate.Fingerprint)
            return (newest.Id, RecalculationOutcome.Unchanged, "无变化\nunchanged");
        if (newest is { State: ReleaseState.Candidate or ReleaseState.Reviewed })
            Supersede(connection, newest, candidate);
        var (id, isNew) = Propose(connection, candidate);
        return isNew
            ? (id, RecalculationOutcome.Offered, "新候选\nnew candidate")
            : (id, RecalculationOutcome.Unchanged, "与已批准的相同\nsame as approved");
    }

    private void Supersede(SqliteConnection connection, ReleaseVersion older, NewCandidate candidate)
    {
        DecisionRows.Add(connection, older, WorkflowStepKind.Rejected, candidate.ProposedBy, candidate.ProposedAt, reason: Superseded);
        log.Append(connection, AuditEntry.Done(candidate.ProposedAt, candidate.ProposedBy, "release.reject", DecisionRows.Subject(older)));
    }

    private static (long Id, bool IsNew) Propose(SqliteConnection connection, NewCandidate candidate)
    {
        var of = new { index = candidate.Index, period = candidate.Period.ToString(), candidate.Fingerprint };
        if (Same(connection, of) is { } known)
            return (known, false);
        var number = connection.QuerySingle<long>(
            "SELECT COALESCE(MAX(number), 0) + 1 FROM release_version WHERE index_code = @index AND period = @period", of);
        return (CandidateRows.Add(connection, candidate, number), true);
    }

    /// <summary>
    /// The version that already offers this content. One from before the newest approved version does not count:
    /// going back to what was published earlier is a new version, not silence. So is going back to what was set aside
    /// for a later calculation: only the newest version stays rejected when it is offered again.
    /// </summary>
    private static long? Same(SqliteConnection connection, object of) => connection.QuerySingleOrDefault<long?>("""
        SELECT MAX(id) FROM release_state
        WHERE index_code = @index AND period = @period AND fingerprint = @Fingerprint AND number >= COALESCE(
            (SELECT MAX(number) FROM release_state WHERE index_code = @index AND period = @period AND state = 'Approved'), 0)
          AND (state <> 'Rejected' OR number = (SELECT MAX(number) FROM release_version WHERE index_code = @index AND period = @period))
        """, of);
}
