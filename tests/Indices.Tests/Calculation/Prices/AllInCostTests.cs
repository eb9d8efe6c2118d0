using CsCheck;
using Indices.Calculation.Prices;
using Xunit;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

public class AllInCostTests
{
    private static readonly Indices.Observations.Deal Plain = Deal("D", "2023-01-10", "INF-T2-AAA", 1, 4.3);

    [Fact]
    public void Percent_NoFees_IsTheCoupon() => Assert.Equal(4.3, AllInCost.Percent(Plain)!.Value, 1e-12);

    [Fact]
    public void Percent_AnnualFee_AddsToTheCoupon() =>
        Assert.Equal(4.42, AllInCost.Percent(Plain with { AnnualFeePercent = 0.12 })!.Value, 1e-12);

    [Fact]
    public void Percent_NoRateSolves_IsNull()
    {
        Assert.Null(AllInCost.Percent(Plain with { CouponPercent = 0 }));
        Assert.Null(AllInCost.Percent(Plain with { CouponPercent = 250 }));
        Assert.Null(AllInCost.Percent(Plain with { TenorYears = 0 }));
    }

    [Fact]
    public void Percent_AnyDeal_DiscountsItsFlowsToWhatWasReceived() =>
        Gen.Select(Gen.Double[0.5, 12], Gen.Double[0, 2], Gen.Double[0, 0.5], Gen.Int[1, 30]).Sample((coupon, upfront, annual, years) =>
        {
            var rate = AllInCost.Percent(Plain with { CouponPercent = coupon, UpfrontFeePercent = upfront, AnnualFeePercent = annual, TenorYears = years })!.Value / 100;
            var value = Enumerable.Range(1, years).Sum(k => (coupon + annual) / 100 / Math.Pow(1 + rate, k)) + 1 / Math.Pow(1 + rate, years);
            Assert.Equal(1 - upfront / 100, value, 1e-12);
        });
}
