using CsCheck;
using Indices.Calculation;
using Indices.Calculation.Prices.Disclosure;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Disclosure.Attack;

/// <summary>A reader with a linear program finds no price that disclosure control protects (docs/decisions/0013), and would without it.</summary>
public class AttackTests
{
    private const int Worlds = 200;

    [Fact]
    public void AnyMarket_AsReleased_KeepsEveryPriceOpen() => Assert.Empty(
        from seed in Enumerable.Range(0, Worlds)
        let market = Of(seed)
        from breach in new Breaches(market, Figures.Released(market.Inputs)).All()
        select $"market {seed}: {breach} in {market}");

    [Fact]
    public void PrimaryRuleAlone_InTheSameMarkets_IsBrokenByTheSameReader()
    {
        const int markets = 20;

        var broken = Enumerable.Range(0, markets).Select(Of).Count(market => new Breaches(market, Figures.PrimaryOnly(market.Inputs)).All().Any());

        Assert.True(2 * broken > markets, $"{broken} of {markets} markets were broken.");
    }

    // The same markets on every run, so that a breach is found again by its number.
    private static Market Of(int seed) => Market.Any.Generate(new PCG((uint)seed, (ulong)seed), null, out _);

    [Fact]
    public void WorkedExample_WithoutTheComplement_GivesTheOneConfidentialDealAway()
    {
        // All items, infrastructure, and the imputed product that anybody can make: methodology, section 11.7.
        var market = new Market(Market.Source.Example, "2023-01", [.. PriceBuilder.ExampleDeals()]);
        var exact = Figures.Exact(IndexCalculator.Calculate(market.Inputs));
        var printed = new[] { $"{market.Methodology.Code} 2023-02", "INF 2023-02", "PERP 2023-02" }.ToDictionary(n => n, n => Figures.Interval(PublishedNumber.Round(exact[n], 2)));
        var deal = Array.FindIndex(market.Deals, d => d.Code == "D13");
        double Open(IReadOnlyDictionary<string, (double, double)> published) => new Attacker(market, published)
            .StillOpen([.. market.Deals.Select((_, d) => d == deal ? 1.0 : 0)], d => market.Deals[d].PricingDate < new DateOnly(2023, 2, 1));

        Assert.InRange(Open(printed), 0, 0.01);
        Assert.InRange(Open(Figures.Released(market.Inputs)), 1 / 3.0, 1);
    }
}
