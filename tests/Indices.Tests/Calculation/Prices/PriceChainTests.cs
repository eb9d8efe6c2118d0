using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

/// <summary>Links, dormancy and the gate, on cases small enough to work by hand.</summary>
public class PriceChainTests
{
    private static IndexMethodology TwoCells(int? weightYears = null, int maximumImputations = 2) => Rules(
        [Cell("INF-T1-AAA", share: 0.5), Cell("RE-T1-AAA", share: 0.5)], "2022", Frequency.Quarterly, weightYears, maximumImputations);

    private static IEnumerable<Deal> Quarter(string quarter, double? inf, double? re, double infAmount = 1, double reAmount = 1)
    {
        var date = Period.Parse(quarter).Start.ToString("O", null);
        if (inf is { } i)
            yield return Deal($"I{quarter}", date, "INF-T1-AAA", infAmount, i);
        if (re is { } r)
            yield return Deal($"R{quarter}", date, "RE-T1-AAA", reAmount, r);
    }

    private static IEnumerable<Deal> Steady2022(double infAmount, double reAmount) =>
        Enumerable.Range(1, 4).SelectMany(q => Quarter($"2022-Q{q}", 4, 5, infAmount, reAmount));

    [Fact]
    public void Calculate_AnnualChain_LinksAtLastQuarterWithAmountsOfTheYearsBefore()
    {
        // 2023 weighs the cells by the amounts of 2022: 3 and 1 each quarter, 12 and 4 in all.
        var deals = Steady2022(3, 1).Concat(Quarter("2023-Q1", 3.6, 5.5)).Concat(Quarter("2023-Q4", 3, 6, 10, 10)).Concat(Quarter("2024-Q1", 3, 3));

        var result = Calculate(deals, "2024-Q1", TwoCells(weightYears: 2));

        Near(100, result.Index("2022-Q4"), "base");
        Near(100 * (12 * 3.6 + 4 * 5.5) / (12 * 4 + 4 * 5), result.Index("2023-Q1"), "2023-Q1");
        var atLink = 100.0 * (12 * 3 + 4 * 6) / (12 * 4 + 4 * 5);
        Near(atLink, result.Index("2023-Q4"), "2023-Q4");
        // 2024 weighs by 2022 and 2023: 12 + 11 and 4 + 11.
        Near(atLink * (23 * 3 + 15 * 3) / (23 * 3 + 15 * 6), result.Index("2024-Q1"), "2024-Q1");
    }

    [Fact]
    public void Calculate_NoDealsInTheWeightYears_FallsBackToValueSharesWithAWarning()
    {
        var result = Calculate(Steady2022(3, 1), "2022-Q4", TwoCells(weightYears: 2));

        Near(100, result.Index("2022-Q4"), "flat");
        Assert.Contains(result.Warnings, w => w.Chinese.StartsWith("2022年之前的权重年份没有成交", StringComparison.Ordinal));
        Assert.All(result.Price!.Levels, l => Near((0.5 / 4 * 4 + 0.5 / 5 * 5) / (0.5 / 4 + 0.5 / 5), l.FixedStructurePercent, "shares"));
    }

    [Fact]
    public void Calculate_CellNotDealtInTheWeightYears_WeighsNothingThatYear()
    {
        var deals = Steady2022(1, 1)
            .Concat(Quarter("2023-Q4", 4, 8)).Concat(Quarter("2024-Q4", 4, 8)).Concat(Quarter("2025-Q1", 4, 4));

        var result = Calculate(deals, "2025-Q1", Rules(
            [Cell("INF-T1-AAA"), Cell("RE-T1-AAA"), Cell("ABS-T1-AAA")], "2022", Frequency.Quarterly, 2));

        Assert.All(result.Price!.Cells.Where(c => c.Cell == "ABS-T1-AAA"), c => Assert.Equal(CellSource.Dormant, c.Source));
        Near(result.Index("2024-Q4") * (4 + 4) / (4 + 8), result.Index("2025-Q1"), "two cells of equal amounts");
    }

    [Fact]
    public void Calculate_CellWithoutPriceAtTheLink_TakesNoWeightWithAWarning()
    {
        var deals = Enumerable.Range(1, 4).SelectMany(q => Quarter($"2022-Q{q}", 4, null)).Concat(Quarter("2023-Q1", 5, 9)).Concat(Quarter("2023-Q2", 5, 2));

        var result = Calculate(deals, "2023-Q2", TwoCells());

        Near(125, result.Index("2023-Q1"), "only the priced cell counts");
        Near(125, result.Index("2023-Q2"), "its deals stay outside until the next link");
        Assert.Equal(CellSource.Dormant, result.Cell("RE-T1-AAA", "2023-Q1").Source);
        Near(9, result.Cell("RE-T1-AAA", "2023-Q1").UnitValuePercent, "still recorded");
        Assert.Null(result.Cell("RE-T1-AAA", "2023-Q1").PricePercent);
        Assert.Contains(result.Warnings, w => w.English.Contains("RE-T1-AAA had no price at the link", StringComparison.Ordinal));
    }

