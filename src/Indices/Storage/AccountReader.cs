using System.Data;
using Dapper;
using Indices.Accounts;

namespace Indices.Storage;

internal sealed class AccountReader(Database database) : IAccountReader
{
    public Task<Account?> Find(string name, CancellationToken cancellation = default) => database.Read(
        c => c.List($"SELECT {AccountRows.Columns} FROM account WHERE lower(name) = lower(@name)", new { name }, r => AccountRows.Read(r)).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default) => database.Read<IReadOnlyList<Account>>(
        c => c.List($"SELECT {AccountRows.Columns} FROM account ORDER BY name", null, r => AccountRows.Read(r)), cancellation);

    public Task<IReadOnlyList<string>> PasswordHistory(string name, int count, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT h.password_hash FROM password_history h JOIN account a ON a.id = h.account
            WHERE lower(a.name) = lower(@name) ORDER BY h.id DESC LIMIT @count
            """;
        return database.Read<IReadOnlyList<string>>(c => c.Query<string>(sql, new { name, count }).AsList(), cancellation);
    }

    public Task<int> WrongLogins(string address, DateTimeOffset since, CancellationToken cancellation = default)
    {
        const string sql = """
            SELECT COUNT(*) FROM audit_log
            WHERE action = 'login' AND address = @address AND at > @since AND result IN ('wrong', 'unknown', 'locked out')
            """;
        return database.Read(c => c.ExecuteScalar<int>(sql, new { address, since = Texts.Of(since) }), cancellation);
    }
}

/// <summary>An account within any query.</summary>
internal static class AccountRows
{
    public const int Count = 11;

    public const string Columns = """
        account.id, account.name, account.password_hash, account.password_set_at, account.role, account.stamp, account.is_disabled,
        account.failed_logins, account.locked_until, account.must_change_password,
        EXISTS (SELECT 1 FROM second_factor WHERE second_factor.account = account.id)
        """;

    /// <param name="from">Place of the first of the columns.</param>
    public static Account Read(IDataRecord r, int from = 0) => new(
        r.GetInt64(from), r.GetString(from + 1), r.GetString(from + 2), r.Instant(from + 3), r.Name<Role>(from + 4), r.GetString(from + 5),
        r.GetInt64(from + 6) == 1, r.GetInt32(from + 7), r.InstantOrNull(from + 8), r.GetInt64(from + 9) == 1, r.GetInt64(from + 10) == 1);
}
