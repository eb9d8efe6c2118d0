using System.Net;
using Dashboard.Tests.Sdmx;
using Indices.Releases;
using Indices.Time;
using MiniExcelLibs;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class ReleaseFileTests
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("data.csv", "text/csv")]
    [InlineData("data.json", "application/json")]
    [InlineData("data.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("data.sdmx.csv", "application/vnd.sdmx.data+csv")]
    public async Task File_OfAVersion_IsThatVersionForGood(string file, string type)
    {
        await using var site = await SdmxSite.Open();

        var first = await site.Get($"/indices/XX-CREDIT/2025-Q3/v1/{file}");
        var second = await site.Get($"/indices/XX-CREDIT/2025-Q3/v2/{file}");
        var latest = await site.Get($"/indices/XX-CREDIT/latest/{file}");

        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(second.Headers.ETag, latest.Headers.ETag);
        if (file != "data.xlsx")
        {
            Assert.DoesNotContain("99.90", await first.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.Contains("99.90", await second.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.Equal(await second.Content.ReadAsByteArrayAsync(Cancellation), await latest.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    /// <summary>What waits, what never was and what cannot be are one answer.</summary>
    [Fact]
    public async Task File_NotVisible_IsTheSameAnswerAsNothing()
    {
        await using var site = await SdmxSite.Open();
        var waiting = await site.Get("/indices/XX-CREDIT/2025-Q4/v1/data.csv");

        foreach (var address in new[] { "/indices/XX-CREDIT/2025-Q3/v3/data.csv", "/indices/NONE/2025-Q3/v1/data.csv", "/indices/XX-CREDIT/then/v1/data.csv", "/indices/XX-CREDIT/2031-Q4/v1/data.csv" })
        {
            var other = await site.Get(address);
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
            Assert.Equal(waiting.Headers.ToString(), other.Headers.ToString());
            Assert.Equal(await waiting.Content.ReadAsStringAsync(Cancellation), await other.Content.ReadAsStringAsync(Cancellation));
        }
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/indices/XX-CREDIT/2025-Q4/v1/data.csv")).StatusCode);
    }

    [Fact]
    public async Task Xlsx_NumbersAreNumbers_AndTextThatLooksLikeAFormulaIsNone()
    {
        await using var site = await PublicSite.Open();
        string[] reasons = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"];
        var content = SampleReleases.Of(SampleDefinitions.Composite(), SdmxSite.Last, PublicSite.Start);
        var values = content.Values.Select((v, i) => i < reasons.Length ? v with { Text = null, Reason = reasons[i] } : i == reasons.Length ? v with { Text = "-3.20" } : v);
        await site.Approve(content with { Values = [.. values] });

        var answer = await site.Get("/indices/XX-CREDIT/latest/data.xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        using var workbook = new MemoryStream(bytes);
        var rows = workbook.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());

        Assert.DoesNotContain("<x:f>", await sheet.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.All(rows.Take(reasons.Length), row => Assert.StartsWith("'", (string)row["reason"]!, StringComparison.Ordinal));
        Assert.Equal(-3.2, rows[reasons.Length]["value"]);
        var csv = await site.Text("/indices/XX-CREDIT/latest/data.csv");
        foreach (var reason in reasons.Where(r => r[0] != '\r'))
            Assert.Contains("'" + reason, csv, StringComparison.Ordinal);
        Assert.Contains(",-3.20,", csv, StringComparison.Ordinal);
    }
}
