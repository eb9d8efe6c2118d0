using System.Collections.Immutable;
using System.Globalization;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Normalisations;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Lab;

/// <summary>The ASEM example of COINr: 51 countries, 49 indicators, 8 pillars, 2 sub-indices, 1 index.</summary>
internal static class AsemExample
{
    private static readonly Lazy<List<Dictionary<string, string>>> s_meta = new(() =>
        [.. ExampleTable.Read("asem_iMeta.csv").Where(row => row["Type"] == "Indicator")]);
    private static readonly Lazy<UnitTable> s_imputed = new(() => Table("asem_A2_imputed.csv"));
    private static readonly Lazy<UnitTable> s_treated = new(() => Table("asem_A4_treated.csv"));
    private static readonly Lazy<UnitTable> s_minMax = new(() => Table("asem_A5_minmax_0_100.csv"));
    private static readonly Lazy<UnitTable> s_directed = new(() => Directions.Apply(Treated, IsNegative));
    private static readonly Lazy<LabTree> s_tree = new(() => LabTree.Of(KnownValue.Methodology("asem.yaml").Root));
    // In the order of the other tables.
    private static readonly Lazy<List<Dictionary<string, string>>> s_rawRows = new(() =>
        [.. ExampleTable.Read("asem_iData.csv").OrderBy(row => Imputed.Units.IndexOf(row["uCode"]))]);

    internal static LabTree Tree => s_tree.Value;

    /// <summary>Rows of the data as collected, with groups and denominators.</summary>
    internal static IReadOnlyList<Dictionary<string, string>> RawRows => s_rawRows.Value;

    internal static UnitTable Raw => Table(RawRows, Imputed.Indicators);

    internal static UnitTable Imputed => s_imputed.Value;

    internal static UnitTable Treated => s_treated.Value;

    /// <summary>The treated data as more is better.</summary>
    internal static UnitTable Directed => s_directed.Value;

    internal static UnitTable MinMax => s_minMax.Value;

    /// <summary>In the order of the columns of every table.</summary>
    internal static ImmutableArray<bool> IsNegative => [.. s_meta.Value.Select(row => row["Direction"] == "-1")];

    internal static ImmutableArray<string> Denominators => [.. s_meta.Value.Select(row => row["Denominator"])];

    /// <summary>Rows named by <c>uCode</c>; all other columns are numbers.</summary>
    internal static UnitTable Table(string file)
    {
        var rows = ExampleTable.Read(file);
        return Table(rows, [.. rows[0].Keys.Skip(1)]);
    }

    private static UnitTable Table(IReadOnlyList<Dictionary<string, string>> rows, ImmutableArray<string> columns) => new(
        [.. rows.Select(row => row["uCode"])],
        columns,
        [.. columns.Select(column => rows.Select(row => Number(row[column])).ToImmutableArray())]);

    internal static double Number(string text) => text is "NA" or "NaN" or "" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Columns of the children of a group, in the order of the tree.</summary>
    internal static double[][] Children(UnitTable table, string group) =>
        [.. Tree.Groups[Tree.NodeOf(group) - Tree.Indicators].Children.Select(child => table.Column(Tree.Codes[child]).ToArray())];

    /// <summary>The weights of a table of <c>iCode</c> and <c>Weight</c>, by number of node.</summary>
    internal static double[] Weights(IEnumerable<Dictionary<string, string>> rows)
    {
        var byCode = rows.ToDictionary(row => row["iCode"], row => row.Number("Weight"));
        return [.. Tree.Codes.Select((code, node) => node == Tree.Root ? 1.0 : byCode[code])];
    }

    internal static void Equal(UnitTable expected, UnitTable actual, double tolerance)
    {
        Assert.Equal(expected.Units, actual.Units);
        for (var j = 0; j < expected.Indicators.Length; j++)
            for (var unit = 0; unit < expected.Units.Length; unit++)
                Near(expected[unit, j], actual.Column(expected.Indicators[j])[unit], tolerance, $"{expected.Units[unit]} {expected.Indicators[j]}");
    }

    /// <summary>Relative, or absolute below 1.</summary>
    internal static void Near(double expected, double actual, double tolerance, string what) => Assert.True(
        double.IsNaN(expected) && double.IsNaN(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(Math.Abs(expected), 1.0),
        $"{what}: expected {expected:R}, got {actual:R}");
}
