using System.Data;
using Indices.Accounts;

namespace Indices.Storage;

internal sealed class AccountReader(Database database) : IAccountReader
{
    private const string Columns =
        "SELECT id, name, password_hash, role, stamp, is_disabled, failed_logins, locked_until, must_change_password FROM account";

    public Task<Account?> Find(string name, CancellationToken cancellation = default) => database.Read(
        c => c.List($"{Columns} WHERE lower(name) = lower(@name)", new { name }, Read).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default) =>
        database.Read<IReadOnlyList<Account>>(c => c.List($"{Columns} ORDER BY name", null, Read), cancellation);

    public Task<IReadOnlyList<AuditEntry>> Audit(int count, CancellationToken cancellation = default)
    {
        const string sql = "SELECT at, done_by, action, subject, result, address FROM audit_log ORDER BY id DESC LIMIT @count";
        return database.Read<IReadOnlyList<AuditEntry>>(c => c.List(sql, new { count }, r => new AuditEntry(
            r.Instant(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5))), cancellation);
    }

    private static Account Read(IDataRecord r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.Name<Role>(3), r.GetString(4), r.GetInt64(5) == 1, r.GetInt32(6),
        r.InstantOrNull(7), r.GetInt64(8) == 1);
}
