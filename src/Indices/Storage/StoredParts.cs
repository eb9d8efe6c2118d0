using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Every row that a release version consists of, and hashes over them.</summary>
/// <remarks>The columns are spelled out: what a later migration adds to a table is not part of seals that were made before.</remarks>
internal static class StoredParts
{
    private const string Version = "release_version = @version";
    private const string OfCalculation = "= (SELECT calculation FROM release_version WHERE id = @version)";

    public static readonly ImmutableArray<StoredPart> All =
    [
        new("release_version", "id = @version", "id",
            ["id", "index_code", "period", "number", "kind", "reason", "methodology_version", "data_vintage", "origin", "fingerprint", "calculation", "proposed_at"]),
        new("release_value", Version, "position",
            ["release_version", "position", "period", "node", "methodology_version", "published", "value", "status", "coverage", "reason"]),
        new("release_contribution", Version, "position",
            ["release_version", "position", "from_period", "to_period", "group_code", "indicator", "published", "points"]),
        new("release_score", Version, "position", ["release_version", "position", "period", "indicator", "value", "score", "status"]),
        new("release_level", Version, "position", ["release_version", "position", "period", "series", "published", "value", "unit"]),
        new("release_note", Version, "position", ["release_version", "position", "note"]),
        new("release_uncertainty", Version, "release_version", ["release_version", "previous", "seed", "draws", "runs"]),
        new("release_spread", Version, "kind",
            ["release_version", "kind", "mean", "deviation", "lower", "median", "upper",
             "change_mean", "change_deviation", "change_lower", "change_median", "change_upper", "probability_of_rise"]),
        new("release_sensitivity", Version, "position",
            ["release_version", "position", "output", "variance", "input_group",
             "first_order", "first_order_lower", "first_order_upper", "total", "total_lower", "total_upper"]),
        new("release_notice", Version, "id", ["id", "release_version", "kind", "reason", "wrong", "since", "changes", "edited_by", "edited_at"]),
        new("release_warning", "decision IN (SELECT id FROM release_decision WHERE release_version = @version)", "decision, position",
            ["decision", "position", "code", "finding", "reason"]),
        new("release_decision", Version, "id", ["id", "release_version", "decision", "release_at", "fingerprint", "binding", "reason", "decided_by", "decided_at"]),
        new("calculation", $"id {OfCalculation}", "id",
            ["id", "index_code", "period", "methodology_version", "data_vintage", "receipt", "proposed_by", "proposed_at"]),
        new("calculation_parameter", $"calculation {OfCalculation}", "name", ["calculation", "name", "value"]),
        new("frozen_parameter", Version, "index_code, name", ["index_code", "name", "value", "release_version"]),
        new("review_change", Version, "position", ["release_version", "position", "compared_with", "group_code", "indicator", "cause", "points"]),
        new("review_query", Version, "position",
            ["release_version", "position", "indicator", "period", "value", "change", "robust_z", "g", "unusual_change", "outside_goalposts"]),
    ];

    public static StoredDigest Digest(SqliteConnection connection, long version, string salt)
    {
        using var whole = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(salt));
        var checks = ImmutableArray.CreateBuilder<(string Part, string Checks)>(All.Length);
        foreach (var part in All)
        {
            var rows = part.Hashes(connection, version, salt);
            whole.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part.Table} {rows.Count}\n")));
            rows.ForEach(whole.AppendData);
            checks.Add((part.Table, string.Concat(rows.Select(hash => Convert.ToHexStringLower(hash.AsSpan(0, StoredPart.CheckLength / 2))))));
        }
        return new(Convert.ToHexStringLower(whole.GetHashAndReset()), checks.MoveToImmutable());
    }
}

/// <param name="Whole">Over all rows.</param>
/// <param name="Checks">Of each table the first digits of the hash of each row.</param>
internal sealed record StoredDigest(string Whole, ImmutableArray<(string Part, string Checks)> Checks);

/// <summary>The rows of one table that belong to a version, in a fixed order.</summary>
internal sealed record StoredPart(string Table, string Where, string Order, ImmutableArray<string> Columns)
{
    /// <summary>Hexadecimal digits for each row.</summary>
    public const int CheckLength = 8;

    public List<byte[]> Hashes(SqliteConnection connection, long version, string salt)
    {
        var key = Encoding.ASCII.GetBytes(salt);
        return connection.List(Sql, new { version }, row => HMACSHA256.HashData(key, Bytes(row)));
    }

    /// <summary>A row as people read it.</summary>
    public string Show(SqliteConnection connection, long version, int row) => connection.List(Sql, new { version }, r => string.Join(", ", Columns.Select((name, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}={r.GetValue(i)}")))).ElementAtOrDefault(row) ?? "—";

    private string Sql => $"SELECT {string.Join(", ", Columns)} FROM {Table} WHERE {Where} ORDER BY {Order}";

    /// <summary>Every text comes with its length, so that none can pass for the end of another.</summary>
    private byte[] Bytes(IDataRecord row)
    {
        using var bytes = new MemoryStream(256);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Table);
        for (var i = 0; i < Columns.Length; i++)
        {
            writer.Write(row.IsDBNull(i));
            writer.Write(row.IsDBNull(i) ? "" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!);
        }
        writer.Flush();
        return bytes.ToArray();
    }
}
