using CsCheck;
using Indices.Calculation;
using Xunit;

namespace Indices.Tests.Calculation;

public sealed class ExtendedMeanTests
{
    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(-1.0, 1.0 / (80.0 * 50.0))]
    [InlineData(2.0, 65.0)]
    [InlineData(3.0, (80.0 * 80.0 + 80.0 * 50.0 + 50.0 * 50.0) / 3.0)]
    public void Chord_OfAWholePower_HasItsClosedForm(double power, double expected) =>
        Assert.Equal(expected, ExtendedMean.Chord(power, 80.0, 50.0), 1e-14 * expected);

    [Fact]
    public void Chord_AtPowerZero_IsOneOverTheLogarithmicMean() =>
        Assert.Equal(1.0 / LogMean.Of(80.0, 50.0), ExtendedMean.Chord(0.0, 80.0, 50.0), 1e-16);

    [Fact]
    public void Chord_OfEqualNumbers_IsTheSlopeThere() =>
        (from x in Gen.Double[1, 500] from power in Gen.Double[-10, 10] select (x, power)).Sample(t =>
        {
            var slope = Math.Pow(t.x, t.power - 1);
            Assert.Equal(slope, ExtendedMean.Chord(t.power, t.x, t.x), 1e-13 * slope);
        });

    [Fact]
    public void Chord_OfNearlyEqualNumbers_KeepsItsDigits() =>
        (from x in Gen.Double[1, 500] from power in Gen.Double[-10, 10] from digits in Gen.Double[3, 15] select (x, power, digits)).Sample(t =>
        {
            // Beyond the first order in d the chord differs from the slope in the middle by less than d².
            var d = Math.Pow(10, -t.digits);
            var slope = Math.Pow(t.x * (1 + d / 2), t.power - 1);
            Assert.Equal(slope, ExtendedMean.Chord(t.power, t.x * (1 + d), t.x), slope * (20 * d * d + 1e-13));
        });
}
