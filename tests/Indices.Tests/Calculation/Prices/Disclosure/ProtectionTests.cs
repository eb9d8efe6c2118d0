using Indices.Calculation.Prices.Disclosure;
using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Disclosure;

public class ProtectionTests
{
    private static bool Holds(string users, params double[][] sums) =>
        new Protection(new DisclosureRule(3, 3, 0.75, 0.9), [.. users.Select((u, cell) => new Respondent($"{u}", cell))]).Holds(sums);

    [Fact]
    public void NothingPublished_Holds() => Assert.True(Holds("abc"));

    [Fact]
    public void OneSumOfThreeEvenUsers_Holds() => Assert.True(Holds("abc", [1, 1, 1]));

    [Fact]
    public void OneSumOfTwoUsers_TellsEachOfTheOther() => Assert.False(Holds("abc", [1, 1, 0]));

    [Fact]
    public void OneDominatedSum_DoesNotHold() => Assert.False(Holds("abc", [8, 1, 1]));

    [Fact]
    public void SecondSumOverThreeUsers_LeavesNothingToAnInsider() => Assert.False(Holds("abc", [1, 1, 1], [1, 2, 3]));

    [Fact]
    public void SecondSumOverSixUsers_Holds() => Assert.True(Holds("abcdef", [1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6]));

    [Fact]
    public void SameSumTwice_SaysNothingNew() => Assert.True(Holds("abc", [1, 1, 1], [2, 2, 2]));

    [Fact]
    public void TwoCellsOfOneUser_DoNotHideOneAnother() => Assert.False(Holds("aab", [1, 1, 1]));
}
