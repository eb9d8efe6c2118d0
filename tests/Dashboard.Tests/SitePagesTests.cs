using System.Net;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests;

/// <summary>Sitemap, feeds, catalogue, indicators and search over a real store.</summary>
public class SitePagesTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static IndexMethodology Method => SampleDefinitions.Composite();

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/feed.xml")]
    [InlineData("/indices/XX-CREDIT/feed.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/indicators")]
    [InlineData("/search?q=2025")]
    public async Task Address_ReleaseNotDue_IsTheSameAsWithoutIt(string address)
    {
        await using var site = await PublicSite.Open();
        await using var empty = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start.AddTicks(1)));

        Assert.Equal(await empty.Text(address), await site.Text(address));
        site.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(address)).StatusCode);
    }

    [Fact]
    public async Task Sitemap_Released_HasEachPageInBothLanguagesWithTheInstant()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));
        XNamespace schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

        var urls = XDocument.Parse(await site.Text("/sitemap.xml")).Root!.Elements(schema + "url").ToDictionary(u => u.Element(schema + "loc")!.Value);

        Assert.Equal("2025-11-24T02:00:00Z", urls["http://localhost/indices/XX-CREDIT/2025-Q3"].Element(schema + "lastmod")!.Value);
        Assert.Equal(2, urls["http://localhost/indices/XX-CREDIT/2025-Q3?lang=en"].Elements().Count(e => e.Name.LocalName == "link"));
        foreach (var address in urls.Keys)
            Assert.True((await site.Get(new Uri(address).PathAndQuery)).IsSuccessStatusCode, address);
    }

    [Fact]
    public async Task Feed_Correction_IsAnEntryOfItsOwnWithTheReason()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start.AddDays(-1)));
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start, number: 2, kind: ReleaseKind.Correction, reason: "漏计一家 one left out"));

        var entries = XDocument.Parse(await site.Text("/indices/XX-CREDIT/feed.xml?lang=en")).Root!.Elements(Atom + "entry").ToList();

        Assert.Equal(
            ["http://localhost/indices/XX-CREDIT/2025-Q3/v2?lang=en", "http://localhost/indices/XX-CREDIT/2025-Q3/v1?lang=en"],
            entries.Select(e => e.Element(Atom + "id")!.Value));
        Assert.Contains("one left out", entries[0].Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indices/NONE/feed.xml")).StatusCode);
    }

    [Fact]
    public async Task Robots_Always_NamesTheSitemap()
    {
        await using var site = await PublicSite.Open();

        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await site.Text("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalogue_Narrowed_ShowsWhatMatchesAlone()
    {
        await using var site = await PublicSite.Open();
        var wanted = Method.Root.Indicators.First();

        var all = await Document(site, "/indicators");
        var some = await Document(site, $"/indicators?lang=en&q={Uri.EscapeDataString(wanted.Code.ToLowerInvariant())}&index=XX-CREDIT");
        var none = await Document(site, "/indicators?source=NONE");

        Assert.Equal(Method.Root.Indicators.Count(), all.QuerySelectorAll("tbody tr").Length);
        Assert.Equal($"/indicators/{wanted.Code}?lang=en", some.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Empty(none.QuerySelectorAll("tbody tr"));
        Assert.NotNull(none.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Indicator_Revised_HasBothVersionsAndTheFileToo()
    {
        await using var site = await PublicSite.Open();
        var code = Shown().Code;
        var first = SampleReleases.Of(Method, Last, PublicSite.Start.AddDays(-1));
        await site.Approve(first);
        var second = SampleReleases.Of(Method, Last, PublicSite.Start, number: 2, kind: ReleaseKind.Revision, reason: "新数据 new data");
        await site.Approve(second with { Scores = [.. second.Scores.Select(s => s with { Value = s.Value + 1 })] });

        var page = await Document(site, $"/indicators/{code}");
        var file = (await site.Text($"/indicators/{code}/data.csv")).Split("\r\n");

        Assert.Equal(["2", "1"], page.QuerySelectorAll(".tall tbody tr").Select(r => r.Children[1].TextContent));
        Assert.Equal(4, file.Length);
        Assert.StartsWith($"{code},XX-CREDIT,2025-Q3,2,", file[1], StringComparison.Ordinal);
        Assert.EndsWith(",2025-11-24T02:00:00Z", file[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicator_Withheld_TellsNoValueAnywhere()
    {
        await using var site = await PublicSite.Open();
        var code = Withheld();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));

        Assert.Empty((await Document(site, $"/indicators/{code}")).QuerySelectorAll("figure, .tall"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get($"/indicators/{code}/data.csv")).StatusCode);
    }

    [Fact]
    public async Task Indicator_Unknown_IsMissing()
    {
        await using var site = await PublicSite.Open();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indicators/NONE")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/indicators/NONE/data.csv")).StatusCode);
    }

    [Theory]
    [InlineData("信用", "/indices/XX-CREDIT")]
    [InlineData("ｘｘ－ｃｒｅｄｉｔ", "/indices/XX-CREDIT")]
    [InlineData("CREDIT environment", "/indices/XX-CREDIT")]
    [InlineData("2025-q3", "/indices/XX-CREDIT/2025-Q3/v1")]
    public async Task Search_Words_AreFoundInBothLanguagesAndWidths(string asked, string first)
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));

        var page = await Document(site, $"/search?q={Uri.EscapeDataString(asked)}");

        Assert.Contains(first, page.QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("/search?q=%3Cscript%3E", "<script>")]
    [InlineData("/search?q=nothing-of-the-kind", "nothing-of-the-kind")]
    [InlineData("/search?q=%00%20", "")]
    public async Task Search_NothingFound_SaysSo(string address, string shown)
    {
        await using var site = await PublicSite.Open();

        var page = await Document(site, address);

        Assert.Equal(shown, page.QuerySelector("input[name=q]")!.GetAttribute("value") ?? "");
        Assert.Empty(page.QuerySelectorAll(".hits li"));
    }

    [Fact]
    public async Task Compare_TwoVersions_ShowsWhatDiffersAndWhatDoesNot()
    {
        await using var site = await PublicSite.Open();
        var first = SampleReleases.Of(Method, Last, PublicSite.Start.AddDays(-1));
        await site.Approve(first);
        var second = SampleReleases.Of(Method, Last, PublicSite.Start, number: 2, kind: ReleaseKind.Revision, reason: "新数据 new data");
        await site.Approve(second with { Values = [.. second.Values.Select(v => v.Node == "XX-CREDIT" && v.Period == Last ? v with { Text = "123.40" } : v)] });

        var page = await Document(site, "/compare?index=XX-CREDIT&a=2025-Q3v1&b=2025-Q3v2&lang=en");
        var cells = page.QuerySelectorAll("section[aria-labelledby=values] tbody tr:first-child td").Select(c => c.TextContent).ToList();
        var official = first.Values.Single(v => v.Node == "XX-CREDIT" && v.Period == Last).Text!;

        Assert.Equal([official, "123.40"], cells[..2]);
        Assert.Contains((123.40m - decimal.Parse(official, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture), cells[2], StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=values] tr.group"));
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=periods] tbody tr"));
    }

    [Theory]
    [InlineData("/compare", HttpStatusCode.OK)]
    [InlineData("/compare?index=XX-CREDIT", HttpStatusCode.OK)]
    [InlineData("/compare?index=NONE", HttpStatusCode.NotFound)]
    [InlineData("/compare?index=XX-CREDIT&a=2025-Q3v1&b=2025-Q3v2", HttpStatusCode.NotFound)]
    [InlineData("/compare?index=XX-CREDIT&a=2025-Q3v1", HttpStatusCode.NotFound)]
    [InlineData("/compare?index=XX-CREDIT&a=x&b=2025-Q3v99999999", HttpStatusCode.NotFound)]
    public async Task Compare_VersionNotThere_IsMissing(string address, HttpStatusCode expected)
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start.AddTicks(1), number: 2, kind: ReleaseKind.Revision, reason: "新 new"));

        Assert.Equal(expected, (await site.Get(address)).StatusCode);
    }

    [Fact]
    public async Task Weights_SameAddress_GivesTheSameBytesAndEveryValueIsMarked()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));
        var codes = Method.Root.Children.Select(c => c.Code).ToList();
        var address = $"/weights/XX-CREDIT?release=2025-Q3v1{string.Concat(codes.Select((c, i) => $"&w.{c}={i}"))}";

        var page = await Document(site, address);
        var before = await site.Text(address);
        await site.Approve(SampleReleases.Of(Method, Last.Plus(1), PublicSite.Start));

        Assert.Equal(before, await site.Text(address));
        Assert.All(page.QuerySelectorAll("tbody tr td:nth-child(3)"), cell => Assert.Contains("非官方", cell.TextContent, StringComparison.Ordinal));
        Assert.Contains("自定义权重，非官方指数", page.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1000", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("1e400")]
    [InlineData("1001")]
    [InlineData("0")]
    public async Task Weights_OfNoUse_AreRefusedWithTheForm(string weight)
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));
        var address = $"/weights/XX-CREDIT?{string.Join('&', Method.Root.Children.Select(c => $"w.{c.Code}={weight}"))}";

        Assert.Equal(HttpStatusCode.BadRequest, (await site.Get(address)).StatusCode);
        var page = await Document(site, address);
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.All(page.QuerySelectorAll(".own-weights input[inputmode]"), i => Assert.Equal(weight, i.GetAttribute("value")));
    }

    [Theory]
    [InlineData("/weights/NONE")]
    [InlineData("/weights/XX-PRICE")]
    [InlineData("/weights/XX-CREDIT?release=2025-Q3v2")]
    public async Task Weights_NothingToWeigh_IsMissing(string address)
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Method, Last, PublicSite.Start));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(address)).StatusCode);
    }

    private static Indicator Shown() => Method.Root.Indicators.First(i => !Dashboard.PageModels.IndexPages.Disclosure.Withheld(Method.Root).Contains(i.Code));

    private static string Withheld() => Dashboard.PageModels.IndexPages.Disclosure.Withheld(Method.Root).First();

    private static async Task<IDocument> Document(PublicSite site, string address)
    {
        var html = await site.Text(address);
        return await BrowsingContext.New().OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
    }
}
