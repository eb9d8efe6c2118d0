using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests;

/// <summary>Public pages as a browser without scripts receives them.</summary>
public class PublicPagesTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);

    [Fact]
    public async Task Index_Released_HasHeadlineTableAndChartDataInTheHtml()
    {
        await using var site = await PublicSite.Open();
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);
        await site.Approve(content);

        var page = await Document(site, "/indices/XX-CREDIT");

        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(content.Values.Single(v => v.Node == "XX-CREDIT" && v.Period == Last).Text, page.QuerySelector(".headline-value .value")!.TextContent);
        Assert.Equal(12, page.QuerySelectorAll(".table-toggle tbody tr").Length);
        Assert.Contains("2025-Q3", page.QuerySelector("script.chart-data")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("svg.line-chart path"));
        Assert.Contains("不得用作金融合同的参考利率", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".demo-banner"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task Index_Synthetic_CarriesTheMark()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start, origin: Origin.Synthetic));

        Assert.NotNull((await Document(site, "/indices/XX-CREDIT")).QuerySelector(".demo-banner"));
        Assert.NotNull((await Document(site, "/")).QuerySelector(".demo-banner"));
        Assert.Null((await Document(site, "/indices/XX-PRICE")).QuerySelector(".demo-banner"));
    }

    [Fact]
    public async Task Index_English_IsEnglishAndLinksStaySo()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));

        var page = await Document(site, "/indices/XX-CREDIT?lang=en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Sample Credit Environment Index", page.QuerySelector("h1")!.TextContent);
        Assert.All(page.QuerySelectorAll(".breadcrumb a, header nav a"), a => Assert.EndsWith("lang=en", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Index_NothingReleased_SaysWhenItWillBe()
    {
        await using var site = await PublicSite.Open();
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await site.Get("/indices/XX-CREDIT");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("2026-03-11 10:00", (await Document(site, "/indices/XX-CREDIT")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/indices/XX-CREDIT/methodology", "指标体系与权重")]
    [InlineData("/indices/XX-PRICE/methodology", "样本格")]
    [InlineData("/indices/XX-CREDIT/methodology?lang=en", "Tree and weights")]
    public async Task Methodology_Known_ShowsTheTree(string address, string heading)
    {
        await using var site = await PublicSite.Open();

        Assert.Contains((await Document(site, address)).QuerySelectorAll("h2"), h => h.TextContent == heading);
    }

    [Fact]
    public async Task MethodologyFile_Known_IsTheText()
    {
        await using var site = await PublicSite.Open();

        Assert.Equal("code: XX-CREDIT\n", await site.Text("/indices/XX-CREDIT/methodology/1.0.0.yaml"));
    }

    [Fact]
    public async Task Home_NoDefinitions_SaysSo()
    {
        await using var site = await PublicSite.Open(null);

        Assert.Contains("尚未载入", (await Document(site, "/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRoute_ReleaseApprovedButNotDue_AnswersAsIfThereWereNone()
    {
        await using var without = await PublicSite.Open();
        await using var with = await PublicSite.Open();
        var due = PublicSite.Start.AddHours(2);
        await with.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, due));
        await with.Approve(SampleReleases.Of(SampleDefinitions.Price(), Period.OfMonth(2025, 10), due));

        foreach (var address in Routes())
            Assert.Equal(await Everything(without, address), await Everything(with, address));
    }

    [Fact]
    public async Task Index_ReleaseNotDue_IsTheSame404AsNoneAtAll()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start.AddHours(2)));

        var waiting = await site.Get("/indices/XX-CREDIT/2025-Q3");
        var absent = await site.Get("/indices/XX-CREDIT/1999-Q3");
        var unknown = await site.Get("/indices/YY-NONE");

        Assert.Equal(HttpStatusCode.NotFound, waiting.StatusCode);
        var cancellation = Xunit.TestContext.Current.CancellationToken;
        Assert.Equal(await absent.Content.ReadAsStringAsync(cancellation), await waiting.Content.ReadAsStringAsync(cancellation));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(cancellation), await waiting.Content.ReadAsStringAsync(cancellation));
    }

    [Fact]
    public async Task Index_AtTheInstant_IsOut()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start.AddHours(2)));
        site.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(HttpStatusCode.OK, (await site.Get("/indices/XX-CREDIT/2025-Q3")).StatusCode);
    }

    [Fact]
    public async Task Index_RevisedPeriod_HasOneAddressForTheNewestAndOneForEachVersion()
    {
        await using var site = await PublicSite.Open();
        var first = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);
        await site.Approve(first);
        await site.Approve(SampleReleases.Of(
            SampleDefinitions.Composite(), Last, PublicSite.Start.AddHours(1), number: 2, kind: ReleaseKind.Correction, reason: "权重录入有误\nWrong weight"));
        site.Clock.Advance(TimeSpan.FromHours(1));

        var newest = await Document(site, "/indices/XX-CREDIT/2025-Q3");
        var old = await Document(site, "/indices/XX-CREDIT/2025-Q3/v1");

        Assert.Equal("第2版", VersionOf(newest));
        Assert.Equal("第1版", VersionOf(old));
        Assert.Equal("/indices/XX-CREDIT/2025-Q3", old.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("第2版", old.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/indices/XX-CREDIT/2025-Q3/v2", old.QuerySelector(".notice a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/XX-CREDIT/2025-Q3/v3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/XX-CREDIT/2025-Q3/v2?asOf=2025-11-24T02:30:00Z")).StatusCode);
        Assert.Equal("第1版", VersionOf(await Document(site, "/indices/XX-CREDIT/2025-Q3?asOf=2025-11-24T02:30:00Z")));
    }

    [Fact]
    public async Task Revisions_NothingReleasedOrReleased_Is404OrTheTriangle()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(-1), PublicSite.Start));
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start.AddHours(1)));

        Assert.Equal(2, (await Document(site, "/indices/XX-CREDIT/revisions")).QuerySelectorAll("#triangle ~ .scroll thead th").Length);
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, (await Document(site, "/indices/XX-CREDIT/revisions?lang=en")).QuerySelectorAll("#triangle ~ .scroll thead th").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/XX-PRICE/revisions")).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indices/XX-CREDIT/2025-Q3/v1")]
    [InlineData("/indices/XX-CREDIT/revisions")]
    [InlineData("/indices/XX-CREDIT/methodology")]
    public async Task Page_HeadAlone_AnswersLikeThePage(string address)
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));

        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        var head = await site.Client.SendAsync(request, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((await site.Get(address)).Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Fact]
    public async Task Index_EveryDownload_Exists()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));

        var links = (await Document(site, "/indices/XX-CREDIT")).QuerySelectorAll("p.downloads a").Select(a => a.GetAttribute("href")!).ToArray();

        Assert.Equal(10, links.Length);
        // The bundle needs a real receipt: ReleaseBundleTests ask for it.
        foreach (var link in links.Where(l => !l.EndsWith(".zip", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.OK, (await site.Get(link)).StatusCode);
    }

    [Fact]
    public async Task Index_Head_TellsMachinesWhatThePageHolds()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));

        var page = await Document(site, "/indices/XX-CREDIT?lang=en");

        using var data = System.Text.Json.JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("Dataset", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("2022-10-01/2025-09-30", data.RootElement.GetProperty("temporalCoverage").GetString());
        Assert.Equal("2025-Q3 v1", data.RootElement.GetProperty("version").GetString());
        Assert.False(data.RootElement.TryGetProperty("license", out _));
        Assert.Equal(["zh-CN", "en", "x-default"], page.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")));
        Assert.Equal("/indices/XX-CREDIT?lang=en", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Sample Credit Environment Index 2025 Q3", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Contains("Sponsor: not filled in", page.QuerySelector("footer.site")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?period=2025-Q3", "/indices/XX-CREDIT/2025-Q3")]
    [InlineData("?period=1999-Q3&lang=en", "/indices/XX-CREDIT/1999-Q3?lang=en")]
    [InlineData("?period=2025-Q3&asOf=2025-11-24T01:00:00Z", "/indices/XX-CREDIT/2025-Q3?asOf=2025-11-24T01%3A00%3A00Z")]
    public async Task Index_PeriodAsParameter_MovedForGood(string query, string address)
    {
        await using var site = await PublicSite.Open();

        var answer = await site.Get("/indices/XX-CREDIT" + query);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(address, answer.Headers.Location!.OriginalString);
    }

    private static IEnumerable<string> Routes() => [
        "/", "/indices", "/indices?lang=en",
        .. new[] { SampleDefinitions.CompositeCode, SampleDefinitions.PriceCode }.SelectMany(code => new[]
        {
            $"/indices/{code}", $"/indices/{code}?lang=en", $"/indices/{code}?period=2025-Q3", $"/indices/{code}/2025-Q3", $"/indices/{code}/2025-10", $"/indices/{code}/2025-Q3/v1", $"/indices/{code}/2025-10/v1",
            $"/indices/{code}/2025-Q3?asOf=2026-12-31", $"/indices/{code}/revisions", $"/indices/{code}/revisions?lang=en",
            $"/indices/{code}?asOf=2026-12-31", $"/indices/{code}/methodology",
            $"/api/v1/indices/{code}/observations", $"/api/v1/indices/{code}/observations?format=csv",
            $"/api/v1/indices/{code}/observations?period=2025-Q3", $"/api/v1/indices/{code}/observations?asOf=2026-12-31T00:00:00Z",
        }),
        "/api/v1/indices", "/healthz", "/no-such-page"];

    /// <summary>Status, headers and body.</summary>
    private static async Task<string> Everything(PublicSite site, string address)
    {
        var answer = await site.Get(address);
        var body = await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        // The trace identifier of a problem differs between any two requests.
        body = System.Text.RegularExpressions.Regex.Replace(body, "\"traceId\":\"[^\"]*\"", "");
        return $"{address}\n{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{body}";
    }

    private static string VersionOf(IDocument page) =>
        page.QuerySelectorAll(".headline .facts-list div").Single(f => f.QuerySelector("dt")!.TextContent == "版本").QuerySelector("dd")!.TextContent;

    private static async Task<IDocument> Document(PublicSite site, string address)
    {
        var html = await site.Text(address);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html), Xunit.TestContext.Current.CancellationToken);
    }
}
