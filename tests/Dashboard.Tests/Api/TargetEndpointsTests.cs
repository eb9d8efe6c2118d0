using System.Net;
using System.Text.Json;
using Dashboard.Tests.Fakes;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Api;

/// <summary>The page and the data of the targets, over the real store.</summary>
public sealed class TargetEndpointsTests
{
    [Fact]
    public async Task Page_WithFigures_ShowsValueStatusVerdictAndHistoryWithoutAScript()
    {
        await using var site = await Open();
        await site.Append(Figure("", 2022, "300"), Figure("", 2023, "340"), Figure("", 2024, "352"));

        var page = await Page(site, "/targets");

        Assert.Contains("352", page, StringComparison.Ordinal);
        Assert.Contains(">400\u202f家", page, StringComparison.Ordinal);
        Assert.Contains("截至2024年末", page, StringComparison.Ordinal);
        Assert.Contains("上市公司数的目标", page, StringComparison.Ordinal);
        Assert.Contains("class=\"bullet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithOnlyCitedFiguresOfAnotherScope_ShowsThemWithSourceAndTier()
    {
        await using var site = await Open();
        await site.Append(Figure("stock", 2024, "310", Origin.Public), Figure("stock", 2021, "262", Origin.Public));

        var page = await Page(site, "/targets");

        Assert.Contains("数据不足", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a\"", page, StringComparison.Ordinal);
        Assert.Contains("310", page, StringComparison.Ordinal);
        Assert.Contains("262", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeTheTargetsAreLoaded_SaysSo()
    {
        await using var site = await PublicSite.Open(null);

        Assert.Contains("目标尚未装入", await Page(site, "/targets"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_InEnglish_SpeaksEnglish()
    {
        await using var site = await Open();

        var page = await Page(site, "/targets?lang=en");

        Assert.Contains("Listed companies", page, StringComparison.Ordinal);
        Assert.Contains("What the statuses mean", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AsOfAnEarlierDay_ShowsWhatWasKnownThen()
    {
        await using var site = await Open();
        await site.Append(Figure("", 2022, "300"));
        await site.Append(Figure("", 2024, "352", known: PublicSite.Start.AddDays(-2)));

        Assert.DoesNotContain("352", await Page(site, "/targets?asOf=2025-11-20"), StringComparison.Ordinal);
        Assert.Contains("352", await Page(site, "/targets?asOf=2025-11-23"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_BeforeAFigureIsKnown_DoesNotLeakIt()
    {
        await using var site = await Open();
        await site.Append(Figure("", 2022, "300"), Figure("", 2024, "352", known: PublicSite.Start.AddHours(1)));

        Assert.DoesNotContain("352", await Page(site, "/targets"), StringComparison.Ordinal);
        Assert.DoesNotContain("352", await site.Text("/api/v1/targets"), StringComparison.Ordinal);
        Assert.DoesNotContain("352", await Page(site, "/targets?asOf=2030-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_OfTheTargets_GivesFullNumbersAndCodes()
    {
        await using var site = await Open();
        await site.Append(Figure("", 2022, "300"), Figure("", 2024, "352"), Figure("stock", 2024, "310", Origin.Public));

        using var json = JsonDocument.Parse(await site.Text("/api/v1/targets"));

        var count = json.RootElement[0];
        Assert.Equal(("T2-COUNT", "count", "greater_than"), (Text(count, "code"), Text(count, "kind"), Text(count, "comparison")));
        Assert.Equal((352, 401, 300), (count.GetProperty("value").GetDouble(), count.GetProperty("goal").GetDouble(), count.GetProperty("baseline").GetDouble()));
        Assert.Equal(("2024", "official"), (Text(count, "period"), Text(count, "origin")));
        Assert.Equal(("stock", "none", "A"), (Text(count.GetProperty("references")[0], "scope"), Text(count.GetProperty("references")[0], "bound"), Text(count.GetProperty("references")[0], "tier")));
        Assert.Equal("no_data", Text(json.RootElement[1], "rating"));
    }

    [Fact]
    public async Task PageAndData_BeforeTheDate_GiveForecastIntervalAndProbability()
    {
        await using var site = await Open();
        await site.Append([.. new[] { 200, 222, 251, 273, 300, 340, 352 }.Select((count, i) => Figure("", 2018 + i, count.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);

        using var json = JsonDocument.Parse(await site.Text("/api/v1/targets"));
        var forecast = json.RootElement[0].GetProperty("forecast");
        Assert.Equal("2025-12-31", Text(forecast, "day"));
        Assert.InRange(forecast.GetProperty("value").GetDouble(), forecast.GetProperty("low").GetDouble(), forecast.GetProperty("high").GetDouble());
        Assert.InRange(forecast.GetProperty("probability").GetDouble(), 0, 1);

        var page = await Page(site, "/targets");
        Assert.Contains("预测（2025-12-31）", page, StringComparison.Ordinal);
        Assert.Contains("90% 区间", page, StringComparison.Ordinal);
        Assert.Contains("达成概率", page, StringComparison.Ordinal);
        Assert.Contains("Probability of meeting it", await Page(site, "/targets?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfTheTargets_IsOneCompleteRowEach()
    {
        await using var site = await Open();
        await site.Append(Figure("", 2022, "300"), Figure("", 2024, "352"));

        using var response = await site.Get("/api/v1/targets?format=csv");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");

        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("code,part,name_zh,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("T2-COUNT,,上市公司数,Listed companies,家,count,greater_than,400,401,,2025-12-31,", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(62, line.Split(',').Length));
    }

    [Fact]
    public async Task Data_ThatTheReaderHas_IsNotSentAgain()
    {
        await using var site = await Open();
        using var first = await site.Get("/api/v1/targets");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/targets");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/targets?format=xml", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/targets?asOf=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/targets?asOf=yesterday", HttpStatusCode.NotFound)]
    public async Task Parameter_ThatCannotBeRead_IsRefused(string address, HttpStatusCode expected)
    {
        await using var site = await Open();
        using var response = await site.Get(address);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task HomePage_WithTargets_CountsTheirStatuses()
    {
        await using var site = await Open();

        Assert.Contains("– 数据不足", await Page(site, "/"), StringComparison.Ordinal);
    }

    private static Task<PublicSite> Open() =>
        PublicSite.Open(SampleDefinitions.All() with { Targets = SampleTargets.Set(SampleTargets.Count, SampleTargets.Level) });

    private static NewObservation Figure(string scope, int year, string value, Origin origin = Origin.Official, DateTimeOffset? known = null) => new(
        new SeriesId("T2-COUNT", Measures.Value, SampleDefinitions.Area, scope, origin), Period.OfYear(year), value, ObservationStatus.A,
        new Vintage(known ?? PublicSite.Start.AddDays(-30)), 2, Citation: origin == Origin.Public ? new Citation("样例日报", "https://example.org/a", "A", "上市公司总数") : null);

    /// <summary>As a reader sees it: letters may stand in the page as character references.</summary>
    private static async Task<string> Page(PublicSite site, string address) => WebUtility.HtmlDecode(await site.Text(address));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
