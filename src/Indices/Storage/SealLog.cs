using System.Globalization;
using Dapper;
using Indices.Releases.Seals;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>The seals themselves: each one signed and in agreement with what it says it seals, and together a chain without a gap.</summary>
internal sealed class SealLog(SqliteConnection connection, string publicKey)
{
    public IEnumerable<SealFault> Seals()
    {
        var digests = SealRows.Digests(connection, null).ToDictionary(d => d.Digest);
        var row = 0L;
        foreach (var seal in connection.List(
            "SELECT id, digest, sequence, statement, signature FROM release_seal ORDER BY id", null,
            r => (Id: r.GetInt64(0), Digest: r.GetInt64(1), Sequence: r.GetInt64(2), Seal: new ReleaseSeal(r.GetString(3), r.GetString(4)))))
        {
            if (seal.Id != ++row)
                yield return SealFaults.Missing("release_seal", row);
            if (!seal.Seal.IsSignedBy(publicKey))
                yield return SealFaults.Unsigned(seal.Id);
            var (place, statement) = (SealFaults.Row("release_seal", seal.Id), SealStatement.Parse(seal.Seal.Statement));
            if (statement["sequence"] is var sequence && sequence != seal.Sequence.ToString(CultureInfo.InvariantCulture))
                yield return SealFaults.Other($"{place} sequence", null, sequence ?? "—", seal.Sequence.ToString(CultureInfo.InvariantCulture));
            if (digests.GetValueOrDefault(seal.Digest) is not { } digest || !statement.Seals(digest.PublicFrom, digest.Hashes))
                yield return SealFaults.Other($"{place} / {SealFaults.Row("release_digest", seal.Digest)}", null, statement.Text, digests.GetValueOrDefault(seal.Digest)?.ToString() ?? "—");
        }
    }

    public IEnumerable<SealFault> Digests()
    {
        var row = 0L;
        foreach (var digest in SealRows.Digests(connection, null))
        {
            if (digest.Digest != ++row)
                yield return SealFaults.Missing("release_digest", row);
            var stands = connection.ExecuteScalar<bool>("""
                SELECT EXISTS (SELECT 1 FROM release_state WHERE id = @ReleaseVersion AND state = 'Approved')
                    OR EXISTS (SELECT 1 FROM release_decision WHERE release_version = @ReleaseVersion AND decision = 'Withdrawn')
                """, new { digest.ReleaseVersion });
            if (!stands)
                yield return SealFaults.Unapproved(digest.Digest, digest.ReleaseVersion);
        }
    }

    /// <summary>Every seal that counts says what its release is, and which was before it.</summary>
    public IEnumerable<SealFault> Chain()
    {
        var (sequence, previous) = (0, SealStatement.None);
        foreach (var link in SealRows.Waiting(connection, DateTimeOffset.MinValue, null))
        {
            var version = link.Version(connection);
            var expected = SealStatement.Of(++sequence, previous, version, link.PublicFrom, link.Hashes);
            if (link.Statement is null)
                yield return SealFaults.Unsealed(version);
            else if (link.Statement != expected.Text)
                yield return Difference(version, SealStatement.Parse(link.Statement), expected);
            previous = SealStatement.Sha256(link.Statement ?? "");
        }
    }

    private static SealFault Difference(Releases.ReleaseVersion version, SealStatement stated, SealStatement stored)
    {
        var field = stored.Fields.FirstOrDefault(f => stated[f.Name] != f.Value);
        return SealFaults.Other($"release_version {version.Id} {field.Name}", version, stated[field.Name ?? ""] ?? "—", field.Value ?? "—");
    }
}
