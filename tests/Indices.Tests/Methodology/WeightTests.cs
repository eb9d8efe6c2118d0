using System.Globalization;
using CsCheck;
using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class WeightTests
{
    [Theory]
    [InlineData("0.35", 0.35, "0.35")]
    [InlineData("1/3", 1.0 / 3, "1/3")]
    [InlineData("2/8", 0.25, "0.25")]
    [InlineData("1", 1, "1")]
    [InlineData("0", 0, "0")]
    [InlineData("0.50", 0.5, "0.5")]
    [InlineData("00.05", 0.05, "0.05")]
    [InlineData("123456789012345.678901234567890123", 123456789012345.678901234567890123, "123456789012345.678901234567890123")]
    public void TryParse_DecimalOrFraction_IsTheNumberWritten(string text, double value, string shown)
    {
        var weight = Weight.TryParse(text)!.Value;
        Assert.Equal(value, weight.Value);
        Assert.Equal(shown, weight.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 0.5")]
    [InlineData("0.5\n")]
    [InlineData("-0.5")]
    [InlineData("+0.5")]
    [InlineData(".5")]
    [InlineData("0.")]
    [InlineData("1e-1")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("0.5/2")]
    [InlineData("50 %")]
    [InlineData("0,5")]
    [InlineData("０.5")]
    public void TryParse_AnythingElse_IsNothing(string text) => Assert.Null(Weight.TryParse(text));

    [Theory]
    [InlineData("0.3", "0.4", "0.75")]
    [InlineData("1/3", "0.5", "2/3")]
    [InlineData("0", "0.5", "0")]
    public void Divide_ByAWeight_IsExact(string part, string whole, string share) =>
        Assert.Equal(share, (Weight.TryParse(part)!.Value / Weight.TryParse(whole)!.Value).ToString());

    [Fact]
    public void Divide_ByZero_IsRefused() => Assert.Throws<DivideByZeroException>(() => Weight.One / Weight.Zero);

    [Fact]
    public void Equals_SameNumberWrittenDifferently_IsTrue()
    {
        Assert.Equal(Weight.TryParse("0.25"), Weight.TryParse("1/4"));
        Assert.Equal(Weight.Zero, default);
        Assert.Equal(Weight.TryParse("3/3")!.Value.GetHashCode(), Weight.One.GetHashCode());
    }

    [Fact]
    public void Add_ThreeThirdsOrTenTenths_IsExactlyOne()
    {
        Assert.Equal(Weight.One, Enumerable.Repeat(Weight.TryParse("1/3")!.Value, 3).Aggregate((a, b) => a + b));
        Assert.Equal(Weight.One, Enumerable.Repeat(Weight.TryParse("0.1")!.Value, 10).Aggregate((a, b) => a + b));
        Assert.NotEqual(1.0, Enumerable.Repeat(0.1, 10).Sum());
    }

    [Fact]
    public void Arithmetic_HundredthsAreIntegers() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((a, b) =>
            Of(a) + Of(b) == Of(a + b)
            && Of(a) * Of(b) == Weight.TryParse(string.Create(CultureInfo.InvariantCulture, $"{(long)a * b}/10000"))
            && Of(a).CompareTo(Of(b)) == a.CompareTo(b)
            && Weight.TryParse(Of(a).ToString()) == Of(a));

    private static Weight Of(int hundredths) => Weight.TryParse(string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100}.{hundredths % 100:00}"))!.Value;
}
