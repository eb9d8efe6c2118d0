using Indices.Calculation.Prices;
using Indices.Calculation.Prices.Disclosure;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Disclosure;

public class PrimaryRuleTests
{
    private static readonly DisclosureRule Rule = new(3, 3, 0.75, 0.9);

    internal static PricedDeal Deal(string code, string user, double amount, string cell = "INF-T1-AAA") =>
        new(PriceBuilder.Deal(code, "2023-02-10", cell, amount, 4, user), Period.OfMonth(2023, 2), 0, 4);

    private static Confidentiality Of(params (string User, double Amount)[] deals) =>
        PrimaryRule.Of(Rule, [.. deals.Select((d, i) => Deal($"D{i}", d.User, d.Amount))]);

    [Fact]
    public void NoDeals_AreTooFew() => Assert.Equal(Confidentiality.SmallCount, Of());

    [Fact]
    public void ManyDrawdownsOfTwoUsers_AreTooFew() =>
        Assert.Equal(Confidentiality.SmallCount, Of(("a", 1), ("a", 1), ("a", 1), ("b", 1), ("b", 1)));

    [Fact]
    public void EnoughUsersButTooFewDeals_AreTooFew() =>
        Assert.Equal(Confidentiality.SmallCount, PrimaryRule.Of(Rule with { MinimumDeals = 4 }, [Deal("1", "a", 1), Deal("2", "b", 1), Deal("3", "c", 1)]));

    [Theory]
    [InlineData(7.5, 1.25, 1.25, Confidentiality.Free)]
    [InlineData(7.6, 1.2, 1.2, Confidentiality.Dominance)]
    [InlineData(4.5, 4.5, 1.0, Confidentiality.Free)]
    [InlineData(4.6, 4.6, 0.8, Confidentiality.Dominance)]
    public void LargestShares_DecideOnDominance(double first, double second, double third, Confidentiality expected) =>
        Assert.Equal(expected, Of(("a", first), ("b", second), ("c", third)));

    [Fact]
    public void DrawdownsOfOneUser_AreAddedBeforeSharesAreTaken() =>
        Assert.Equal(Confidentiality.Dominance, Of(("a", 4), ("a", 4), ("b", 1), ("c", 1)));

    [Fact]
    public void ShareAtItsLimitButForTheLastBit_IsAtItsLimit() =>
        Assert.Equal(Confidentiality.Free, Of(("a", 0.3), ("a", 0.3), ("a", 0.3), ("b", 0.15), ("c", 0.15)));

    [Theory]
    [InlineData(Confidentiality.Free, "F")]
    [InlineData(Confidentiality.SmallCount, "A")]
    [InlineData(Confidentiality.Dominance, "O")]
    [InlineData(Confidentiality.Secondary, "D")]
    [InlineData(Confidentiality.Window, "D")]
    public void Code_OfAStatus_IsThatOfTheCodeList(Confidentiality status, string code) => Assert.Equal(code, status.Code());
}
