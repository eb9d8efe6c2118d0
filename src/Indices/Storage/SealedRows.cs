using System.Globalization;
using Dapper;
using Indices.Releases.Seals;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Finds the row of a release that is not what was sealed.</summary>
internal static class SealedRows
{
    public static SealFault? First(SqliteConnection connection, long version)
    {
        var digests = SealRows.Digests(connection, version);
        if (digests is not [.., var last])
            return SealFaults.Unsealed(ReleaseRows.Versions(connection, $"SELECT {ReleaseRows.Columns} FROM release_state WHERE id = @version", new { version }).Single());
        var found = StoredParts.Digest(connection, version, last.Salt);
        var noted = connection.List("SELECT part, checks FROM release_digest_part WHERE digest = @Digest", new { last.Digest }, r => (Part: r.GetString(0), Checks: r.GetString(1)))
            .ToDictionary(p => p.Part, p => p.Checks);
        var differing = found.Checks.Where(p => noted.GetValueOrDefault(p.Part) != p.Checks).ToList();
        if (found.Whole == last.Hashes.Stored)
            return differing is [var check, ..] ? Checks(last.Digest, check.Part, noted.GetValueOrDefault(check.Part), check.Checks)
                : noted.Keys.Except(StoredParts.All.Select(p => p.Table)).FirstOrDefault() is { } unknown ? Checks(last.Digest, unknown, "—", unknown)
                : null;
        // Another salt changes the hash of every row at once, and nothing else does.
        if (differing.Count == 0 || differing.Count == found.Checks.Count(p => p.Checks.Length > 0))
            return SealFaults.Other(SealFaults.Row("release_digest", last.Digest), null, last.Hashes.Stored, found.Whole);
        var (part, checks) = differing[0];
        return Row(connection, version, StoredParts.All.Single(p => p.Table == part), noted.GetValueOrDefault(part) ?? "", checks);
    }

    private static SealFault Row(SqliteConnection connection, long version, StoredPart part, string expected, string found)
    {
        var place = Enumerable.Range(0, Math.Max(expected.Length, found.Length) / StoredPart.CheckLength + 1).First(i => Check(expected, i) != Check(found, i));
        return SealFaults.Other(
            string.Create(CultureInfo.InvariantCulture, $"{part.Table} (release_version {version}, {place + 1})"), null,
            Check(expected, place), $"{Check(found, place)} ({part.Show(connection, version, place)})");
    }

    private static SealFault Checks(long digest, string part, string? expected, string found) => SealFaults.Other(
        string.Create(CultureInfo.InvariantCulture, $"release_digest_part ({digest}, {part})"), null, found, expected ?? "—");

    /// <summary>Digits of one row; a dash behind the last.</summary>
    private static string Check(string checks, int row) =>
        (row + 1) * StoredPart.CheckLength <= checks.Length ? checks.Substring(row * StoredPart.CheckLength, StoredPart.CheckLength) : "—";
}
