using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

/// <summary>Monthly estimates of a quarterly index, and sub-indices over four quarters (methodology, sections 11.2 and 11.4).</summary>
public class FlashTests
{
    private static IndexMethodology Quarterly(int? weightYears = null)
    {
        var methodology = Rules([Cell("INF-T1-AAA", share: 0.5), Cell("RE-T1-AAA", share: 0.5)], "2022", Frequency.Quarterly, weightYears, 2);
        return methodology with
        {
            Release = TestIndex.Release(20),
            Price = methodology.Price! with { CollectionFrequency = Frequency.Monthly },
        };
    }

    private static Deal Of(string cell, string date, double price, double amount = 1, string? entity = null) =>
        Deal($"{cell[..2]}{date}{entity}", date, cell, amount, price, entity);

    private static IEnumerable<Deal> Year(int year, double inf, double re, double infAmount = 1, double reAmount = 1) =>
        Enumerable.Range(1, 4).SelectMany(q => new[]
        {
            Of("INF-T1-AAA", $"{year}-{3 * q:00}-05", inf, infAmount), Of("RE-T1-AAA", $"{year}-{3 * q:00}-06", re, reAmount),
        });

    private static IndexResult Run(IEnumerable<Deal> deals, string last, string asOf, IndexMethodology? methodology = null) =>
        IndexCalculator.Calculate(new IndexInputs(
            [methodology ?? Quarterly()], TestIndex.EmptyCatalogue,
            new Snapshot(new Vintage(DateTimeOffset.Parse(asOf + "T00:00:00+08:00", null)), [], deals), PriceBuilder.Area, Period.Parse(last), FrozenParameters.None));

    private static PriceFlash Flash(IndexResult result, string month) => Assert.Single(result.Price!.Flashes, f => f.Period == Period.Parse(month));

    [Fact]
    public void Flash_MonthAfterTheQuarter_GoesOnFromItWithTheWeightsOfItsYear()
    {
        // 2023 weighs by the amounts of 2022, 12 and 4.
        Deal[] january = [Of("INF-T1-AAA", "2023-01-10", 3), Of("RE-T1-AAA", "2023-01-20", 6)];

        var result = Run(Year(2022, 4, 5, 3, 1).Concat(january), "2022-Q4", "2023-02-21", Quarterly(weightYears: 2));

        var flash = Flash(result, "2023-01");
        Near(100 * (12 * 3 + 4 * 6) / (12 * 4 + 4 * 5.0), flash.Value, "flash");
        Assert.Equal("2022-Q4", flash.From.ToString());
        Near(1, flash.Coverage, "coverage");
        Assert.DoesNotContain(result.Price!.Flashes, f => f.Period > Period.Parse("2023-01"));
    }

    [Fact]
    public void Flash_MonthThatIsNotOver_IsNotMade() =>
        Assert.DoesNotContain(Run(Year(2022, 4, 5).Append(Of("INF-T1-AAA", "2023-01-10", 3)), "2022-Q4", "2023-01-31").Price!.Flashes, f => f.Period.Year == 2023);

    [Fact]
    public void Flash_EmptyCell_MovesWithTheOthersAndTheQuarterSupersedesIt()
    {
        var deals = Year(2022, 4, 5).Append(Of("INF-T1-AAA", "2023-01-10", 3)).Append(Of("INF-T1-AAA", "2023-02-10", 5)).Append(Of("RE-T1-AAA", "2023-03-20", 5)).ToList();

        var result = Run(deals, "2023-Q1", "2023-04-25");

        Near(75, Flash(result, "2023-01").Value, "both cells move by a quarter");
        Near(0.5, Flash(result, "2023-01").Coverage, "one of two cells");
        Near(125, Flash(result, "2023-02").Value, "from the quarter, not from January");
        Near(100 * (0.5 * 4 / 4.0 + 0.5 * 5 / 5.0), result.Index("2023-Q1"), "the quarter has its own unit values");
    }

