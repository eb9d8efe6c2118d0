using System.Text;
using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Csv;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Sources.Csv;

public class CsvFileTests
{
    private const string Chinese = "指标,地区,时期,数值,状态,来源,来源等级\r\nI,990100,2024-Q1,\"１，２３４．５\",P,\"统计局𠮷\",A\r\n";

    public static TheoryData<string, byte[]> Encodings()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Chinese) },
            { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Chinese)] },
            { "GB18030", gb18030.GetBytes(Chinese) },
            { "UTF-16 LE", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Chinese)] },
            { "UTF-16 LE without mark", Encoding.Unicode.GetBytes(Chinese) },
            { "UTF-16 BE without mark", Encoding.BigEndianUnicode.GetBytes(Chinese) },
            { "tabs for commas", Encoding.UTF8.GetBytes(Chinese.Replace(',', '\t')) },
            { "UTF-16 BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Chinese)] },
        };
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_AnyOfTheEncodings_GivesTheSameObservation(string encoding, byte[] bytes)
    {
        var content = CsvFile.Read(bytes, Reading.AtTheDoor);

        Assert.True(content.Faults.Count == 0, encoding);
        var row = Assert.Single(content.Observations);
        Assert.Equal(new SeriesId("I", Measures.Value, "990100", "", Origin.Official), row.Series);
        Assert.Equal(("1234.5", ObservationStatus.P, Period.OfQuarter(2024, 1), 2), (row.ValueText, row.Status, row.Period, row.Row));
        Assert.Equal(new Citation("统计局𠮷", "", "A", null), row.Citation);
    }

    [Fact]
    public void Read_AllColumnsInAnotherOrder_GivesEachItsPlace()
    {
        var row = Assert.Single(Reading.Read(
            "label,tier,source_url,source_name,bound,origin,scope,measure,available_at,status,value,period,area,indicator\n" +
            "年末数,b,https://example.org/a,Bureau,超,public,全市,ytd,2024-03-01T10:00:00+08:00,e,0,2024-01~02,990100,I\n"
                .Replace("超", "lower", StringComparison.Ordinal)).Observations);

        Assert.Equal(new SeriesId("I", Measures.YearToDate, "990100", "全市", Origin.Public), row.Series);
        Assert.Equal(new NewObservation(
            row.Series, Period.OfMergedJanuaryFebruary(2024), "0", ObservationStatus.E, Reading.At("2024-03-01T02:00:00Z"), 2, Bound.Lower,
            new Citation("Bureau", "https://example.org/a", "B", "年末数")), row);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("+3", "3")]
    [InlineData("－２．５", "-2.5")]
    [InlineData("−7", "-7")]
    [InlineData("　12　", "12")]
    [InlineData("\"12,345,678.9\"", "12345678.9")]
    [InlineData("1E-05", "1E-05")]
    [InlineData("007", "007")]
    public void Value_InAnyAcceptedForm_IsNormalised(string cell, string normalised) =>
        Assert.Equal(normalised, Assert.Single(Reading.Read($"indicator,area,period,value\nI,990100,2024-Q1,{cell}\n").Observations).ValueText);

    [Theory]
    [InlineData("", "L", ObservationStatus.L)]
    [InlineData("-", "m", ObservationStatus.M)]
    [InlineData("－", "O", ObservationStatus.O)]
    [InlineData("…", "Q", ObservationStatus.Q)]
    [InlineData("——", "Ｌ", ObservationStatus.L)]
    public void Gap_WithAReason_HasNoValue(string cell, string status, ObservationStatus expected)
    {
        var row = Assert.Single(Reading.Read($"indicator,area,period,value,status\nI,990100,2024-Q1,{cell},{status}\n").Observations);

        Assert.Equal((null, expected), (row.ValueText, row.Status));
    }

    [Theory]
    [InlineData("", "2024-05-02T04:00:00Z")]
    [InlineData("2024-04-25", "2024-04-25T15:59:59.999Z")]
    [InlineData("2024-05-02", "2024-05-02T04:00:00Z")]
    [InlineData("2024-04-25T10:00", "2024-04-25T02:00:00Z")]
    [InlineData("2024-04-25T10:00:00Z", "2024-04-25T10:00:00Z")]
    [InlineData("2024-04-25T10:00:00.250+08:00", "2024-04-25T02:00:00.250Z")]
    public void AvailableAt_IsReadOnTheOfficesClock(string cell, string instant) =>
        Assert.Equal(Reading.At(instant), Assert.Single(
            Reading.Read($"indicator,area,period,value,available_at\nI,990100,2024-Q1,1,{cell}\n").Observations).Vintage);

    [Fact]
    public void File_NobodyReceived_CountsAsKnownAtTheEndOfThePeriod_AndItsBlanksAsMissing()
    {
        var context = Reading.AtTheDoor with { ReceivedAt = null, Blank = ObservationStatus.O };

        var row = Assert.Single(Reading.Read("indicator,area,period,value\nI,990100,2024Q1,\n", context).Observations);

        Assert.Equal((null, ObservationStatus.O), (row.ValueText, row.Status));
        Assert.Equal(Reading.At("2024-03-31T15:59:59.999Z"), row.Vintage);
    }

    [Fact]
    public void Period_KeepsTheSpellingOfTheFile() =>
        Assert.Equal("2024Q1", Reading.Read("indicator,area,period,value\nI,990100,2024Q1,1\n").PeriodSpelling[Period.OfQuarter(2024, 1)]);

    [Fact]
    public void Rows_OfEmptyCells_SayNothing()
    {
        var content = Reading.Read("indicator,area,period,value,,\n,,,,,\nI,990100,2024-Q1,1,,\nI,990100,2023-Q4,1\n\n");

        Assert.Empty(content.Faults);
        Assert.Equal([3, 4], content.Observations.Select(o => o.Row));
    }

    [Fact]
    public void Deals_OfTheWorkedExample_AreRead()
    {
        var bytes = File.ReadAllBytes(RepositoryRoot.File("tests", "TestSupport", "KnownValues", "ifpi_deals.csv"));

        var content = CsvFile.Read(bytes, Reading.AtTheDoor);

        Assert.Empty(content.Faults);
        Assert.Equal(18, content.Deals.Count);
        Assert.Equal(
            new Deal("D05", "990100", new DateOnly(2023, 1, 19), "INF", 7, "AA+", "urban", "E05", 5.0, 4.95, 0.5, 0.15, 2.93, 4.3,
                Origin.Official, Reading.ReceivedAt, Reading.AtTheDoor.Sha256),
            content.Deals[4].Deal);
    }

    [Fact]
    public void Deals_WithOptionalColumns_SayTheirOwnAreaOriginAndTime()
    {
        var row = Assert.Single(Reading.Read(
            "deal,area,available_at,origin,pricing_date,product,tenor_years,rating,industry,entity,amount_100m,coupon_pct,upfront_fee_pct,annual_fee_pct\n" +
            "D1,990101,2023-01-10,synthetic,2023-01-06,INF,7,,water,E1,\"1,000\",4.3,0,0\n").Deals);

        Assert.Equal(("990101", Origin.Synthetic, Reading.At("2023-01-10T15:59:59.999Z")), (row.Deal.Area, row.Deal.Origin, row.Deal.Vintage));
        Assert.Equal((1000.0, null, null, ""), (row.Deal.Amount, row.Deal.GovernmentYieldPercent, row.Deal.LoanPrimeRatePercent, row.Deal.Rating));
    }
}
