using System.Globalization;
using CsvHelper;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

/// <summary>The worked example of the methodology, section 15.1, and its known values.</summary>
internal static class WorkedExample
{
    internal static IndexMethodology First { get; } = KnownValue.Methodology("composite-1.0.0.yaml");

    internal static IndexMethodology Second { get; } = KnownValue.Methodology("composite-2.0.0.yaml");

    /// <summary>Rows of a known-value file, as header to text.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var text = new StreamReader(KnownValue.Path(file));
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row =>
            ((IDictionary<string, object>)row).ToDictionary(c => c.Key, c => (string)c.Value))];
    }

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal static IEnumerable<Observation> Data() => Rows("composite_inputs.csv")
        .Where(row => row["value"].Length > 0)
        .Select(row => Observed(row["indicator"], Period.Parse(row["period"]), Number(row["value"])));

    internal static IndexInputs Inputs(IEnumerable<Observation> observations, FrozenParameters? frozen = null) => new(
        [First, Second], EmptyCatalogue, Known(observations), City, Period.OfQuarter(2023, 3), frozen ?? FrozenParameters.None);

    internal static IndexResult Calculate() => IndexCalculator.Calculate(Inputs(Data()));

    internal static void Near(double expected, double? actual) =>
        Assert.True(actual is { } found && Math.Abs(found - expected) <= 1e-9 * Math.Max(Math.Abs(expected), 1e-3),
            $"expected {expected:R}, found {actual:R}");
}
