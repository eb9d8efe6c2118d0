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
    internal static IndexMethodology First { get; } = Version("1.0.0",
        ("P1", "0.6", [Indicator("A1", "0.5", 5, 25), EquityRaised]),
        ("P2", "0.4", [Indicator("B1", "0.45", 2.0, 0.4), Indicator("B2", "0.55", 40, 90)]));

    internal static IndexMethodology Second { get; } = Version("2.0.0",
        ("P1", "0.5", [Indicator("A1", "0.4", 5, 25), Indicator("A3", "0.6", 15, 35)]),
        ("P2", "0.5", [Indicator("B1", "0.40", 2.0, 0.4), Indicator("B2", "0.60", 40, 90)])) with
    {
        Replaces = "1.0.0",
        Link = new LinkRule([Period.OfQuarter(2023, 2)]),
        EffectiveFrom = Period.OfQuarter(2023, 3),
    };

    private static Indicator EquityRaised => Indicator("A2", "0.5", 200, 800) with { Scale = GoalpostScale.Log };

    /// <summary>Rows of a known-value file, as header to text.</summary>
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var text = new StreamReader(RepositoryRoot.File("tests", "TestSupport", "KnownValues", file));
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

    private static IndexMethodology Version(string version, params (string Code, string Weight, IndexNode[] Indicators)[] pillars) =>
        OfTree(
            Group("DEMO", "1", Aggregation.Geometric, [.. pillars.Select(p => Group(p.Code, p.Weight, Aggregation.Arithmetic, p.Indicators))]),
            version: version) with
        { Base = new BaseRule(Period.OfQuarter(2022, 4), 100) };
}
