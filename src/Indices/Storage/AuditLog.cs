using Dapper;
using Indices.Accounts;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>The log of who did what: append-only by trigger, chained by keyed hashes.</summary>
internal sealed class AuditLog(Database database, AuditKey key) : IAuditReader, IAuditWriter
{
    private readonly Lazy<AuditChain> _chain = new(() => new AuditChain(key.Bytes));

    public Task Record(AuditEntry entry, CancellationToken cancellation = default) =>
        database.Write(c => Append(c, entry), cancellation);

    /// <summary>A change and the line that says so, in one transaction: neither without the other.</summary>
    /// <param name="entry">Made from what the change gives, so that the line can name what was found or added.</param>
    public Task<T> Write<T>(Func<SqliteConnection, T> change, Func<T, AuditEntry> entry, CancellationToken cancellation) => database.Write(c =>
    {
        var result = change(c);
        Append(c, entry(result));
        return result;
    }, cancellation);

    /// <summary>Within the caller's transaction.</summary>
    public long Append(SqliteConnection connection, AuditEntry entry)
    {
        var last = AuditRows.Head(connection);
        var id = (last?.Row ?? 0) + 1;
        // Rows from before the log was chained carry no hash: the next one is reckoned through them.
        var before = last is { Hash: AuditChain.Start }
            ? AuditRows.All(connection).Aggregate(AuditChain.Start, (hash, row) => _chain.Value.Next(hash, row.Id, row.Entry))
            : last?.Hash ?? AuditChain.Start;
        AuditRows.Add(connection, id, entry, _chain.Value.Next(before, id, entry));
        return id;
    }

    public Task<AuditPage> Find(AuditFilter filter, int skip, int count, CancellationToken cancellation = default) =>
        database.Read(c => AuditRows.Find(c, filter, skip, count), cancellation);

    public Task<IReadOnlyList<string>> Actions(CancellationToken cancellation = default) => database.Read<IReadOnlyList<string>>(
        c => c.Query<string>("SELECT DISTINCT action FROM audit_log ORDER BY action").AsList(), cancellation);

    public Task<AuditHead?> Head(CancellationToken cancellation = default) => database.Read(AuditRows.Head, cancellation);

    public Task<AuditVerification> Verify(IReadOnlyCollection<AuditHead> noted, CancellationToken cancellation = default) =>
        database.Read(c => Verify(c, noted, cancellation), cancellation);

    public AuditVerification Verify(SqliteConnection connection, IReadOnlyCollection<AuditHead> noted, CancellationToken cancellation)
    {
        var heads = noted.ToLookup(head => head.Row, head => head.Hash);
        var (rows, hash, isChained, broken) = (0L, AuditChain.Start, false, (AuditBreak?)null);
        foreach (var row in AuditRows.All(connection))
        {
            cancellation.ThrowIfCancellationRequested();
            rows++;
            if (broken is not null)
                continue;
            hash = _chain.Value.Next(hash, row.Id, row.Entry);
            isChained |= row.Hash is not null;
            broken = row.Id != rows ? new AuditBreak(rows, AuditFault.Missing)
                : isChained && row.Hash != hash ? new AuditBreak(rows, AuditFault.Altered)
                : heads[row.Id].Any(head => head != hash) ? new AuditBreak(rows, AuditFault.Replaced)
                : null;
        }
        if (broken is null && noted.Any(head => head.Row > rows))
            broken = new AuditBreak(rows + 1, AuditFault.CutOff);
        return new AuditVerification(rows, broken);
    }
}
