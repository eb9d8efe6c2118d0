using System.Collections.Immutable;
using Dapper;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>The steps that release versions went through.</summary>
internal static class DecisionRows
{
    /// <summary>The version as it stands.</summary>
    /// <exception cref="InvalidOperationException">It stands elsewhere, or there is none.</exception>
    public static ReleaseVersion Require(SqliteConnection connection, long id, params ReleaseState[] states)
    {
        var version = ReleaseRows.Versions(connection, $"SELECT {ReleaseRows.Columns} FROM release_state WHERE id = @id", new { id }).SingleOrDefault();
        return version is not null && states.Contains(version.State)
            ? version
            : throw new InvalidOperationException(
                $"版本 {id} 现在不能这样做。This cannot be done to release version {id}: {version?.State.ToString() ?? "unknown"}, not {string.Join(" or ", states)}.");
    }

    /// <exception cref="InvalidOperationException">The version holds other content.</exception>
    public static void RequireContent(ReleaseVersion version, string fingerprint)
    {
        if (version.Fingerprint != fingerprint)
            throw new InvalidOperationException(
                $"版本 {version.Id} 的内容与所审核的不同。Release version {version.Id} holds other content than was reviewed: {version.Fingerprint}, not {fingerprint}.");
    }

    /// <summary>Oldest first.</summary>
    public static List<WorkflowStep> Of(SqliteConnection connection, long version)
    {
        const string steps = """
            SELECT id, decision, release_at, binding, reason, decided_by, decided_at FROM release_decision WHERE release_version = @version ORDER BY id
            """;
        const string warnings = """
            SELECT w.decision, code, finding, w.reason FROM release_warning w JOIN release_decision d ON d.id = w.decision
            WHERE d.release_version = @version ORDER BY w.decision, position
            """;
        var accepted = connection.List(warnings, new { version }, r => (Step: r.GetInt64(0), Warning: new AcceptedWarning(r.GetString(1), r.GetString(2), r.GetString(3))))
            .ToLookup(w => w.Step, w => w.Warning);
        return connection.List(steps, new { version }, r => new WorkflowStep(
            r.GetInt64(0), r.Name<WorkflowStepKind>(1), r.InstantOrNull(2), r.TextOrNull(3), r.TextOrNull(4), r.GetString(5), r.Instant(6), [.. accepted[r.GetInt64(0)]]));
    }

    public static long NextId(SqliteConnection connection) => connection.QuerySingle<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM release_decision");

    public static void Add(
        SqliteConnection connection, ReleaseVersion version, WorkflowStepKind step, string by, DateTimeOffset at,
        DateTimeOffset? releaseAt = null, string? binding = null, string? reason = null) => connection.Add("release_decision", new()
        {
            ["id"] = NextId(connection),
            ["release_version"] = version.Id,
            ["decision"] = step.ToString(),
            ["release_at"] = Texts.Of(releaseAt),
            ["fingerprint"] = version.Fingerprint,
            ["binding"] = binding,
            ["reason"] = reason,
            ["decided_by"] = by,
            ["decided_at"] = Texts.Of(at),
        });

    /// <summary>Approves a version and freezes what closes with it.</summary>
    public static void Approve(SqliteConnection connection, ReleaseVersion version, DateTimeOffset releaseAt, string? binding, string by, DateTimeOffset at)
    {
        Add(connection, version, WorkflowStepKind.Approved, by, at, releaseAt, binding);
        // Which of several rows of a name counts is decided where they are read: the first whose approval stands.
        connection.Execute("""
            INSERT INTO frozen_parameter (index_code, name, value, release_version)
            SELECT @Index, name, value, @Id FROM calculation_parameter WHERE calculation = @CalculationId
              AND name NOT IN (SELECT f.name FROM frozen_parameter f JOIN release_state s ON s.id = f.release_version
                               WHERE f.index_code = @Index AND s.state = 'Approved')
            ON CONFLICT DO NOTHING
            """, new { version.Index, version.Id, version.CalculationId });
    }

    public static void AddWarnings(SqliteConnection connection, long decision, ImmutableArray<AcceptedWarning> warnings)
    {
        using var insert = PreparedCommand.Insert(connection, "release_warning", "decision", "position", "code", "finding", "reason");
        for (var position = 0; position < warnings.Length; position++)
            insert.Execute(decision, position, warnings[position].Code, warnings[position].Finding, warnings[position].Reason);
    }

    /// <summary>How the audit log names a version.</summary>
    public static string Subject(ReleaseVersion version) => $"{version.Index} {version.Period} v{version.Number} {version.Fingerprint}";
}
