using System.Collections.Immutable;
using CsCheck;
using Indices.Calculation.Prices;
using Indices.Calculation.Prices.Disclosure;
using Indices.Methodology;
using Indices.Observations;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Disclosure;

public class ComplementRuleTests
{
    private static readonly DisclosureRule Rule = new(3, 3, 0.75, 0.9);

    private static TableChild Child(string code, double weight, params IEnumerable<PricedDeal> deals) =>
        new(code, weight, [.. deals], PrimaryRule.Of(Rule, [.. deals]), true);

    private static PricedDeal[] Users(params string[] users) => [.. users.Select(u => PrimaryRuleTests.Deal(u, u, 1))];

    private static string[] Published(params ImmutableArray<TableChild>[] tables) =>
        [.. new ComplementRule(Rule, [.. tables]).Apply().SelectMany(t => t).Where(c => c.IsPublished).Select(c => c.Code)];

    [Fact]
    public void TwoHiddenUsers_WithholdTheLightestPublishedChild()
    {
        var table = new ComplementRule(Rule, [[
            Child("heavy", 9, Users("a", "b", "c")), Child("light", 3, Users("d", "e", "f")), Child("small", 5, Users("g", "h"))]]).Apply().Single();

        Assert.Equal([Confidentiality.Free, Confidentiality.Secondary, Confidentiality.SmallCount], table.Select(c => c.Status));
    }

    [Fact]
    public void ThreeHiddenUsersInSeveralChildren_WithholdNothingMore() =>
        Assert.Equal(["all"], Published([Child("all", 9, Users("a", "b", "c")), Child("one", 1, Users("d")), Child("two", 2, Users("e", "f"))]));

    [Fact]
    public void OneUserInTwoHiddenChildren_CountsOnce() =>
        Assert.Empty(Published([Child("all", 9, Users("a", "b", "c")), Child("one", 1, Users("d")), Child("two", 2, Users("d", "e"))]));

    [Fact]
    public void WithheldChildWithTheHiddenUserInIt_CoversItWithItsOtherUsers() =>
        Assert.Equal(["heavy"], Published([Child("heavy", 9, Users("a", "b", "c")), Child("light", 3, Users("d", "e", "f")), Child("small", 5, Users("d"))]));

    [Fact]
    public void ImputedChildren_HaveNothingToHide() =>
        Assert.Equal(["all"], Published([Child("all", 9, Users("a", "b", "c")), Child("imputed", 1, [])]));

    [Fact]
    public void EqualWeights_WithholdTheFirstCode() =>
        Assert.Equal(["b"], Published([Child("b", 3, Users("a", "b", "c")), Child("a", 3, Users("d", "e", "f")), Child("z", 1, Users("g"))]));

    [Fact]
    public void PublishedPartsOfTwoTables_WhoseDifferenceIsOneUser_AreNotPublishedTogether()
    {
        // By product: x (a b c) and y (d e f g h). By tenor: s (a b c d), t (e f g h). s less x is d alone.
        var deals = "abcdefgh".ToDictionary(u => u, u => PrimaryRuleTests.Deal($"{u}", $"{u}", 1));
        PricedDeal[] Of(string users) => [.. users.Select(u => deals[u])];
        ImmutableArray<TableChild> products = [Child("x", 4, Of("abc")), Child("y", 5, Of("defgh"))];
        ImmutableArray<TableChild> tenors = [Child("s", 3, Of("abcd")), Child("t", 6, Of("efgh"))];

        Assert.Equal(["x", "y"], Published(products));
        Assert.Equal(["s", "t"], Published(tenors));
        // A withheld child of two is still known as the total less the other: of the four only the heaviest remains.
        Assert.Equal(["t"], Published(products, tenors));
    }

    private static readonly Gen<(int Product, int Tenor, int User)[]> Market =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 7]).Array[1, 20];

    [Fact]
    public void AnyMarket_LeavesNoRemainderOfOneOrTwoUsers() => Market.Sample(market =>
    {
        PricedDeal[] deals = [.. market.Select((d, i) => PrimaryRuleTests.Deal($"D{i}", $"E{d.User}", 1 + i % 3))];
        ImmutableArray<TableChild> Table(string name, Func<int, int> part) =>
            [.. Enumerable.Range(0, deals.Length).GroupBy(part).OrderBy(g => g.Key).Select(g => Child($"{name}{g.Key}", g.Count(), g.Select(i => deals[i])))];

        var tables = new ComplementRule(Rule, [Table("P", i => market[i].Product), Table("T", i => market[i].Tenor)]).Apply();

        // Everything that can be made by adding published parts, the total among them, and taking away others inside.
        var sums = tables.SelectMany(t => Sums([.. t.Where(c => c.IsPublished).Select(c => c.Deals)])).ToList();
        if (PrimaryRule.Of(Rule, deals) != Confidentiality.SmallCount)
            sums.Add([.. deals]);
        foreach (var outer in sums)
            foreach (var inner in sums.Where(s => s.IsProperSubsetOf(outer)))
                Assert.NotInRange(outer.Except(inner).Select(d => d.Deal.Entity).Distinct().Count(), 1, 2);
    }, iter: 2000);

    private static IEnumerable<ImmutableHashSet<PricedDeal>> Sums(ImmutableArray<PricedDeal>[] parts) =>
        Enumerable.Range(0, 1 << parts.Length).Select(choice => parts.Where((_, i) => (choice >> i & 1) == 1).SelectMany(p => p).ToImmutableHashSet());
}
