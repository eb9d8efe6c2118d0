using Dapper;
using Indices.Releases;
using Indices.Releases.Seals;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Rows of seals and of what they seal.</summary>
internal static class SealRows
{
    private const string Approved = "JOIN release_state v ON v.id = q.release_version AND v.state = 'Approved'";

    /// <summary>The last seal that is public at an instant.</summary>
    /// <param name="except">A digest that has no seal yet.</param>
    public static LastSeal? Newest(SqliteConnection connection, DateTimeOffset at, long? except) => connection.List($"""
        SELECT q.sequence, q.statement FROM release_seal_state q {Approved}
        WHERE q.public_from <= @at AND q.digest IS NOT @except ORDER BY q.public_from DESC, q.digest DESC LIMIT 1
        """, new { at = Texts.Of(at), except }, r => new LastSeal(r.GetInt32(0), r.GetString(1))).SingleOrDefault();

    /// <summary>What is not public yet at an instant and what was just added, in the order of becoming public.</summary>
    public static List<WaitingSeal> Waiting(SqliteConnection connection, DateTimeOffset at, long? added) => connection.List($"""
        SELECT q.digest, q.release_version, q.public_from, q.data_sha256, q.receipt_sha256, q.stored_sha256, q.statement
        FROM release_seal_state q {Approved}
        WHERE q.public_from > @at OR q.digest = @added ORDER BY q.public_from, q.digest
        """, new { at = Texts.Of(at), added }, r => new WaitingSeal(
            r.GetInt64(0), r.GetInt64(1), r.Instant(2), new(r.GetString(3), r.GetString(4), r.GetString(5)), r.TextOrNull(6)));

    /// <summary>What was sealed of a version, or of all, oldest first.</summary>
    public static List<SealedDigest> Digests(SqliteConnection connection, long? version) => connection.List("""
        SELECT id, release_version, public_from, salt, data_sha256, receipt_sha256, stored_sha256 FROM release_digest
        WHERE @version IS NULL OR release_version = @version ORDER BY id
        """, new { version }, r => new SealedDigest(
            r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), new(r.GetString(4), r.GetString(5), r.GetString(6))));

    public static void Add(SqliteConnection connection, long digest, int sequence, ReleaseSeal seal) => connection.Add("release_seal", new()
    {
        ["digest"] = digest,
        ["sequence"] = sequence,
        ["statement"] = seal.Statement,
        ["signature"] = seal.Signature,
    });

    public static ReleaseSeal? Of(SqliteConnection connection, ReleaseVersion version) => connection.List(
        "SELECT statement, signature FROM release_seal_state WHERE release_version = @Id AND seal IS NOT NULL", new { version.Id },
        r => new ReleaseSeal(r.GetString(0), r.GetString(1))).SingleOrDefault();

    public static string Receipt(SqliteConnection connection, ReleaseVersion version) =>
        connection.QuerySingle<string>("SELECT receipt FROM calculation WHERE id = @CalculationId", new { version.CalculationId });
}

/// <param name="PublicFrom">As stored, which may be no instant any more.</param>
internal sealed record SealedDigest(long Digest, long ReleaseVersion, string PublicFrom, string Salt, SealedHashes Hashes);

internal sealed record LastSeal(int Sequence, string Statement);

/// <param name="Statement">As signed last; null when it never was.</param>
internal sealed record WaitingSeal(long Digest, long ReleaseVersion, DateTimeOffset PublicFrom, SealedHashes Hashes, string? Statement)
{
    public ReleaseVersion Version(SqliteConnection connection) =>
        ReleaseRows.Versions(connection, $"SELECT {ReleaseRows.Columns} FROM release_state WHERE id = @ReleaseVersion", new { ReleaseVersion }).Single();
}
