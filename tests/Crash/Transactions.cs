using Microsoft.Data.Sqlite;
using TestSupport;

namespace Crash;

/// <summary>Which rows of which tables belong together: they were written by one transaction and must be there together or not at all.</summary>
internal static class Transactions
{
    private const string Document = "'document ' || r.name";
    private const string Candidate = "'candidate ' || v.index_code || ' ' || v.period || ' ' || v.number";
    private const string Approval = "'approval ' || v.index_code || ' ' || v.period || ' ' || v.number";

    private static readonly string[] LaterThanTheCandidate = ["publication", "release_decision", "frozen_parameter", "release_digest"];

    /// <summary>The rows of each transaction as text, by what it is about.</summary>
    internal static IReadOnlyDictionary<string, string> Of(SqliteConnection connection) => Tables(connection)
        .SelectMany(t => DatabaseContent.Rows(connection, $"SELECT {t.Owner}, {t.Shown} FROM {t.From}"), (t, row) => (t.Name, Fields: row.Split('\t', 2)))
        .GroupBy(r => r.Fields[0], r => $"{r.Name}\t{r.Fields[1]}")
        .ToDictionary(g => g.Key, g => string.Join('\n', g.Order(StringComparer.Ordinal)));

    internal static IEnumerable<OwnedTable> Tables(SqliteConnection connection)
    {
        yield return new("raw_document", "'document ' || t.name", "raw_document t");
        yield return new("pending_document", "'upload ' || t.name", "pending_document t");
        yield return new("pending_decision", Document, "pending_decision t JOIN pending_document r ON r.id = t.pending");
        foreach (var table in With(connection, "document"))
            yield return new(table, Document, $"{table} t JOIN raw_document r ON r.id = t.document");
        yield return new("recalculation", "'order ' || t.index_code", "recalculation t");
        yield return new("recalculation_period", "'order ' || o.index_code", "recalculation_period t JOIN recalculation o ON o.id = t.recalculation");
        yield return new("release_version", Candidate.Replace("v.", "t.", StringComparison.Ordinal), "release_version t");
        yield return new("calculation", Candidate, "calculation t JOIN release_version v ON v.calculation = t.id");
        yield return new("calculation_parameter", Candidate, "calculation_parameter t JOIN release_version v USING (calculation)");
        foreach (var table in With(connection, "release_version").Except(LaterThanTheCandidate))
            yield return new(table, Candidate, $"{table} t JOIN release_version v ON v.id = t.release_version");
        yield return new("release_decision", $"CASE t.decision WHEN 'Approved' THEN {Approval} ELSE t.decision || ' ' || v.index_code || ' ' || v.period || ' ' || v.number END", "release_decision t JOIN release_version v ON v.id = t.release_version");
        yield return new("frozen_parameter", Approval, "frozen_parameter t JOIN release_version v ON v.id = t.release_version");
        // Salt, signature and the instant of the approval are of this run.
        yield return new("release_digest", Approval, "release_digest t JOIN release_version v ON v.id = t.release_version") { Shown = "t.data_sha256" };
        yield return new("release_digest_part", Approval, "release_digest_part t JOIN release_digest d ON d.id = t.digest JOIN release_version v ON v.id = d.release_version") { Shown = "t.part" };
        yield return new("release_seal", Approval, "release_seal t JOIN release_digest d ON d.id = t.digest JOIN release_version v ON v.id = d.release_version") { Shown = "t.sequence" };
        // The rest of a line depends on the lines before it.
        yield return new("audit_log", Approval,
            "audit_log t JOIN release_version v ON t.action = 'release.approve' AND t.subject LIKE v.index_code || ' ' || v.period || ' v' || v.number || ' %'") { Shown = "t.result" };
    }

    private static List<string> With(SqliteConnection connection, string column) => DatabaseContent.Rows(connection, $"""
        SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = '{column}' ORDER BY 1
        """);
}

/// <param name="Owner">SQL of what a row's transaction is about.</param>
/// <param name="From">SQL in which the table is <c>t</c>.</param>
internal sealed record OwnedTable(string Name, string Owner, string From)
{
    /// <summary>Columns that are the same in every run.</summary>
    internal string Shown { get; init; } = "t.*";
}
