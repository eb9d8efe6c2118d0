using CsCheck;
using Indices.Calculation;
using Xunit;

namespace Indices.Tests.Calculation;

public sealed class LogMeanTests
{
    [Fact]
    public void LogMean_OfEqualNumbers_IsTheNumber() => Assert.Equal(80.0, LogMean.Of(80.0, 80.0));

    [Theory]
    [InlineData(0.5e-6)]
    [InlineData(0.9999999e-6)]
    [InlineData(1.0000001e-6)]
    public void LogMean_AroundTheSwitchToTheSeries_HasNoStep(double d)
    {
        // sinh(d/2)/(d/2) = 1 + d²/24 + …, so L(e^d, 1) = e^(d/2) · (1 + d²/24) to the last bits.
        var expected = Math.Exp(d / 2) * (1 + d * d / 24);
        Assert.Equal(expected, LogMean.Of(Math.Exp(d), 1.0), 2e-9);
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
