using Indices.Calculation.Prices.Formulas;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Formulas;

public class PricePanelTests
{
    private static readonly Period Start = Period.Parse("2024-Q1");

    private static PriceQuote Quote(string product, int quarter, double price, double quantity = double.NaN) =>
        new(product, Start.Plus(quarter), price, quantity);

    [Fact]
    public void Of_SeveralQuotesOfAProduct_AreOneUnitValue()
    {
        var panel = PricePanel.Of([Quote("B", 0, 2, 3), Quote("A", 0, 1, 1), Quote("B", 0, 5, 1), Quote("B", 1, 4, 2)]);

        Assert.Equal(["A", "B"], panel.Products);
        Assert.Equal([1, (2 * 3 + 5 * 1) / 4.0], panel.Prices(0));
        Assert.Equal([1, 4], panel.Quantities(0));
        Assert.Equal([double.NaN, 4], panel.Prices(1));
    }

    [Fact]
    public void Of_ASkippedPeriod_IsThereWithoutProducts()
    {
        var panel = PricePanel.Of([Quote("A", 0, 2, 1), Quote("A", 2, 3, 1), Quote("B", 2, 3, 1)]);

        Assert.Equal(["2024-Q1", "2024-Q2", "2024-Q3"], panel.Periods.Select(p => p.ToString()));
        Assert.Equal([1, double.NaN, 1.5], new BilateralSeries(panel, BilateralFormulas.Find("fisher")!).Direct().Levels);
        Assert.Equal([1, double.NaN, double.NaN], new BilateralSeries(panel, BilateralFormulas.Find("fisher")!).Chained().Levels);
        foreach (var name in new[] { "geks_fisher", "geks_tornqvist", "geks_walsh", "geks_jevons" })
            Assert.Equal([1, double.NaN, 1.5], MultilateralFormula.Find(name)!.Series(panel, 3, Splice.Mean).Levels.Select(l => Math.Round(l, 14)));
    }

    [Fact]
    public void Of_PricesAlone_LeavesTheUnweightedFormulas()
    {
        var panel = PricePanel.Of([Quote("A", 0, 2), Quote("B", 0, 4), Quote("A", 1, 4), Quote("B", 1, 4)]);

        Assert.Equal(4 / 3.0, new BilateralSeries(panel, BilateralFormulas.Find("dutot")!).Direct().Levels[1], 1e-15);
        Assert.Equal(Math.Sqrt(2), new BilateralSeries(panel, BilateralFormulas.Find("jevons")!).Direct().Levels[1], 1e-15);
        Assert.Equal(Math.Sqrt(2), MultilateralFormula.Find("geks_jevons")!.Series(panel, 2, Splice.Mean).Levels[1], 1e-15);
        Assert.Equal(double.NaN, new BilateralSeries(panel, BilateralFormulas.Find("laspeyres")!).Direct().Levels[1]);
    }

    [Fact]
    public void Of_WhatMakesNoPanel_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => PricePanel.Of([]));
        Assert.Throws<ArgumentException>(() => PricePanel.Of([Quote("A", 0, 2), Quote("A", 0, 3)]));
        Assert.Throws<ArgumentException>(() => PricePanel.Of([Quote("A", 0, 2), new("A", Period.Parse("2024-05"), 1, 1)]));
        Assert.Throws<ArgumentException>(() => PricePanel.Of([new("A", Period.Parse("2024-01~02"), 1, 1)]));
    }

    [Fact]
    public void Series_ProductsThatConnectNothing_HaveNoIndex()
    {
        var panel = PricePanel.Of([Quote("A", 0, 2, 1), Quote("A", 1, 3, 1), Quote("B", 2, 3, 1), Quote("B", 3, 6, 1)]);

        Assert.All(MultilateralFormula.Find("wtpd")!.Series(panel, 4, Splice.Mean).Levels, level => Assert.Equal(double.NaN, level));
        Assert.All(MultilateralFormula.Find("geary_khamis")!.Series(panel, 4, Splice.Mean).Levels, level => Assert.Equal(double.NaN, level));
    }

    [Fact]
    public void Basket_OfSeveralPeriods_WeighsWithTheirSum()
    {
        var panel = PricePanel.Of([Quote("A", 0, 2, 1), Quote("B", 0, 4, 3), Quote("A", 1, 3, 5), Quote("B", 1, 4, 1), Quote("A", 2, 1, 9), Quote("B", 2, 8, 9)]);

        Assert.Equal((6 * 1 + 4 * 8) / (6 * 2 + 4 * 4.0), new BilateralSeries(panel, BilateralFormulas.Find("lowe")!, [0, 1]).Direct().Levels[2], 1e-15);
        // Values of the two periods together: 17 and 16.
        Assert.Equal((17 * 0.5 + 16 * 2) / 33, new BilateralSeries(panel, BilateralFormulas.Find("young")!, [0, 1]).Direct().Levels[2], 1e-15);
        Assert.Equal(1, new BilateralSeries(panel, BilateralFormulas.Find("fisher")!).Direct(reference: 1).Levels[1]);
    }
}
