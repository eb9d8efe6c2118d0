using System.Security.Cryptography;
using Dapper;
using Indices.Accounts;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class AccountWriter(AuditLog log) : IAccountWriter
{
    public Task Create(
        string name, string passwordHash, Role role, bool mustChangePassword, AuditEntry audit, CancellationToken cancellation = default)
    {
        const string sql = """
            INSERT INTO account (name, password_hash, password_set_at, role, stamp, is_disabled, failed_logins, must_change_password)
            VALUES (@name, @passwordHash, @at, @role, @stamp, 0, 0, @mustChangePassword) ON CONFLICT DO NOTHING
            """;
        var parameters = new { name, passwordHash, at = Texts.Of(audit.At), role = role.ToString(), stamp = NewStamp(), mustChangePassword };
        return log.Write(c =>
        {
            if (c.Execute(sql, parameters) == 0)
                throw new InvalidOperationException($"账号 {name} 已存在。The account name {name} is taken.");
            return Remember(c, name, passwordHash, audit);
        }, _ => audit, cancellation);
    }

    public Task SetPassword(string name, string passwordHash, bool mustChange, AuditEntry audit, CancellationToken cancellation = default) =>
        log.Write(c =>
        {
            Change(c, name, "password_hash = @passwordHash, password_set_at = @at, must_change_password = @mustChange, stamp = @stamp",
                new { name, passwordHash, at = Texts.Of(audit.At), mustChange, stamp = NewStamp() });
            return Remember(c, name, passwordHash, audit);
        }, _ => audit, cancellation);

    public Task Rehash(string name, string passwordHash, AuditEntry audit, CancellationToken cancellation = default) =>
        log.Write(c => Change(c, name, "password_hash = @passwordHash", new { name, passwordHash }), _ => audit, cancellation);

    public Task SetRole(string name, Role role, bool disabled, AuditEntry audit, CancellationToken cancellation = default) => log.Write(
        c => Change(c, name, "role = @role, is_disabled = @disabled, stamp = @stamp", new { name, role = role.ToString(), disabled, stamp = NewStamp() }),
        _ => audit, cancellation);

    public Task EndSessions(string name, AuditEntry audit, CancellationToken cancellation = default) =>
        log.Write(c => EndSessions(c, name), _ => audit, cancellation);

    public Task RecordLogin(string name, int failures, DateTimeOffset? lockedUntil, AuditEntry audit, CancellationToken cancellation = default) => log.Write(
        c => Change(c, name, "failed_logins = @failures, locked_until = @lockedUntil", new { name, failures, lockedUntil = failures == 0 ? null : Texts.Of(lockedUntil) }),
        _ => audit, cancellation);

    /// <summary>Within the caller's transaction.</summary>
    internal static int EndSessions(SqliteConnection connection, string name) => Change(connection, name, "stamp = @stamp", new { name, stamp = NewStamp() });

    private static int Change(SqliteConnection connection, string name, string columns, object parameters) =>
        connection.Execute($"UPDATE account SET {columns} WHERE lower(name) = lower(@name)", parameters) is 1 and var changed
            ? changed
            : throw new InvalidOperationException($"没有账号 {name}。There is no account {name}.");

    private static int Remember(SqliteConnection connection, string name, string passwordHash, AuditEntry audit) => connection.Execute(
        "INSERT INTO password_history (account, password_hash, set_at) SELECT id, @passwordHash, @at FROM account WHERE lower(name) = lower(@name)",
        new { name, passwordHash, at = Texts.Of(audit.At) });

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