    [Fact]
    public void Calculate_ImputedLongerThanTheLimit_IsDormantUntilALinkAfterDealsOfItsOwn()
    {
        // RE is empty in Q2, Q3 and Q4: imputed twice, then out. Its deal in 2023-Q2 brings it back at the link to 2024.
        var deals = Quarter("2022-Q1", 4, 5)
            .Concat(Quarter("2022-Q2", 5, null)).Concat(Quarter("2022-Q3", 5, null)).Concat(Quarter("2022-Q4", 6, null))
            .Concat(Quarter("2023-Q1", 3, null)).Concat(Quarter("2023-Q2", 3, 1)).Concat(Quarter("2023-Q3", 3, 8)).Concat(Quarter("2023-Q4", 3, 8))
            .Concat(Quarter("2024-Q1", 3, 4));

        var result = Calculate(deals, "2024-Q1", TwoCells());

        CellSource Source(string period) => result.Cell("RE-T1-AAA", period).Source;
        Assert.Equal(
            [CellSource.Observed, CellSource.AllMovement, CellSource.AllMovement, CellSource.Dormant, CellSource.Dormant, CellSource.Dormant, CellSource.Dormant, CellSource.Dormant, CellSource.Observed],
            result.Price!.Levels.Select(l => Source(l.Period.ToString())));
        Near(5 * 5 / 4.0, result.Cell("RE-T1-AAA", "2022-Q3").PricePercent, "moved with the other cell");
        Near(result.Index("2022-Q3") * 6 / 5, result.Index("2022-Q4"), "left out of the movement");
        Near(result.Index("2022-Q4") * 3 / 6, result.Index("2023-Q3"), "its deals do not count yet");
        Near(result.Index("2023-Q4") * (0.5 * 3 / 3 + 0.5 * 4 / 8), result.Index("2024-Q1"), "back with its share at the link");
    }

    [Fact]
    public void Calculate_NothingObserved_CarriesPricesForwardAndIsHeldBack()
    {
        var result = Calculate(Quarter("2022-Q1", 4, 5).Concat(Quarter("2022-Q4", 2, 5)), "2022-Q4", TwoCells(maximumImputations: 1));

        Assert.Equal(CellSource.CarryForward, result.Cell("INF-T1-AAA", "2022-Q3").Source);
        Near(result.Index("2022-Q1"), result.Index("2022-Q3"), "no movement was seen");
        Near(result.Index("2022-Q3") * (0.5 * 2 / 4 + 0.5), result.Index("2022-Q4"), "real deals correct the level at once");
        Assert.False(result.Total("2022-Q3").Published);
        Assert.Equal(ObservationStatus.Q, result.Total("2022-Q3").Status);
    }

