using System.Data;
using Dapper;
using Indices.Accounts;

namespace Indices.Storage;

internal sealed class SessionStore(Database database, AuditLog log) : ISessionReader, ISessionWriter
{
    /// <summary>Nobody ended it, and the account is as it was when it began.</summary>
    private const string Going = $"""
        SELECT {AccountRows.Columns}, s.id, s.began_at, s.last_seen_at, s.address, s.agent
        FROM staff_session s JOIN account ON account.id = s.account
        WHERE s.ended_at IS NULL AND s.stamp = account.stamp AND account.is_disabled = 0
        """;

    public Task<StaffSession?> Find(string id, CancellationToken cancellation = default) =>
        database.Read(c => c.List($"{Going} AND s.id = @id", new { id }, Read).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<StaffSession>> Seen(DateTimeOffset since, CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<StaffSession>>(
            c => c.List($"{Going} AND s.last_seen_at >= @since ORDER BY s.began_at DESC", new { since = Texts.Of(since) }, Read), cancellation);

    public Task Begin(StaffSession session, CancellationToken cancellation = default)
    {
        const string sql = """
            INSERT INTO staff_session (id, account, stamp, began_at, last_seen_at, address, agent)
            VALUES (@Id, @account, @stamp, @began, @seen, @Address, @Agent)
            """;
        return database.Write(c => c.Execute(sql, new
        {
            session.Id, account = session.Account.Id, stamp = session.Account.Stamp,
            began = Texts.Of(session.BeganAt), seen = Texts.Of(session.LastSeenAt), session.Address, session.Agent,
        }), cancellation);
    }

    public Task RecordSeen(string id, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Write(c => c.Execute("UPDATE staff_session SET last_seen_at = @at WHERE id = @id", new { id, at = Texts.Of(at) }), cancellation);

    public Task EndSession(string id, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default) => log.Write(
        c => c.Execute("UPDATE staff_session SET ended_at = @at WHERE id = @id AND ended_at IS NULL", new { id, at = Texts.Of(at) }) is 1 and var ended
            ? ended
            : throw new InvalidOperationException("该会话已结束。The session has ended already."),
        _ => audit, cancellation);

    private static StaffSession Read(IDataRecord r)
    {
        const int own = AccountRows.Count;
        return new(r.GetString(own), AccountRows.Read(r), r.Instant(own + 1), r.Instant(own + 2), r.TextOrNull(own + 3), r.GetString(own + 4));
    }
}
