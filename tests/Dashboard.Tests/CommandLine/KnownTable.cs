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

    internal static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Equal to 1e-9 relative, the tolerance of the worked examples.</summary>
    internal static void Equal(double expected, double actual) =>
        Xunit.Assert.InRange(actual, expected - Tolerance(expected), expected + Tolerance(expected));

    private static double Tolerance(double expected) => 1e-9 * Math.Max(Math.Abs(expected), 1e-3);
}
