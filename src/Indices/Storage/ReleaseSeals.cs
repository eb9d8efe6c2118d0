using System.Security.Cryptography;
using Dapper;
using Indices.Releases;
using Indices.Releases.Seals;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Seals what is approved, within the transaction of the approval.</summary>
internal sealed class ReleaseSeals(SealKey key)
{
    /// <summary>Seals a version that has just been approved.</summary>
    /// <param name="at">Instant of the approval.</param>
    public void Add(SqliteConnection connection, long version, DateTimeOffset at)
    {
        var content = ReleaseRows.Content(connection, $"SELECT {ReleaseRows.Columns} FROM release_state WHERE id = @version", new { version })!;
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var stored = StoredParts.Digest(connection, version, salt);
        var releaseAt = content.Version.ReleaseAt!.Value;
        var digest = connection.Add("release_digest", new()
        {
            ["release_version"] = version,
            ["public_from"] = Texts.Of(releaseAt > at ? releaseAt : at),
            ["salt"] = salt,
            ["stored_sha256"] = stored.Whole,
            ["data_sha256"] = SealStatement.Sha256(PublishedTable.Write(content)),
            ["receipt_sha256"] = SealStatement.Sha256(SealRows.Receipt(connection, content.Version)),
        });
        using (var insert = PreparedCommand.Insert(connection, "release_digest_part", "digest", "part", "checks"))
            foreach (var (part, checks) in stored.Checks)
                insert.Execute(digest, part, checks);
        Renew(connection, at, digest);
    }

    /// <summary>
    /// Links what is not public yet, in the order in which it will be. So a seal refers to what is public by then and to
    /// nothing else, and seals that are public never change.
    /// </summary>
    /// <param name="added">A digest without a seal; null after a withdrawal.</param>
    public void Renew(SqliteConnection connection, DateTimeOffset at, long? added = null)
    {
        var last = SealRows.Newest(connection, at, added);
        foreach (var waiting in SealRows.Waiting(connection, at, added))
        {
            var statement = SealStatement.Of(
                (last?.Sequence ?? 0) + 1, last is null ? SealStatement.None : SealStatement.Sha256(last.Statement),
                waiting.Version(connection), waiting.PublicFrom, waiting.Hashes);
            var sequence = (last?.Sequence ?? 0) + 1;
            last = new(sequence, statement.Text);
            if (waiting.Statement != statement.Text)
                SealRows.Add(connection, waiting.Digest, sequence, key.Sign(statement));
        }
    }

    /// <summary>Seals all that was approved before there were seals, in the order of the approvals.</summary>
    public void AddMissing(SqliteConnection connection)
    {
        const string sql = "SELECT id, decided_at FROM release_state WHERE state = 'Approved' ORDER BY decided_at, id";
        foreach (var (id, at) in connection.List(sql, null, r => (r.GetInt64(0), r.Instant(1))))
            Add(connection, id, at);
    }
}
