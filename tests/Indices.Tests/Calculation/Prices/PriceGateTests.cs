using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

public class PriceGateTests
{
    private static NodeValue Total(params (string Cell, string Entity, double Amount)[] deals) => Calculate(
        deals.Select((d, i) => Deal($"D{i}", "2023-02-10", d.Cell, d.Amount, 4, d.Entity))
            .Concat(ExampleCells.Select((c, i) => Deal($"B{i}", "2023-01-10", c.Code, 1, 4))),
        "2023-02", Rules(ExampleCells, "2023-01")).Total("2023-02");

    [Fact]
    public void Total_ThreeEvenUsersInHeavyCells_IsPublished()
    {
        var total = Total(("INF-T2-AAA", "a", 1), ("INF-T3-AAA", "b", 1), ("INF-T2-AAP", "c", 1));

        Assert.True(total.Published);
        Assert.Null(total.Reason);
        Assert.Equal(ObservationStatus.I, total.Status);
    }

    [Theory]
    [InlineData(33, ObservationStatus.I)]
    [InlineData(30, ObservationStatus.I)]
    [InlineData(29, ObservationStatus.E)]
    public void Total_LittleWeightImputed_IsEstimatedNotImputed(double emptyAmount, ObservationStatus status)
    {
        // The empty cell carries its amount out of 300; all prices are the same.
        PriceCell[] cells = [Cell("INF-T2-AAA", 100), Cell("INF-T3-AAA", 100), Cell("RE-T1-AAA", 100 - emptyAmount), Cell("ABS-T1-AAA", emptyAmount)];
        var deals = cells.SelectMany((c, i) => new[] { Deal($"A{i}", "2023-01-10", c.Code, 1, 4), Deal($"B{i}", "2023-02-10", c.Code, 1, 4) });

        var total = Calculate(deals.Where(d => d.Code != "B3"), "2023-02", Rules(cells, "2023-01")).Total("2023-02");

        Assert.Equal(1 - emptyAmount / 300, total.Coverage, 1e-12);
        Assert.Equal(status, total.Status);
        Assert.True(total.Published);
    }

    [Fact]
    public void Total_TwoDeals_IsHeldBackForTooFewDeals()
    {
        var total = Total(("INF-T2-AAA", "a", 1), ("INF-T3-AAA", "b", 1));

        Assert.False(total.Published);
        Assert.Equal(ObservationStatus.Q, total.Status);
        Assert.StartsWith("成交不足", total.Reason!.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("too few deals", total.Reason.English, StringComparison.Ordinal);
        Assert.NotNull(total.Value);
    }

    [Fact]
    public void Total_ManyDrawdownsOfTwoUsers_IsHeldBack()
    {
        var total = Total(("INF-T2-AAA", "a", 1), ("INF-T2-AAA", "a", 1), ("INF-T3-AAA", "b", 1), ("INF-T3-AAA", "b", 1));

        Assert.False(total.Published);
        Assert.StartsWith("成交不足", total.Reason!.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7.5, 1.25, 1.25, true)]
    [InlineData(7.6, 1.2, 1.2, false)]
    [InlineData(4.5, 4.5, 1.0, true)]
    [InlineData(4.6, 4.6, 0.8, false)]
    public void Total_LargestShares_DecideOnDominance(double first, double second, double third, bool published)
    {
        var total = Total(("INF-T2-AAA", "a", first), ("INF-T3-AAA", "b", second), ("INF-T2-AAP", "c", third));

        Assert.Equal(published, total.Published);
        Assert.Equal(published ? null : "依规不公布：单一主体占比过高", total.Reason?.Chinese);
    }

    [Fact]
    public void Total_DealsInLightCellsOnly_IsUnreliableForTooFewDeals()
    {
        var total = Total(("PERP-T1-AAA", "a", 1), ("ABS-T1-AAA", "b", 1), ("ABS-T1-AAA", "c", 1));

        Assert.False(total.Published);
        Assert.Equal(ObservationStatus.U, total.Status);
        Assert.Equal("成交不足：有成交的单元权重低于50%", total.Reason!.Chinese);
    }

    [Fact]
    public void Total_BeforeTheVersionTakesEffect_IsComputedButNotInTheSeries()
    {
        var result = Calculate(ExampleDeals(), "2023-03", Rules(ExampleCells, "2023-01", effectiveFrom: "2023-02"));

        Assert.Equal(["2023-02", "2023-03"], result.Values.Where(v => v.Node == result.Code).Select(v => v.Period.ToString()));
        Assert.Equal([false, true, true], result.Computed.Select(c => c.Joined));
        Assert.Equal(100, result.Computed[0].Index);
        Assert.All(result.Contributions, c => Assert.Equal(Period.Parse("2023-02"), c.From));
    }

    [Fact]
    public void Groups_OfTheWorkedExample_ArePublishedAsItsTableHasThem()
    {
        var result = Example();

        Assert.Equal(3 * (3 + 3), result.Values.Count(v => v.Node != result.Code));
        Assert.Equal(
            ExampleTable.Read("ifpi_publication.csv").Where(r => r["status"] == "PUB").Select(r => (r["month"], "TENOR-" + r["group"])),
            result.Values.Where(v => v.Node != result.Code && v.Published).Select(v => ($"{v.Period}", v.Node)));
        Assert.Equal(Period.Parse("2023-01"), result.Values[0].Period);
        Assert.Equal([result.Code, "INF", "PERP", "ABS"], result.Values.Take(4).Select(v => v.Node));
    }
}
