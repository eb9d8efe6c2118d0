using System.Collections.Immutable;
using CsCheck;
using Indices.Calculation.Prices.Formulas;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Formulas;

public class SplicingTests
{
    private static readonly Gen<(double[][] Prices, double[][] Quantities)> Long =
        Gen.Select(Gen.Double[0.5, 2].Array[4].Array[14], Gen.Double[0.1, 10].Array[4].Array[14]);

    public static TheoryData<string, string> Ways =>
        [.. MultilateralFormula.All.SelectMany(f => Splices.ByName.Keys.Order(StringComparer.Ordinal).Select(s => (f.Name, s)))];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Series_AnotherPeriod_NeverMovesAnOldValue(string formula, string splice) => Long.Sample(draw =>
    {
        var all = Series(formula, splice, draw.Prices, draw.Quantities);
        for (var periods = 5; periods < 14; periods++)
            Assert.Equal(all.Take(periods), Series(formula, splice, draw.Prices[..periods], draw.Quantities[..periods]));
    }, iter: 5);

    [Theory]
    [MemberData(nameof(Ways))]
    public void Series_OfPricesThatMoveTogether_IsTheirMovement(string formula, string splice) =>
        Gen.Select(Long, Gen.Double[0.9, 1.1]).Sample((draw, factor) =>
        {
            var levels = Series(formula, splice, draw.Prices.Each((t, n, _) => draw.Prices[0][n] * Math.Pow(factor, t)), draw.Quantities);
            Assert.All(Enumerable.Range(0, 14), t => Assert.Equal(Math.Pow(factor, t), levels[t], 1e-11));
        }, iter: 5);

    [Fact]
    public void Series_ShorterThanTheWindow_IsOneWindow()
    {
        var panel = PanelBuilder.Panel("price_CES_sigma_2.csv");
        foreach (var formula in MultilateralFormula.All)
            Assert.Equal(formula.Series(panel, 12, Splice.Mean).Levels, formula.Series(panel, 13, Splice.Movement).Levels);
    }

    [Fact]
    public void Join_APeriodWithoutValue_IsLeftOutOfTheMean()
    {
        // The old window has no value in its second period; the first and third say 1.1 and 1.3 for the newest.
        var joined = Splicing.Join([1, 2, 4], new(0, [1, double.NaN, 4]), new(1, [7, 4, 5.2]), [1, 2]);

        Assert.Equal(4 * 5.2 / 4, joined, 1e-14);
        Assert.True(double.IsNaN(Splicing.Join([1, 2, 4], new(0, [1, double.NaN, 4]), new(1, [7, 4, 5.2]), [1])));
    }

    [Fact]
    public void Join_ANewestValueMissing_StartsFromTheLastThereIs() =>
        Assert.Equal(2 * (1.5 / 3) * 8, Splicing.Join([1, 2, double.NaN], new(0, [1.5, 3, double.NaN]), new(0, [1, double.NaN, double.NaN, 8]), [0]), 1e-14);

    private static ImmutableArray<double> Series(string formula, string splice, double[][] prices, double[][] quantities) =>
        MultilateralFormula.Find(formula)!.Series(PanelBuilder.Panel(prices, quantities), 5, Splices.ByName[splice]).Levels;
}
