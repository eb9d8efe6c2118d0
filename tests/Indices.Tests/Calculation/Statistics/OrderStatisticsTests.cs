using CsCheck;
using Indices.Calculation.Statistics;
using Xunit;

namespace Indices.Tests.Calculation.Statistics;

public sealed class OrderStatisticsTests
{
    // Many ties, as ranks have, and none.
    private static readonly Gen<double[]> s_values = Gen.OneOf(
        Gen.Int[-3, 3].Select(i => (double)i).Array[1, 40], Gen.Double[-1e3, 1e3].Array[1, 40]);

    [Fact]
    public void Place_OfAnyValue_IsWhereSortingPutsIt() => (from values in s_values from place in Gen.Int[0, values.Length - 1] select (values, place)).Sample(s =>
    {
        var placed = (double[])s.values.Clone();
        OrderStatistics.Place(placed, s.place);
        Assert.Equal(s.values.Order().ElementAt(s.place), placed[s.place]);
        Assert.Equal(s.values.Order(), placed.Order());
        Assert.All(placed[..s.place], x => Assert.True(x <= placed[s.place]));
        Assert.All(placed[s.place..], x => Assert.True(x >= placed[s.place]));
    });

    [Fact]
    public void Quantile_OfValuesInAnyOrder_HasTheBitsOfTheSortedOnes() => Gen.Select(s_values, Gen.Double[0, 1]).Sample((values, p) =>
    {
        Assert.Equal(Quantiles.Of(values, p), Quantiles.Place((double[])values.Clone(), p));
        Assert.Equal(values.Max(), Quantiles.Place((double[])values.Clone(), 1.0));
    });

    [Fact]
    public void Quantile_OfNothingOrOutsideTheUnit_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Quantiles.Place([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Place([1.0], 1.5));
    }
}
