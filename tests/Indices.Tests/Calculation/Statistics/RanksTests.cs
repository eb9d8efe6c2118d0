using CsCheck;
using Indices.Calculation.Statistics;
using Xunit;

namespace Indices.Tests.Calculation.Statistics;

public sealed class RanksTests
{
    private static readonly double[] s_scores = [7, 9, double.NaN, 7, 5];

    private static readonly Gen<double[]> s_values = Gen.Int[-3, 3].Select(i => i == 3 ? double.NaN : i).Array[0, 12];

    [Theory]
    [InlineData(RankTies.Min, 2, 1, 2, 4)]
    [InlineData(RankTies.Max, 3, 1, 3, 4)]
    [InlineData(RankTies.Average, 2.5, 1, 2.5, 4)]
    [InlineData(RankTies.Dense, 2, 1, 2, 3)]
    public void Rank_Descending_SharesPlacesAsTold(RankTies ties, double first, double second, double fourth, double fifth) =>
        Assert.Equal([first, second, double.NaN, fourth, fifth], Ranks.Of(s_scores, RankOrder.Descending, ties));

    [Theory]
    [InlineData(RankTies.Min, 2, 4, 2, 1)]
    [InlineData(RankTies.Max, 3, 4, 3, 1)]
    [InlineData(RankTies.Average, 2.5, 4, 2.5, 1)]
    [InlineData(RankTies.Dense, 2, 3, 2, 1)]
    public void Rank_Ascending_SharesPlacesAsTold(RankTies ties, double first, double second, double fourth, double fifth) =>
        Assert.Equal([first, second, double.NaN, fourth, fifth], Ranks.Of(s_scores, RankOrder.Ascending, ties));

    [Fact]
    public void Rank_OfNothingPresent_IsNothing()
    {
        Assert.Empty(Ranks.Of([], RankOrder.Descending, RankTies.Min));
        Assert.Equal([double.NaN], Ranks.Of([double.NaN], RankOrder.Descending, RankTies.Min));
    }

    [Fact]
    public void Rank_OfSignedZerosAndInfinities_ComparesThemAsNumbers() => Assert.Equal(
        [2, 2, 1, 4], Ranks.Of([0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity], RankOrder.Descending, RankTies.Min));

    [Fact]
    public void Rank_OfAnyValues_CountsThoseBefore() => s_values.Sample(values =>
    {
        var (lowest, highest) = (Ranks.Of(values, RankOrder.Descending, RankTies.Min), Ranks.Of(values, RankOrder.Descending, RankTies.Max));
        var (mean, dense) = (Ranks.Of(values, RankOrder.Descending, RankTies.Average), Ranks.Of(values, RankOrder.Descending, RankTies.Dense));
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            if (double.IsNaN(value))
                Assert.All([lowest[i], highest[i], mean[i], dense[i]], rank => Assert.True(double.IsNaN(rank)));
            else
            {
                Assert.Equal(1 + values.Count(v => v > value), lowest[i]);
                Assert.Equal(values.Count(v => v >= value), highest[i]);
                Assert.Equal((lowest[i] + highest[i]) / 2, mean[i]);
                Assert.Equal(1 + values.Where(v => v > value).Distinct().Count(), dense[i]);
            }
        }
    });

    [Fact]
    public void Rank_Ascending_IsDescendingOfTheNegatives() => s_values.Sample(values => Assert.Equal(
        Ranks.Of([.. values.Select(v => -v)], RankOrder.Descending, RankTies.Average), Ranks.Of(values, RankOrder.Ascending, RankTies.Average)));
}
