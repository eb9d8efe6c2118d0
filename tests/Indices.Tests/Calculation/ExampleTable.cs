using System.Globalization;
using CsvHelper;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation;

/// <summary>A table of the methodology's worked examples, as rows of named texts.</summary>
internal static class ExampleTable
{
    internal static List<Dictionary<string, string>> Read(string file)
    {
        using var reader = new CsvReader(new StreamReader(KnownValue.Path(file)), CultureInfo.InvariantCulture);
        return [.. reader.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(p => p.Key, p => (string)p.Value))];
    }

    internal static double Number(this Dictionary<string, string> row, string column) =>
        double.Parse(row[column], CultureInfo.InvariantCulture);

    /// <summary>Null for an empty field.</summary>
    internal static double? Figure(this Dictionary<string, string> row, string column) =>
        row[column].Length == 0 ? null : row.Number(column);

    /// <summary>1e-9 relative, the tolerance of the worked examples.</summary>
    internal static void Near(double? expected, double? actual, string what)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } e && actual is { } a)
            Assert.True(Math.Abs(e - a) <= 1e-9 * Math.Max(Math.Abs(e), 1e-3), $"{what}: expected {e:R}, got {a:R}");
    }
}
