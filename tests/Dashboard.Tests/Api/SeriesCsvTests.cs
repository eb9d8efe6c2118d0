using System.Globalization;
using CsvHelper;
using Dashboard.Api;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Api;

public class SeriesCsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("覆盖率不足", "覆盖率不足")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Text_ThatLooksLikeAFormula_IsDefused(string? cell, string? written) => Assert.Equal(written, SeriesCsv.Text(cell));

    [Fact]
    public void Write_Series_ReadsBackRowByRowWithPublishedDigits()
    {
        var content = SampleReleases.Of(SampleDefinitions.Price(), Period.OfMonth(2025, 10), PublicSite.Start, periods: 3);
        var series = SeriesMapping.Series(content, SampleDefinitions.Price());

        using var csv = new CsvReader(new StringReader(SeriesCsv.Write(series)), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToArray();

        Assert.Equal(content.Values.Length, rows.Length);
        Assert.Equal(
            ["index", "area", "period", "node", "value", "status", "coverage", "origin", "methodology_version", "release_version", "released_at", "reason", "release_period"],
            rows[0].Keys);
        Assert.Equal(content.Values.Select(v => v.Text ?? ""), rows.Select(r => r["value"]));
        Assert.Equal(SampleDefinitions.Area, rows[0]["area"]);
        Assert.Equal("2025-11-24T02:00:00Z", rows[0]["released_at"]);
        Assert.Equal("少于三家资金使用方 fewer than three users of funds", rows[1]["reason"]);
    }
}
