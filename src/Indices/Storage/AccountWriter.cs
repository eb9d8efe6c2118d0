using System.Security.Cryptography;
using Dapper;
using Indices.Accounts;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Every change and its line in the audit log are one transaction.</summary>
internal sealed class AccountWriter(Database database) : IAccountWriter
{
    public Task Create(
        string name, string passwordHash, Role role, bool mustChangePassword, AuditEntry audit, CancellationToken cancellation = default)
    {
        const string sql = """
            INSERT INTO account (name, password_hash, role, stamp, is_disabled, failed_logins, must_change_password)
            VALUES (@name, @passwordHash, @role, @stamp, 0, 0, @mustChangePassword) ON CONFLICT DO NOTHING
            """;
        var parameters = new { name, passwordHash, role = role.ToString(), stamp = NewStamp(), mustChangePassword };
        return Change(sql, parameters, $"账号 {name} 已存在。The account name {name} is taken.", audit, cancellation);
    }

    public Task SetPassword(string name, string passwordHash, bool mustChange, AuditEntry audit, CancellationToken cancellation = default) =>
        Change(
            "UPDATE account SET password_hash = @passwordHash, must_change_password = @mustChange, stamp = @stamp WHERE lower(name) = lower(@name)",
            new { name, passwordHash, mustChange, stamp = NewStamp() }, Unknown(name), audit, cancellation);

    public Task SetRole(string name, Role role, bool disabled, AuditEntry audit, CancellationToken cancellation = default) =>
        Change(
            "UPDATE account SET role = @role, is_disabled = @disabled, stamp = @stamp WHERE lower(name) = lower(@name)",
            new { name, role = role.ToString(), disabled, stamp = NewStamp() }, Unknown(name), audit, cancellation);

    public Task RecordLogin(string name, int failures, DateTimeOffset? lockedUntil, AuditEntry audit, CancellationToken cancellation = default) =>
        Change(
            "UPDATE account SET failed_logins = @failures, locked_until = @lockedUntil WHERE lower(name) = lower(@name)",
            new { name, failures, lockedUntil = failures == 0 ? null : Texts.Of(lockedUntil) }, Unknown(name), audit, cancellation);

    public Task Record(AuditEntry audit, CancellationToken cancellation = default) =>
        database.Write(c => Log(c, audit), cancellation);

    private Task<long> Change(string sql, object parameters, string refusal, AuditEntry audit, CancellationToken cancellation) =>
        database.Write(c => c.Execute(sql, parameters) == 1 ? Log(c, audit) : throw new InvalidOperationException(refusal), cancellation);

    private static long Log(SqliteConnection connection, AuditEntry audit) => connection.Add("audit_log", new()
    {
        ["at"] = Texts.Of(audit.At),
        ["done_by"] = audit.By,
        ["action"] = audit.Action,
        ["subject"] = audit.Subject,
        ["result"] = audit.Result,
        ["address"] = audit.Address,
    });

    private static string Unknown(string name) => $"没有账号 {name}。There is no account {name}.";

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
