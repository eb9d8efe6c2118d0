using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

/// <summary>2023 is the base if the backcast of 2022 covers less than 70 % (methodology, section 2.3).</summary>
public class FallbackBaseTests
{
    private static IndexMethodology WithFallback()
    {
        var methodology = Rules([Cell("INF-T1-AAA", share: 0.5), Cell("RE-T1-AAA", share: 0.5)], "2022", Frequency.Quarterly);
        return methodology with { Base = methodology.Base! with { Fallback = new(Period.OfYear(2023), 0.7) } };
    }

    private static IEnumerable<Deal> Quarter(string quarter, double? inf, double? re)
    {
        var date = Period.Parse(quarter).Start.ToString("O", null);
        if (inf is { } i)
            yield return Deal($"I{quarter}", date, "INF-T1-AAA", 1, i);
        if (re is { } r)
            yield return Deal($"R{quarter}", date, "RE-T1-AAA", 1, r);
    }

    // Two of the four quarters of 2022 come before the first deals.
    private static List<Deal> Thin2022() =>
    [
        .. Quarter("2022-Q3", 4, 5), .. Quarter("2022-Q4", 4, 5),
        .. Enumerable.Range(1, 4).SelectMany(q => Quarter($"2023-Q{q}", 8, 10)), .. Quarter("2024-Q1", 4, 5),
    ];

    [Fact]
    public void Base_CoveredTooLittle_IsTheFallback()
    {
        var result = Calculate(Thin2022(), "2024-Q1", WithFallback());

        Assert.All(Enumerable.Range(1, 4), q => Near(100, result.Index($"2023-Q{q}"), "flat year"));
        Near(50, result.Index("2022-Q3"), "half the price of 2023");
        Near(0.5, result.Parameters.Find(FrozenParameters.BaseCoverage("1.0.0")), "coverage");
        Near(100, result.Price!.Levels.Single(l => l.Period == Period.Parse("2023-Q2")).FisherIndex, "companions have the same base");
        Near(100, result.Values.Single(v => v.Node == "INF" && v.Period == Period.Parse("2023-Q1")).Value, "sub-indices, too");
        Near(100, result.Price.RollingSubIndices.Single(s => s.Code == "INF" && s.Period == Period.Parse("2023-Q4")).Value, "and those over four quarters");
        var warning = Assert.Single(result.Warnings, w => w.English.Contains("2023 is the base instead", StringComparison.Ordinal));
        Assert.Contains("50%", warning.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Base_ACellNotDealtInAllYear_IsNotCovered()
    {
        var deals = Quarter("2021-Q4", 4, 5).Concat(Enumerable.Range(1, 4).SelectMany(q => Quarter($"2022-Q{q}", 4, null)))
            .Concat(Enumerable.Range(1, 4).SelectMany(q => Quarter($"2023-Q{q}", 8, 10)));

        Near(0.5, Calculate(deals, "2023-Q4", WithFallback()).Parameters.Find(FrozenParameters.BaseCoverage("1.0.0")), "one of two cells");
    }

    [Fact]
    public void Base_CoveredWell_Stays()
    {
        // One cell is dealt in once in the year: that is a price of the year, as in any thin market.
        var deals = Thin2022().Concat(Quarter("2022-Q1", 4, 5)).Concat(Quarter("2022-Q2", 4, null));

        var result = Calculate(deals, "2024-Q1", WithFallback());

        Near(100, Enumerable.Range(1, 4).Select(q => result.Index($"2022-Q{q}")).Average(), "mean of 2022");
        Near(1, result.Parameters.Find(FrozenParameters.BaseCoverage("1.0.0")), "coverage");
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Fallback_NotOver_HasNoIndexYet()
    {
        var july = new Vintage(new DateTimeOffset(2023, 7, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        var inputs = new IndexInputs(
            [WithFallback() with { Release = TestIndex.Release(20) }], TestIndex.EmptyCatalogue, new Snapshot(july, [], Thin2022().Where(d => d.PricingDate.Year < 2023 || d.PricingDate.Month < 7)),
            PriceBuilder.Area, Period.Parse("2023-Q2"), FrozenParameters.None);

        Assert.Null(IndexCalculator.Calculate(inputs).Total("2023-Q2").Value);
    }

    [Fact]
    public void Coverage_OnceFrozen_DecidesAlone()
    {
        var frozen = new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.BaseCoverage("1.0.0")] = 0.9 }.ToFrozenDictionary());

        var result = Calculate(Thin2022(), "2024-Q1", frozen, WithFallback());

        Near(100, Enumerable.Range(3, 2).Select(q => result.Index($"2022-Q{q}")).Average(), "as decided before");
    }

    [Fact]
    public void Closing_OfTheFallback_WaitsForItsOwnYear()
    {
        var methodology = WithFallback();
        var inputs = new IndexInputs(
            [methodology], TestIndex.EmptyCatalogue, new Snapshot(Known, [], Thin2022()), PriceBuilder.Area, Period.Parse("2024-Q1"), FrozenParameters.None);
        var result = IndexCalculator.Calculate(inputs);

        Assert.Empty(OpenWindow.Closing(inputs, result, Period.Parse("2023-Q1")).Values);
        Assert.Equal(
            [FrozenParameters.BaseFactor("1.0.0"), FrozenParameters.BaseCoverage("1.0.0")],
            OpenWindow.Closing(inputs, result, Period.Parse("2024-Q1")).Values.Keys.OrderBy(k => k.Length));
    }
}
