using System.Globalization;
using CsvHelper;
using TestSupport;

namespace Dashboard.Tests.CommandLine;

/// <summary>CSV tables of known values, by header.</summary>
internal static class KnownTable
{
    internal static IReadOnlyList<IDictionary<string, object>> Read(string file)
    {
        using var csv = new CsvReader(new StringReader(KnownValue.Text(file)), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>()];
    }

    /// <summary>A table that the program wrote, quoted cells and all.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        using var csv = new CsvReader(new StringReader(text), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().Select(r => r.ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }

    internal static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Equal to 1e-9 relative, the tolerance of the worked examples.</summary>
    internal static void Equal(double expected, double actual) =>
        Xunit.Assert.InRange(actual, expected - Tolerance(expected), expected + Tolerance(expected));

    private static double Tolerance(double expected) => 1e-9 * Math.Max(Math.Abs(expected), 1e-3);
}
