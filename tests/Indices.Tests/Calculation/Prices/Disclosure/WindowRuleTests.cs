using Indices.Calculation.Prices;
using Indices.Calculation.Prices.Disclosure;
using Indices.Methodology;
using Indices.Observations;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Disclosure;

public class WindowRuleTests
{
    private static readonly DisclosureRule Rule = new(3, 3, 0.75, 0.9);

    // A deal is a letter for its user and a digit: a1 and a2 are two drawdowns of one user.
    private static PricedDeal[] Deals(string codes) => [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => PrimaryRuleTests.Deal(c, c[..1], 1))];

    private static Confidentiality Of(string window, params string[] published) => WindowRule.Of(Rule, Deals(window), published.Select(Deals));

    [Fact]
    public void NothingPublishedBefore_OnlyItsOwnDealsCount()
    {
        Assert.Equal(Confidentiality.Free, Of("a1 b1 c1"));
        Assert.Equal(Confidentiality.SmallCount, Of("a1 a2 b1"));
    }

    [Theory]
    [InlineData("a1 b1 c1 d1", Confidentiality.Window)] // d left
    [InlineData("a1 b1 c1 d1 e1 f1", Confidentiality.Free)] // three left
    [InlineData("a1 b1", Confidentiality.Window)] // c entered
    [InlineData("b1 c1 d1 e1", Confidentiality.Free)] // a entered, d and e left
    [InlineData("a1 b1 c1", Confidentiality.Free)] // nothing to learn
    [InlineData("b1 c1 d1 d2 d3", Confidentiality.Window)] // a entered, d left: drawdowns are not users
    public void OverlappingPublishedWindow_TheDifferenceMustHoldThreeUsers(string published, Confidentiality expected) =>
        Assert.Equal(expected, Of("a1 b1 c1", published));

    [Fact]
    public void EveryPublishedWindow_IsCompared() =>
        Assert.Equal(Confidentiality.Window, Of("a1 b1 c1 d1", "a1 b1 c1 d1 e1 f1 g1", "a1 b1 c1"));

    [Fact]
    public void ReturningUserWithANewDrawdown_CountsByTheDrawdown() => // a, b, c drew again: their new deals entered
        Assert.Equal(Confidentiality.Free, Of("a1 b1 c1 a2 b2 c2", "a1 b1 c1"));
}
