using CsCheck;
using Indices.Calculation.Statistics;
using Xunit;

namespace Indices.Tests.Calculation.Statistics;

public sealed class QuantilesTests
{
    // R: quantile(c(7, 1, 3, 10), c(0, 0.05, 0.5, 0.95, 1), type = 7)
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.05, 1.3)]
    [InlineData(0.5, 5.0)]
    [InlineData(0.95, 9.55)]
    [InlineData(1.0, 10.0)]
    public void Quantile_OfFourValues_LiesBetweenOrderStatistics(double p, double expected) =>
        Assert.Equal(expected, Quantiles.Of([7.0, 1.0, 3.0, 10.0], p), 1e-14);

    [Fact]
    public void Quantile_OfOneValue_IsThatValue() => Assert.Equal(4.2, Quantiles.Of([4.2], 0.3));

    [Fact]
    public void Quantile_OfNothingOrOfNoShare_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Quantiles.Of([], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1.0], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of([1.0], double.NaN));
    }

    [Fact]
    public void Quantiles_OfAnyValues_RiseWithTheShareAndLeaveTheValuesAlone() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 50], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((values, p, q) =>
        {
            var before = values.ToArray();
            Assert.True(Quantiles.Of(values, Math.Min(p, q)) <= Quantiles.Of(values, Math.Max(p, q)));
            Assert.Equal(values.Min(), Quantiles.Of(values, 0.0));
            Assert.Equal(values.Max(), Quantiles.Of(values, 1.0));
            Assert.Equal(before, values);
        });
}
