using CsCheck;
using Indices.Observations;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;
using Xunit;

namespace Ingest.Tests.Sources.Cells;

public class UnitConversionTests
{
    [Theory]
    [InlineData("12,345", "万元", "亿元", "1.2345", "12,345 万元", "0.0001")]
    [InlineData("12,345万元", "", "亿元", "1.2345", "12,345万元", "0.0001")]
    [InlineData("12,345万元", "万元", "亿元", "1.2345", "12,345万元", "0.0001")]
    [InlineData("１２，３４５万元", "", "亿元", "1.2345", "１２，３４５万元", "0.0001")]
    [InlineData("1.2万亿元", "", "亿元", "12000", "1.2万亿元", "10000")]
    [InlineData("350", "百万元", "亿元", "3.5", "350 百万元", "0.01")]
    [InlineData("0.5", "亿美元", "万美元", "5000", "0.5 亿美元", "10000")]
    [InlineData("1.2万", "", "家", "12000", "1.2万", "10000")]
    [InlineData("3.5万人", "", "人", "35000", "3.5万人", "10000")]
    [InlineData("12.30%", "", "%", "12.30", "12.30%", "1")]
    [InlineData("12.3％", "", "%", "12.3", "12.3％", "1")]
    [InlineData("1.5个百分点", "", "%", "1.5", "1.5个百分点", "1")]
    [InlineData("3.2‰", "", "%", "0.32", "3.2‰", "0.1")]
    [InlineData("25bp", "", "%", "0.25", "25bp", "0.01")]
    [InlineData("(12.3)", "", "%", "-12.3", "(12.3)", "1")]
    [InlineData("（12.3%）", "", "%", "-12.3", "（12.3%）", "1")]
    [InlineData("(12.3)%", "", "%", "-12.3", "(12.3)%", "1")]
    [InlineData("4.5", "件/百万人", "件/万人", "0.045", "4.5 件/百万人", "0.01")]
    [InlineData("1E3", "万元", "亿元", "0.1", "1E3 万元", "0.0001")]
    public void Number_WithAUnit_IsBroughtIntoTheSeriesUnit_AndTheFactorIsKept(
        string cell, string around, string unit, string value, string printed, string factor)
    {
        var converted = Convert(cell, around, unit);

        Assert.Null(converted.Objection);
        Assert.Equal((value, new Conversion(printed, factor)), (converted.Value, converted.How));
    }

    [Theory]
    [InlineData("0.123", "", "%", "0.123")]
    [InlineData("88.6", "人民币亿元", "亿元", "88.6")]
    [InlineData("101.2", "2022=100", "2022=100", "101.2")]
    [InlineData("0", "", "亿元", "0")]
    public void Number_WithoutAUnit_IsInTheSeriesUnitAsItStands(string cell, string around, string unit, string value) =>
        Assert.Equal((value, (Conversion?)null), (Convert(cell, around, unit).Value, Convert(cell, around, unit).How));

    [Theory]
    [InlineData("12.3%", "", "亿元")]
    [InlineData("12", "美元", "元")]
    [InlineData("12", "户", "家")]
    [InlineData("12万", "", "%")]
    [InlineData("12", "斗", "亿元")]
    [InlineData("12亿元", "万元", "亿元")]
    [InlineData("12abc", "", "亿元")]
    public void Unit_ThatDoesNotFit_RefusesTheNumber(string cell, string around, string unit)
    {
        var objection = Convert(cell, around, unit).Objection;

        Assert.NotNull(objection);
        Assert.Matches("[一-鿿]", objection.Value.Chinese);
    }

    [Theory]
    [InlineData("")]
    [InlineData("一百")]
    [InlineData("1,23")]
    [InlineData("(-3)")]
    [InlineData("(+3)")]
    [InlineData("(3")]
    [InlineData("((3))")]
    [InlineData("3 4")]
    [InlineData("约3")]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    [InlineData("NaN")]
    [InlineData("-")]
    [InlineData("12.3.4")]
    [InlineData("—12")]
    public void Cell_ThatIsNoNumber_IsNone(string cell) => Assert.Null(NumberOf(cell));

    [Fact]
    public void Shift_ForthAndBack_GivesTheSameNumber() =>
        Gen.Select(Gen.Decimal, Gen.Int[-12, 12]).Sample((number, power) =>
        {
            var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var back = DecimalText.Shift(DecimalText.Shift(text, power), -power);
            Assert.Equal(number, decimal.Parse(back, System.Globalization.CultureInfo.InvariantCulture));
        });

    private static CellNumber? NumberOf(string cell) => CellNumber.TryParse(Widths.Narrow(cell));

    private static Converted Convert(string cell, string around, string unit) => UnitConversion.Convert(NumberOf(cell)!.Value, cell, around, [unit]);
}
