using Dapper;
using Indices.Accounts;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class SecondFactorStore(Database database, AuditLog log) : ISecondFactorReader, ISecondFactorWriter
{
    private const string OfAccount = "account = (SELECT id FROM account WHERE lower(name) = lower(@name))";

    public Task<SecondFactor?> Find(string name, CancellationToken cancellation = default)
    {
        const string sql = $"""
            SELECT secret, last_step, failures, locked_until, (SELECT COUNT(*) FROM recovery_code r WHERE r.account = f.account)
            FROM second_factor f WHERE f.{OfAccount}
            """;
        return database.Read(
            c => c.List(sql, new { name }, r => new SecondFactor(r.GetString(0), r.GetInt64(1), r.GetInt32(2), r.InstantOrNull(3), r.GetInt32(4))).SingleOrDefault(),
            cancellation);
    }

    public Task Enrol(
        string name, string secret, long timeStep, IReadOnlyList<string> recoveryHashes, AuditEntry audit, CancellationToken cancellation = default)
    {
        const string sql = """
            INSERT INTO second_factor (account, secret, enrolled_at, last_step, failures)
            SELECT id, @secret, @at, @timeStep, 0 FROM account WHERE lower(name) = lower(@name) ON CONFLICT DO NOTHING
            """;
        return log.Write(c =>
        {
            if (c.Execute(sql, new { name, secret, at = Texts.Of(audit.At), timeStep }) == 0)
                throw new InvalidOperationException("此账号已有第二因子。The account has a second factor already.");
            return c.Execute(
                "INSERT INTO recovery_code (account, code_hash) SELECT id, @hash FROM account WHERE lower(name) = lower(@name)",
                recoveryHashes.Select(hash => new { name, hash }));
        }, _ => audit, cancellation);
    }

    public Task<bool> TakeStep(string name, long timeStep, AuditEntry audit, CancellationToken cancellation = default) => log.Write(
        c => c.Execute($"UPDATE second_factor SET last_step = @timeStep, failures = 0, locked_until = NULL WHERE {OfAccount} AND last_step < @timeStep", new { name, timeStep }) == 1,
        taken => taken ? audit : audit with { Result = "replayed" }, cancellation);

    public Task<bool> TakeRecoveryCode(string name, string hash, AuditEntry audit, CancellationToken cancellation = default) => database.Write(c =>
    {
        if (c.Execute($"DELETE FROM recovery_code WHERE {OfAccount} AND code_hash = @hash", new { name, hash }) == 0)
            return false;
        c.Execute($"UPDATE second_factor SET failures = 0, locked_until = NULL WHERE {OfAccount}", new { name });
        log.Append(c, audit);
        return true;
    }, cancellation);

    public Task RecordWrongCode(string name, int failures, DateTimeOffset? lockedUntil, AuditEntry audit, CancellationToken cancellation = default) => log.Write(
        c => c.Execute($"UPDATE second_factor SET failures = @failures, locked_until = @until WHERE {OfAccount}", new { name, failures, until = Texts.Of(lockedUntil) }),
        _ => audit, cancellation);

    public Task Remove(string name, AuditEntry audit, CancellationToken cancellation = default) => log.Write(c =>
    {
        c.Execute($"DELETE FROM recovery_code WHERE {OfAccount}", new { name });
        if (c.Execute($"DELETE FROM second_factor WHERE {OfAccount}", new { name }) == 0)
            throw new InvalidOperationException($"账号 {name} 没有第二因子。The account {name} has no second factor.");
        return AccountWriter.EndSessions(c, name);
    }, _ => audit, cancellation);
}