    [Fact]
    public void Calculate_DealsFittingNoCell_AreNamedInAWarningAndLeftOut()
    {
        var deals = Quarter("2022-Q1", 4, 5).Append(Deal("X1", "2022-01-02", "EQ-T2-AAA", 99, 9)).Append(Deal("X2", "2022-01-02", "INF-T3-AAA", 99, 9));

        var result = Calculate(deals, "2022-Q1", TwoCells());

        Assert.Contains(result.Warnings, w => w.Chinese.Contains("X1（EQ T2 AAA）不属于任何单元", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.English.Contains("X2 (INF T3 AAA) fit no cell", StringComparison.Ordinal));
        Assert.Equal(2, result.Warnings.Length);
        Near(4.5, Assert.Single(result.Price!.Levels).AveragePercent, "average");
        Assert.Null(Assert.Single(result.Price.Deals, d => d.Deal == "X1").Cell);
    }

    [Fact]
    public void Calculate_DealsOfASatellite_AreLeftOutWithoutAWarning()
    {
        var rules = TwoCells();
        rules = rules with { Price = rules.Price! with { Satellites = [Cell("EQ-T2-AAA", share: 1)] } };

        var result = Calculate(Quarter("2022-Q1", 4, 5).Append(Deal("X1", "2022-01-02", "EQ-T3-AAP", 99, 9)), "2022-Q1", rules);

        Assert.Empty(result.Warnings);
        Near(4.5, Assert.Single(result.Price!.Levels).AveragePercent, "headline deals only");
    }

    [Fact]
    public void Calculate_BaseNotOverAtTheSnapshot_HasNoIndexYet()
    {
        var july = new Vintage(new DateTimeOffset(2022, 7, 1, 0, 0, 0, TimeSpan.Zero));
        var inputs = new IndexInputs(
            [TwoCells()], TestIndex.EmptyCatalogue, new Snapshot(july, [], Steady2022(1, 1).Take(4)),
            PriceBuilder.Area, Period.Parse("2022-Q2"), FrozenParameters.None);

        var total = IndexCalculator.Calculate(inputs).Total("2022-Q2");

        Assert.Null(total.Value);
        Assert.Equal(ObservationStatus.O, total.Status);
    }

    [Fact]
    public void Calculate_OtherAreaOrLaterDeals_AreNotUsed()
    {
        var deals = Quarter("2022-Q1", 4, 5)
            .Append(Deal("X1", "2022-01-02", "INF-T1-AAA", 99, 9, origin: Origin.Synthetic) with { Area = "990200" })
            .Append(Deal("X2", "2023-01-02", "INF-T1-AAA", 99, 9, origin: Origin.Synthetic));

        var result = Calculate(deals, "2022-Q1", TwoCells());

        Near(4, result.Cell("INF-T1-AAA", "2022-Q1").UnitValuePercent, "own deals only");
        Assert.Equal(Origin.Official, result.Origin);
    }

    [Fact]
    public void Calculate_NoDeals_SaysThatThereIsNoValue()
    {
        var result = Calculate([], "2022-Q1", TwoCells());

        Assert.Null(Assert.Single(result.Values).Value);
        Assert.False(result.Total("2022-Q1").Published);
        Assert.Equal("无数值：基期、链接或权重的数据不完整", result.Total("2022-Q1").Reason!.Chinese);
        Assert.Empty(result.Contributions);
        Assert.Empty(result.Price!.Levels);
    }

    [Fact]
    public void Calculate_FrozenBaseFactor_IsKept()
    {
        var frozen = new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.BaseFactor("1.0.0")] = 2.0 }.ToFrozenDictionary());

        var result = Calculate(Quarter("2022-Q1", 4, 5), "2022-Q1", frozen, TwoCells());

        Near(200, result.Index("2022-Q1"), "aggregate 100 times the frozen factor");
        Assert.Equal(2.0, result.Parameters.Find(FrozenParameters.BaseFactor("1.0.0")));
    }

    [Fact]
    public void Calculate_BasePeriodWithoutData_HasNoIndexAndSaysWhy()
    {
        var result = Calculate(Quarter("2023-Q1", 4, 5), "2023-Q1", TwoCells());

        Assert.Null(result.Index("2023-Q1"));
        Assert.False(result.Total("2023-Q1").Published);
        Assert.Equal(ObservationStatus.O, result.Total("2023-Q1").Status);
        Assert.Contains(result.Warnings, w => w.English.Contains("data for 0 of its 4 periods", StringComparison.Ordinal));
    }

    [Fact]
    public void Calculate_BaseYear_HasTheBaseValueAsItsMean()
    {
        var deals = Enumerable.Range(1, 4).SelectMany(q => Quarter($"2022-Q{q}", 4 + q * 0.1, 5 - q * 0.2));

        var result = Calculate(deals, "2022-Q4", TwoCells());

        Near(100, Enumerable.Range(1, 4).Average(q => result.Index($"2022-Q{q}")), "mean of the base year");
        Assert.Equal(result.Index("2022-Q2"), Calculate(deals, "2022-Q2", TwoCells()).Index("2022-Q2"));
        Near(100, result.Price!.Levels.Average(l => l.FisherIndex), "companions too");
    }

    [Fact]
    public void Calculate_NewVersion_IsLinkedInTheOverlapAndContributionsStillAddUp()
    {
        var deals = Enumerable.Range(1, 4).SelectMany(q => Quarter($"2022-Q{q}", 4 + q * 0.1, 5 - q * 0.3))
            .Concat(Enumerable.Range(1, 4).SelectMany(q => Quarter($"2023-Q{q}", 4 - q * 0.2, 4 + q * 0.1)));
        var next = Rules(
            [Cell("INF-T1-AAA", share: 0.9), Cell("RE-T1-AAA", share: 0.1)], "2022", Frequency.Quarterly, null, 2, "2.0.0", null, "2022-Q3", "2022-Q4");

        var result = Calculate(deals, "2023-Q4", TwoCells(), next);

        var versions = result.Values.Where(v => v.Node == result.Code).Select(v => v.Version);
        Assert.Equal([.. Enumerable.Repeat("1.0.0", 4), .. Enumerable.Repeat("2.0.0", 4)], versions);
        double Computed(string version, string period) =>
            result.Computed.Single(v => v.Version == version && v.Period == Period.Parse(period)).Index!.Value;
        Near(Computed("1.0.0", "2022-Q3") + Computed("1.0.0", "2022-Q4"), Computed("2.0.0", "2022-Q3") + Computed("2.0.0", "2022-Q4"), "overlap");
        Assert.Equal(5, result.Contributions.Count(c => c.Indicator == Contribution.MethodChange));
        Assert.Equal(["2.0.0", "chain"], result.Contributions.Where(c => c.From == Period.Parse("2022-Q4")).Select(c => c.Version).Distinct());
        foreach (var span in result.Contributions.GroupBy(c => (c.From, c.To)))
            Assert.Equal(result.Index(span.Key.To.ToString())!.Value - result.Index(span.Key.From.ToString())!.Value, span.Sum(c => c.Points), 1e-10);
    }
}
