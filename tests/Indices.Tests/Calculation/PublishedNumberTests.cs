using System.Globalization;
using CsCheck;
using Indices.Calculation;
using Xunit;

namespace Indices.Tests.Calculation;

public sealed class PublishedNumberTests
{
    [Theory]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "-3")]
    [InlineData(1.005, 2, "1.01")] // below 1.005 in binary; half on the shortest decimal
    [InlineData(0.285, 2, "0.29")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(1e-9, 4, "0.0000")]
    [InlineData(123456789012.345, 2, "123456789012.35")]
    [InlineData(100, 2, "100.00")]
    [InlineData(5e-324, 2, "0.00")]
    public void Round_HalfAwayFromZero_OnTheShortestDecimal(double value, int decimals, string expected) =>
        Assert.Equal(expected, PublishedNumber.Round(value, decimals));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e29)]
    public void Round_OfWhatIsNoStatistic_Throws(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PublishedNumber.Round(value, 2));

    [Theory]
    [InlineData(1.005, true)]
    [InlineData(-1.005, true)]
    [InlineData(102.3450000009, true)]
    [InlineData(102.3449999991, true)]
    [InlineData(102.345000002, false)]
    [InlineData(102.344999998, false)]
    [InlineData(102.34, false)]
    [InlineData(0.0, false)]
    public void IsOnBoundary_WithinABillionthOfTheMiddle_IsTrue(double value, bool expected) =>
        Assert.Equal(expected, PublishedNumber.IsOnBoundary(value, 2));

    [Fact]
    public void IsOnBoundary_WhereTheTwoMidpointRulesPrintDifferently_IsAlwaysTrue() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.OneOf(Gen.Const(0.0), Gen.Const(0.005), Gen.Const(0.0050000000001), Gen.Const(0.0037))).Sample((cents, part) =>
        {
            var value = cents / 100.0 + part;
            var even = Math.Round((decimal)value, 2, MidpointRounding.ToEven).ToString("F2", CultureInfo.InvariantCulture);
            if (even.TrimStart('-') != PublishedNumber.Round(value, 2).TrimStart('-'))
                Assert.True(PublishedNumber.IsOnBoundary(value, 2));
        });

    [Fact]
    public void LargestRemainder_OnATie_FavoursTheEarlierPart() =>
        Assert.Equal(["0.34", "0.33", "0.33"], PublishedNumber.LargestRemainder([1 / 3.0, 1 / 3.0, 1 / 3.0], 1.0, 2));

    [Fact]
    public void LargestRemainder_OfAnyParts_AddsUpToTheRoundedTotal() =>
        Gen.Double[-50, 50].Array[1, 30].Sample(parts =>
        {
            var rounded = PublishedNumber.LargestRemainder(parts, parts.Sum(), 2);
            var total = rounded.Sum(text => decimal.Parse(text, CultureInfo.InvariantCulture));
            Assert.Equal(PublishedNumber.Round(parts.Sum(), 2), total.ToString("F2", CultureInfo.InvariantCulture));
            Assert.All(rounded.Zip(parts), p => Assert.True(Math.Abs(double.Parse(p.First, CultureInfo.InvariantCulture) - p.Second) < 0.01 + 1e-9));
        });
}