    [Fact]
    public void Flash_FewDeals_AreMarkedConfidential()
    {
        var many = new[] { "A", "B", "C", "D" }.Select(e => Of("INF-T1-AAA", "2023-01-10", 3, 1, e));

        var few = Flash(Run(Year(2022, 4, 5).Append(Of("INF-T1-AAA", "2023-01-10", 3)), "2022-Q4", "2023-02-25"), "2023-01");
        var enough = Flash(Run(Year(2022, 4, 5).Concat(many), "2022-Q4", "2023-02-25"), "2023-01");
        var big = Flash(Run(Year(2022, 4, 5).Concat(many).Append(Of("INF-T1-AAA", "2023-01-11", 3, 99, "E")), "2022-Q4", "2023-02-25"), "2023-01");

        Assert.Equal((Confidentiality.SmallCount, ObservationStatus.Q), (few.Confidentiality, few.Status));
        Assert.Equal((Confidentiality.Free, ObservationStatus.P), (enough.Confidentiality, enough.Status));
        Assert.Equal((Confidentiality.Dominance, ObservationStatus.Q), (big.Confidentiality, big.Status));
    }

    [Fact]
    public void Flash_TooLittleWeight_IsOfLowReliability()
    {
        var methodology = Quarterly();
        methodology = methodology with { Price = methodology.Price! with { MinimumObservedWeight = 0.6 } };
        var many = new[] { "A", "B", "C", "D" }.Select(e => Of("INF-T1-AAA", "2023-01-10", 3, 1, e));

        Assert.Equal(ObservationStatus.U, Flash(Run(Year(2022, 4, 5).Concat(many), "2022-Q4", "2023-02-25", methodology), "2023-01").Status);
    }

    [Fact]
    public void Flash_IndexOfTheFrequencyOfCollection_HasNone() => Assert.Empty(PriceBuilder.Example().Price!.Flashes);

    [Fact]
    public void Rolling_FourQuarters_UsesUnitValuesOfAllTheirDeals()
    {
        // One product alone, so that its sub-index is its price over the window against that of the base year.
        var deals = Enumerable.Range(0, 8).Select(q => Of("INF-T1-AAA", Period.Parse("2022-Q1").Plus(q).Start.ToString("O", null), 3 + 0.5 * q, 1 + q)).ToList();
        double UnitValue(int last) => Enumerable.Range(last - 3, 4).Sum(q => (1 + q) * (3 + 0.5 * q)) / Enumerable.Range(last - 3, 4).Sum(q => 1.0 + q);

        var rolling = Run(deals, "2023-Q4", "2024-02-01").Price!.RollingSubIndices.Where(s => s.Code == "INF").ToList();

        Assert.Equal(["2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"], rolling.Select(s => s.Period.ToString()));
        foreach (var (sub, last) in rolling.Zip(Enumerable.Range(3, 5)))
        {
            Near(100 * UnitValue(last) / UnitValue(3), sub.Value, sub.Period.ToString());
            Assert.Equal(4, sub.Window);
        }
        // A window differs from its neighbour by the user who entered and the one who left, and from the next but one by four.
        Assert.Equal(
            [Confidentiality.Free, Confidentiality.Window, Confidentiality.Free, Confidentiality.Window, Confidentiality.Free],
            rolling.Select(s => s.Confidentiality));
    }

    [Fact]
    public void Rolling_ProductsAndTenors_HaveTheirOwnSeries()
    {
        var result = Run(Year(2022, 4, 5), "2022-Q4", "2023-02-01");

        Assert.Equal(["INF", "RE", "TENOR-T1"], result.Price!.RollingSubIndices.Select(s => s.Code));
        Assert.All(result.Price.RollingSubIndices, s => Near(100, s.Value, s.Code));
    }

    [Fact]
    public void Rolling_FewerThanFourQuarters_HasNone() => Assert.Empty(Run(Year(2022, 4, 5).Take(4), "2022-Q3", "2022-11-01").Price!.RollingSubIndices);
}
