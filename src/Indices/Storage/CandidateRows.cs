using System.Collections.Immutable;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Writes a calculation and the release version that offers it.</summary>
internal static class CandidateRows
{
    /// <returns>Id of the release version.</returns>
    public static long Add(SqliteConnection connection, NewCandidate candidate, long number)
    {
        var calculation = AddCalculation(connection, candidate);
        var version = AddVersion(connection, candidate, number, calculation);
        AddEach(connection, version, candidate.Values, "release_value",
            ["period", "node", "methodology_version", "published", "value", "status", "coverage", "reason"],
            v => [v.Period.ToString(), v.Node, v.Version, v.Text, Texts.Of(v.Value), v.Status.ToString(), Texts.Of(v.Coverage), v.Reason]);
        AddEach(connection, version, candidate.Contributions, "release_contribution",
            ["from_period", "to_period", "group_code", "indicator", "published", "points"],
            c => [c.From.ToString(), c.To.ToString(), c.Group, c.Indicator, c.Text, Texts.Of(c.Points)]);
        AddEach(connection, version, candidate.Scores, "release_score",
            ["period", "indicator", "value", "score", "status"],
            s => [s.Period.ToString(), s.Indicator, Texts.Of(s.Value), Texts.Of(s.Score), s.Status.ToString()]);
        AddEach(connection, version, candidate.Levels, "release_level",
            ["period", "series", "published", "value", "unit"],
            l => [l.Period.ToString(), l.Series, l.Text, Texts.Of(l.Value), l.Unit]);
        AddEach(connection, version, candidate.Notes, "release_note", ["note"], note => [note]);
        UncertaintyRows.Add(connection, version, candidate.Uncertainty);
        AddReview(connection, version, candidate.Review);
        return version;
    }

    private static void AddReview(SqliteConnection connection, long version, CandidateReview review)
    {
        AddEach(connection, version, review.Changes, "review_change",
            ["compared_with", "group_code", "indicator", "cause", "points"],
            c => [review.ComparedWith.ToString(), c.Group, c.Indicator, c.Cause.ToString(), Texts.Of(c.Points)]);
        AddEach(connection, version, review.Queries, "review_query",
            ["indicator", "period", "value", "change", "robust_z", "g", "unusual_change", "outside_goalposts"],
            q => [q.Indicator, q.Period.ToString(), Texts.Of(q.Value), Texts.Of(q.Change), Texts.Of(q.RobustZ), Texts.Of(q.G), q.IsUnusualChange ? 1 : 0, q.IsOutsideGoalposts ? 1 : 0]);
    }

    private static long AddCalculation(SqliteConnection connection, NewCandidate candidate)
    {
        var calculation = connection.Add("calculation", new()
        {
            ["index_code"] = candidate.Index,
            ["period"] = candidate.Period.ToString(),
            ["methodology_version"] = candidate.MethodologyVersion,
            ["data_vintage"] = candidate.DataVintage.ToString(),
            ["receipt"] = candidate.Receipt,
            ["proposed_by"] = candidate.ProposedBy,
            ["proposed_at"] = Texts.Of(candidate.ProposedAt),
        });
        using var parameter = PreparedCommand.Insert(connection, "calculation_parameter", "calculation", "name", "value");
        foreach (var (name, value) in candidate.Freeze.Values)
            parameter.Execute(calculation, name, Texts.Of(value));
        return calculation;
    }

    private static long AddVersion(SqliteConnection connection, NewCandidate candidate, long number, long calculation) =>
        connection.Add("release_version", new()
        {
            ["index_code"] = candidate.Index,
            ["period"] = candidate.Period.ToString(),
            ["number"] = number,
            ["kind"] = candidate.Kind.ToString(),
            ["reason"] = candidate.Reason,
            ["methodology_version"] = candidate.MethodologyVersion,
            ["data_vintage"] = candidate.DataVintage.ToString(),
            ["origin"] = candidate.Origin.ToString(),
            ["fingerprint"] = candidate.Fingerprint,
            ["calculation"] = calculation,
            ["proposed_at"] = Texts.Of(candidate.ProposedAt),
        });

    private static void AddEach<T>(
        SqliteConnection connection, long version, ImmutableArray<T> rows, string table, string[] columns, Func<T, object?[]> cells)
    {
        using var insert = PreparedCommand.Insert(connection, table, ["release_version", "position", .. columns]);
        for (var position = 0; position < rows.Length; position++)
            insert.Execute([version, position, .. cells(rows[position])]);
    }
}
