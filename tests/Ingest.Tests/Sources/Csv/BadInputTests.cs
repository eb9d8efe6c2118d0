using System.Text;
using Ingest.Sources.Csv;
using Xunit;

namespace Ingest.Tests.Sources.Csv;

/// <summary>Every kind of bad input is located: row, column, offending text and a reason in both languages.</summary>
public class BadInputTests
{
    private const string Full = "indicator,area,period,value,status,available_at,measure,origin,bound,source_name,tier\n";
    private const string Good = "I,990100,2023-Q4,1,,,,,,,\n";

    [Theory]
    [InlineData("I,990100,2023-Q5,1,,,,,,,", "period", "2023-Q5", "period is written")]
    [InlineData("I,990100,0204-Q1,1,,,,,,,", "period", "0204-Q1", "from 1900 to 2199")]
    [InlineData("I,990100,,1,,,,,,,", "period", "", "period is written")]
    [InlineData(",990100,2023-Q4,1,,,,,,,", "indicator", "", "Must not be empty")]
    [InlineData("I, ,2023-Q4,1,,,,,,,", "area", " ", "Must not be empty")]
    [InlineData("I,990100,2023-Q4,12.3%,,,,,,,", "value", "12.3%", "not known here")]
    [InlineData("I,990100,2023-Q4,(-12.3),,,,,,,", "value", "(-12.3)", "Not a number")]
    [InlineData("I,990100,2023-Q4,1.2万,,,,,,,", "value", "1.2万", "not known here")]
    [InlineData("I,990100,2023-Q4,\"1,23\",,,,,,,", "value", "1,23", "Not a number")]
    [InlineData("I,990100,2023-Q4,NaN,,,,,,,", "value", "NaN", "Not a number")]
    [InlineData("I,990100,2023-Q4,∞,,,,,,,", "value", "∞", "Not a number")]
    [InlineData("I,990100,2023-Q4,1e999,,,,,,,", "value", "1e999", "Not a number")]
    [InlineData("I,990100,2023-Q4,#REF!,,,,,,,", "value", "#REF!", "Not a number")]
    [InlineData("I,990100,2023-Q4,一百,,,,,,,", "value", "一百", "Not a number")]
    [InlineData("I,990100,2023-Q4,,,,,,,,", "value", "", "a gap needs status")]
    [InlineData("I,990100,2023-Q4,…,P,,,,,,", "value", "…", "a gap needs status")]
    [InlineData("I,990100,2023-Q4,5,L,,,,,,", "value", "5", "Status L says")]
    [InlineData("I,990100,2023-Q4,5,Q,,,,,,", "value", "5", "Status Q says")]
    [InlineData("I,990100,2023-Q4,5,Z,,,,,,", "status", "Z", "A status is one of")]
    [InlineData("I,990100,2023-Q4,5,3,,,,,,", "status", "3", "A status is one of")]
    [InlineData("I,990100,2023-Q4,5,,yesterday,,,,,", "available_at", "yesterday", "is a date")]
    [InlineData("I,990100,2023-Q4,5,,2024-02-30,,,,,", "available_at", "2024-02-30", "is a date")]
    [InlineData("I,990100,2023-Q4,5,,2024-05-03,,,,,", "available_at", "2024-05-03", "after the file was received")]
    [InlineData("I,990100,2023-Q4,5,,2024-05-02T04:00:01Z,,,,,", "available_at", "2024-05-02T04:00:01Z", "after the file was received")]
    [InlineData("I,990100,2023-Q4,5,,,balance,,,,", "measure", "balance", "A measure is one of")]
    [InlineData("I,990100,2023-Q4,5,,,,hearsay,,,", "origin", "hearsay", "The origin is")]
    [InlineData("I,990100,2023-Q4,5,,,,,about,,", "bound", "about", "A bound is")]
    [InlineData("I,990100,2023-Q4,5,,,,,,Bureau,", "tier", "", "needs a tier")]
    [InlineData("I,990100,2023-Q4,5", "", "I,990100,2023-Q4,5", "4 cells where the header has 11")]
    [InlineData("I,990100,2023-Q4,5,,,,,,,,extra", "", "I,990100,2023-Q4,5,,,,,,,,extra", "12 cells where the header has 11")]
    [InlineData("I,9901\"00,2023-Q4,5,,,,,,,", "", "I,9901\"00,2023-Q4,5,,,,,,,", "Quotes do not match")]
    public void Row_ThatCannotBeRead_IsRefusedWithItsPlace_AndTheOthersAreKept(string row, string column, string text, string reason)
    {
        var content = Reading.Read(Full + Good + row + "\n" + Good.Replace("Q4", "Q3", StringComparison.Ordinal));

        var fault = Assert.Single(content.Faults);
        Assert.Equal((3, column, text), (fault.Row, fault.Column, fault.Text));
        Assert.Contains(reason, fault.English, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", fault.Chinese);
        Assert.Equal([2, 4], content.Observations.Select(o => o.Row));
    }

    [Theory]
    [InlineData("", 1, "", "empty")]
    [InlineData(" \n\n", 1, "", "empty")]
    [InlineData("indicator,area,period,value\n", 1, "", "no data")]
    [InlineData("indicator,area,time,value\nI,1,2024,1\n", 1, "period", "missing from the header: period")]
    [InlineData("indicator;area;period;value\nI;1;2024;1\n", 1, "indicator", "separated by commas")]
    [InlineData("indicator,area,period,value,Value\nI,1,2024,1,2\n", 1, "Value", "appears twice")]
    [InlineData("indicator,area,period,value,数值\nI,1,2024,1,2\n", 1, "数值", "appears twice")]
    [InlineData("<!DOCTYPE html>\n<html><body>login</body></html>", 1, "", "HTML or XML instead of CSV")]
    [InlineData("\n  <html lang='zh'>", 1, "", "HTML or XML instead of CSV")]
    [InlineData("indicator,area,period,value\nI,1,2024,\0\n", 2, "", "NUL")]
    [InlineData("indicator,area,period,value\nI,1,2024,1\rI,1,2025,2\n", 2, "", "carriage return")]
    [InlineData("indicator,area,period,\"value\nI,1,2024,1\n", 1, "", "header's quotes")]
    [InlineData("deal,product\nD,INF\n", 1, "pricing_date", "missing from the header: pricing_date")]
    public void File_ThatCannotBeRead_IsRefusedWhole(string text, int row, string column, string reason)
    {
        var content = Reading.Read(text);

        var fault = Assert.Single(content.Faults);
        Assert.Equal((row, column), (fault.Row, fault.Column));
        Assert.Contains(reason, fault.English, StringComparison.Ordinal);
        Assert.Empty(content.Observations);
        Assert.Empty(content.Deals);
    }

    [Fact]
    public void File_InNoKnownEncoding_IsRefusedWithItsLine()
    {
        byte[] bytes = [.. "indicator,area,period,value\nI"u8, 0xFF, 0xFF, .. ",1,2024,1\n"u8];

        var fault = Assert.Single(CsvFile.Read(bytes, Reading.AtTheDoor).Faults);

        Assert.Equal((2, "FFFF"), (fault.Row, fault.Text));
        Assert.Contains("From byte 30 on", fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void File_PastedTogetherFromTwoEncodings_IsRefusedAtTheFirstOtherLine()
    {
        var gb18030 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        byte[] bytes = [.. gb18030.GetBytes("指标,地区,时期,数值\n金融业增加值,杭州市,2024-Q1,1\n"), .. Encoding.UTF8.GetBytes("金融业增加值,杭州市,2024-Q2,2\n")];

        Assert.Equal(3, Assert.Single(CsvFile.Read(bytes, Reading.AtTheDoor).Faults).Row);
    }

    [Fact]
    public void Line_LongerThanAnyRow_IsRefused()
    {
        var fault = Assert.Single(Reading.Read("indicator,area,period,value\nI,990100,2024-Q1," + new string('1', 2_000_000)).Faults);

        Assert.Equal(2, fault.Row);
        Assert.Contains("more than 1048576 characters", fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void File_LargerThanTheLimit_IsRefused()
    {
        var fault = Assert.Single(CsvFile.Read(new byte[CsvFile.LargestBytes + 1], Reading.AtTheDoor).Faults);

        Assert.Contains("larger than 64 MB", fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Quote_LeftOpen_RefusesTheRowsItSwallows()
    {
        var content = Reading.Read(Full + Good + "I,\"990100,2023-Q3,1,,,,,,,\nI,990100,2023-Q2,1,,,,,,,\n");

        Assert.Equal(3, Assert.Single(content.Faults).Row);
        Assert.Equal(2, Assert.Single(content.Observations).Row);
    }

    [Fact]
    public void Row_AfterAQuotedLineBreak_IsCountedByLinesOfTheFile()
    {
        var content = Reading.Read(Full + "I,990100,2023-Q3,1,,,,,,\"two\nlines\",A\n\nI,990100,bad,1,,,,,,,\n");

        Assert.Equal(5, Assert.Single(content.Faults).Row);
        Assert.Equal("two\nlines", Assert.Single(content.Observations).Citation!.SourceName);
    }

    [Fact]
    public void Duplicate_WithTheSameValue_IsTakenOnce()
    {
        var content = Reading.Read("indicator,area,period,value\nI,990100,2024-Q1,1.50\nI,990100,2024-Q1,1.5\n");

        Assert.Equal(2, Assert.Single(content.Observations).Row);
        Assert.Empty(content.Faults);
    }

    [Fact]
    public void Duplicate_WithAnotherValue_IsRefusedOnBothRowsNamingBoth()
    {
        var content = Reading.Read("indicator,area,period,value\nI,990100,2024-Q1,1\nI,990100,2023-Q4,7\nI,990100,2024Q1,2\n");

        Assert.Equal([(2, "value", "1"), (4, "value", "2")], content.Faults.Select(f => (f.Row, f.Column, f.Text)));
        Assert.Contains("line 4 (2)", content.Faults[0].English, StringComparison.Ordinal);
        Assert.Contains("第2行(1)", content.Faults[1].Chinese, StringComparison.Ordinal);
        Assert.Equal("7", Assert.Single(content.Observations).ValueText);
    }

    [Fact]
    public void Duplicate_RepeatedWithoutEnd_IsRefusedShortly()
    {
        var content = Reading.Read("indicator,area,period,value\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"I,990100,2024-Q1,{i}\n")));

        Assert.Equal(20_000, content.Faults.Count);
        Assert.All(content.Faults, f => Assert.True(f.English.Length < 200));
        Assert.Empty(content.Observations);
    }

    [Fact]
    public void Period_KnownAtTwoTimes_IsNoDuplicate()
    {
        var content = Reading.Read("indicator,area,period,value,available_at\nI,990100,2024-Q1,1,2024-04-20\nI,990100,2024-Q1,2,2024-04-30\n");

        Assert.Equal(["1", "2"], content.Observations.Select(o => o.ValueText));
        Assert.Empty(content.Faults);
    }

    [Fact]
    public void Column_NotKnown_IsNamedAndLeftOut()
    {
        var content = Reading.Read("indicator,area,period,unit,value,remark\nI,990100,2024-Q1,%,1,x\n");

        Assert.Equal(["unit", "remark"], content.IgnoredColumns);
        Assert.Equal("1", Assert.Single(content.Observations).ValueText);
    }

    [Fact]
    public void Text_OfAFault_IsCutWhereItIsLong()
    {
        var fault = Assert.Single(Reading.Read("indicator,area,period,value\nI,990100,2024-Q1," + new string('x', 5000) + "\n").Faults);

        Assert.Equal(121, fault.Text.Length);
        Assert.EndsWith("…", fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D1,2023-01-32,INF,5,AAA,water,E1,1,4,0,0", "pricing_date", "2023-01-32")]
    [InlineData("D1,2023-01-06,INF,0,AAA,water,E1,1,4,0,0", "tenor_years", "0")]
    [InlineData("D1,2023-01-06,INF,2.5,AAA,water,E1,1,4,0,0", "tenor_years", "2.5")]
    [InlineData("D1,2023-01-06,INF,5,AAA,water,E1,0,4,0,0", "amount_100m", "0")]
    [InlineData("D1,2023-01-06,INF,5,AAA,water,E1,-3,4,0,0", "amount_100m", "-3")]
    [InlineData("D1,2023-01-06,INF,5,AAA,water,E1,1,,0,0", "coupon_pct", "")]
    [InlineData("D1,2023-01-06,INF,5,AAA,water,E1,1,4,x,0", "upfront_fee_pct", "x")]
    [InlineData("D1,2023-01-06,INF,5,AAA,water,,1,4,0,0", "entity", "")]
    [InlineData(",2023-01-06,INF,5,AAA,water,E1,1,4,0,0", "deal", "")]
    public void Deal_ThatCannotBeRead_IsRefusedWithItsPlace(string row, string column, string text)
    {
        var content = Reading.Read(
            "deal,pricing_date,product,tenor_years,rating,industry,entity,amount_100m,coupon_pct,upfront_fee_pct,annual_fee_pct\n" + row + "\n");

        var fault = Assert.Single(content.Faults);
        Assert.Equal((2, column, text), (fault.Row, fault.Column, fault.Text));
        Assert.Empty(content.Deals);
    }
}
