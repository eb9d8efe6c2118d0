using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation;

public sealed class MissingInputsTests
{
    private static readonly Period Quarter = Period.OfQuarter(2024, 3);

    [Fact]
    public void Of_WithSomeValues_NamesTheOthersWithTheirDueDay()
    {
        var methodology = Methodology(TestIndex.Indicator("A"), TestIndex.Indicator("B"));

        var missing = Assert.Single(MissingInputs.Of(methodology, TestIndex.Known(TestIndex.Observed("A", Quarter, 1)), Quarter));

        Assert.Equal("B", missing.Code);
        // Due within 30 days after the end of September: over at the midnight that ends 30 October in Shanghai.
        Assert.Equal(new DateTimeOffset(2024, 10, 30, 16, 0, 0, TimeSpan.Zero), missing.DueAt);
    }

    [Fact]
    public void Of_AnObservationThatSaysWhyThereIsNoValue_WaitsForNothing() => Assert.Empty(MissingInputs.Of(
        Methodology(TestIndex.Indicator("A")), TestIndex.Known(TestIndex.Observed("A", Quarter, null, status: ObservationStatus.M)), Quarter));

    [Fact]
    public void Of_AMonthlyIndicator_WaitsForTheLastMonthOfTheQuarter()
    {
        var methodology = Methodology(TestIndex.Indicator("A") with { Frequency = Frequency.Monthly });

        Assert.Single(MissingInputs.Of(methodology, TestIndex.Known(TestIndex.Observed("A", Period.OfMonth(2024, 8), 1)), Quarter));
        Assert.Empty(MissingInputs.Of(methodology, TestIndex.Known(TestIndex.Observed("A", Period.OfMonth(2024, 9), 1, Measures.YearToDate)), Quarter));
    }

    [Fact]
    public void Of_AnAnnualIndicatorInAQuarter_DoesNotWait() => Assert.Empty(MissingInputs.Of(
        Methodology(TestIndex.Indicator("A") with { Frequency = Frequency.Annual, Alignment = Alignment.StepRelease }), TestIndex.Known(), Quarter));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_MergedJanuaryAndFebruary_StandsForBoth(int month)
    {
        var methodology = TestIndex.OfTree(
            TestIndex.Group("TEST", "1", Aggregation.Geometric, TestIndex.Indicator("A") with { Frequency = Frequency.Monthly }), Frequency.Monthly) with { Areas = [TestIndex.City] };

        Assert.Empty(MissingInputs.Of(methodology, TestIndex.Known(TestIndex.Observed("A", Period.OfMergedJanuaryFebruary(2024), 1)), Period.OfMonth(2024, month)));
        Assert.Single(MissingInputs.Of(methodology, TestIndex.Known(TestIndex.Observed("A", Period.OfMergedJanuaryFebruary(2024), 1)), Period.OfMonth(2024, 3)));
    }

    [Fact]
    public void Of_APriceIndexWithoutADeal_WaitsForOne() =>
        Assert.Equal(SampleDefinitions.PriceCode, Assert.Single(MissingInputs.Of(SampleDefinitions.Price(), TestIndex.Known(), Period.OfMonth(2024, 9))).Code);

    private static IndexMethodology Methodology(params Indicator[] indicators) => TestIndex.OfIndicators(indicators) with { Areas = [TestIndex.City] };
}
