using CsCheck;
using Indices.Calculation;
using Xunit;

namespace Indices.Tests.Calculation;

public sealed class LogMeanTests
{
    [Fact]
    public void LogMean_OfEqualNumbers_IsTheNumber() => Assert.Equal(80.0, LogMean.Of(80.0, 80.0));

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    [InlineData(1e-15)]
    public void LogMean_OfNearlyEqualNumbers_IsItsSeries(double share)
    {
        var (a, b) = (80.0 * (1.0 + share), 80.0);
        var d = Math.Log(a / b);
        var series = Math.Sqrt(a * b) * (1.0 + d * d / 24.0 + d * d * d * d / 1920.0);
        Assert.Equal(series, LogMean.Of(a, b), 1e-15 * series);
    }

    [Fact]
    public void LogMean_OfAnyTwo_LiesBetweenGeometricAndArithmeticMean() =>
        Gen.Select(Gen.Double[0.01, 500], Gen.Double[0.01, 500]).Sample((a, b) =>
        {
            var mean = LogMean.Of(a, b);
            Assert.Equal(mean, LogMean.Of(b, a), 1e-9 * mean);
            Assert.InRange(mean, Math.Sqrt(a * b) * (1 - 1e-9), (a + b) / 2 * (1 + 1e-9));
        });
}
