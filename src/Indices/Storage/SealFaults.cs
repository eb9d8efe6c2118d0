using System.Globalization;
using Indices.Releases;
using Indices.Releases.Seals;

namespace Indices.Storage;

/// <summary>How faults are said.</summary>
internal static class SealFaults
{
    public static SealFault Missing(string table, long row) => new(
        Row(table, row), "", ("这一行不见了", "this row is gone"), row.ToString(CultureInfo.InvariantCulture), "—");

    public static SealFault Unsigned(long row) => new(
        Row("release_seal", row), "", ("签名与内容不符", "the signature does not fit the statement"), "ECDSA P-256", "—");

    public static SealFault Unsealed(ReleaseVersion version) => new(
        "release_decision", Name(version), ("已批准而没有封印", "approved without a seal"), "release_seal", "—");

    public static SealFault Unapproved(long digest, long version) => new(
        Row("release_digest", digest), $"release_version {version}", ("已封印而不再是批准状态", "sealed and no longer approved"), "Approved", "—");

    public static SealFault Other(string place, ReleaseVersion? version, string expected, string found) => new(
        place, version is null ? "" : Name(version), ("内容已被改动", "it was altered"), expected, found);

    public static string Row(string table, long row) => string.Create(CultureInfo.InvariantCulture, $"{table} {row}");

    private static string Name(ReleaseVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Index} {version.Period} v{version.Number}");
}
