using System.Data;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>The uncertainty of a release version, written with it and read with it.</summary>
internal static class UncertaintyRows
{
    private static readonly string[] s_spread =
    [
        "release_version", "kind", "mean", "deviation", "lower", "median", "upper",
        "change_mean", "change_deviation", "change_lower", "change_median", "change_upper", "probability_of_rise",
    ];

    private static readonly string[] s_sensitivity =
    [
        "release_version", "position", "output", "variance", "input_group",
        "first_order", "first_order_lower", "first_order_upper", "total", "total_lower", "total_upper",
    ];

    /// <param name="uncertainty">Null when the release has none.</param>
    public static void Add(SqliteConnection connection, long version, UncertaintyResult? uncertainty)
    {
        if (uncertainty is null)
            return;
        using (var insert = PreparedCommand.Insert(connection, "release_uncertainty", "release_version", "previous", "seed", "draws", "runs"))
            insert.Execute(version, uncertainty.Previous?.ToString(), Texts.Of(uncertainty.Seed), uncertainty.Draws, uncertainty.Runs);
        using (var insert = PreparedCommand.Insert(connection, "release_spread", s_spread))
            foreach (var (kind, spread) in uncertainty.Spreads)
                insert.Execute([version, kind.ToString(), .. Cells(spread.Index), .. Cells(spread.Change), Texts.Of(spread.ProbabilityOfRise)]);
        using (var insert = PreparedCommand.Insert(connection, "release_sensitivity", s_sensitivity))
            foreach (var (position, (table, row)) in uncertainty.Sensitivity.SelectMany(t => t.Rows, (t, r) => (t, r)).Index())
                insert.Execute(
                    version, position, table.Output.ToString(), Texts.Of(table.Variance), row.Group.ToString(),
                    Texts.Of(row.Estimate.FirstOrder), Texts.Of(row.Lower.FirstOrder), Texts.Of(row.Upper.FirstOrder),
                    Texts.Of(row.Estimate.Total), Texts.Of(row.Lower.Total), Texts.Of(row.Upper.Total));
    }

    /// <summary>By id of the version; versions without uncertainty are left out.</summary>
    public static Dictionary<long, UncertaintyResult> Of(SqliteConnection connection, IReadOnlyList<ReleaseVersion> versions)
    {
        var ids = versions.Select(v => v.Id).ToList();
        var spreads = Rows(connection, ids, "release_spread", s_spread, "kind", r =>
            (Kind: r.Name<SpreadKind>(1), Spread: new UncertaintySpread(Distribution(r, 2)!, Distribution(r, 7), r.NumberOrNull(12))));
        var sensitivity = Rows(connection, ids, "release_sensitivity", s_sensitivity, "position", r => (
            Output: r.Name<UncertainOutput>(2), Variance: r.Number(3),
            Row: new SobolRow(r.Name<UncertaintyGroup>(4), Indices(r, 5), Indices(r, 6), Indices(r, 7))));
        return Rows(connection, ids, "release_uncertainty", ["release_version", "previous", "seed", "draws", "runs"], "seed",
                r => (Previous: r.TextOrNull(1) is null ? null : (Time.Period?)r.Period(1), Seed: Texts.Seed(r.GetString(2)), Draws: r.GetInt32(3), Runs: r.GetInt32(4)))
            .ToDictionary(found => found.Key, found => Result(found.Key, found.Single()));

        UncertaintyResult Result(long id, (Time.Period? Previous, ulong Seed, int Draws, int Runs) head)
        {
            var version = versions.Single(v => v.Id == id);
            var kinds = spreads[id].ToDictionary(s => s.Kind, s => s.Spread);
            return new(
                version.Period, head.Previous, version.MethodologyVersion, head.Seed, head.Draws, head.Runs,
                kinds[SpreadKind.All], kinds[SpreadKind.Published], kinds.GetValueOrDefault(SpreadKind.Matched),
                [.. sensitivity[id].GroupBy(s => (s.Output, s.Variance), (key, rows) => new SobolTable(key.Output, key.Variance, [.. rows.Select(r => r.Row)]))]);
        }
    }

    private static ILookup<long, T> Rows<T>(
        SqliteConnection connection, List<long> ids, string table, string[] columns, string order, Func<IDataRecord, T> read)
    {
        var sql = $"SELECT {string.Join(", ", columns)} FROM {table} WHERE release_version IN @ids ORDER BY release_version, {order}";
        return connection.List(sql, new { ids }, r => (Version: r.GetInt64(0), Row: read(r))).ToLookup(r => r.Version, r => r.Row);
    }

    private static string?[] Cells(UncertaintyDistribution? of) => of is null
        ? [null, null, null, null, null]
        : [Texts.Of(of.Mean), Texts.Of(of.StandardDeviation), Texts.Of(of.Lower), Texts.Of(of.Median), Texts.Of(of.Upper)];

    private static UncertaintyDistribution? Distribution(IDataRecord row, int column) => row.IsDBNull(column)
        ? null
        : new(row.Number(column), row.Number(column + 1), row.Number(column + 2), row.Number(column + 3), row.Number(column + 4));

    // The estimate and its bounds stand side by side, first order before total.
    private static SobolIndices Indices(IDataRecord row, int column) => new(row.Number(column), row.Number(column + 3));
}
