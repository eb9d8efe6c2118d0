using System.Net;
using System.Text.Json;
using Dashboard.Tests.Sdmx;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class MetadataTests
{
    [Fact]
    public async Task Releases_OfAnIndex_SayWhatEachVersionIs()
    {
        await using var site = await SdmxSite.Open();

        var releases = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/releases")).RootElement.EnumerateArray().ToList();

        Assert.Equal(
            [("2025-Q3", 2, "correction", false), ("2025-Q3", 1, "initial", true), ("2025-Q2", 1, "initial", false)],
            releases.Select(r => (r.GetProperty("period").GetString(), r.GetProperty("version").GetInt32(), r.GetProperty("kind").GetString(), r.GetProperty("isSuperseded").GetBoolean())));
        foreach (var link in releases[1].GetProperty("links").EnumerateObject().Where(l => l.Name != "page"))
            Assert.Equal(HttpStatusCode.OK, (await site.Get(link.Value.GetString()!)).StatusCode);
    }

    [Theory]
    [InlineData("?period=2025-Q3", 2)]
    [InlineData("?updatedAfter=2025-11-01", 1)]
    [InlineData("?asOf=2025-11-01", 2)]
    [InlineData("?pageSize=2", 2)]
    [InlineData("?pageSize=2&page=2", 1)]
    [InlineData("?pageSize=2&page=2000000000", 0)]
    public async Task Releases_Filters_FindWhatTheySay(string query, int count)
    {
        await using var site = await SdmxSite.Open();

        Assert.Equal(count, JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/releases" + query)).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Index_Detail_HasGroupsAndMethodologies()
    {
        await using var site = await SdmxSite.Open();

        var detail = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT")).RootElement;

        Assert.Equal([("G-INFO", 0.4), ("G-QUALITY", 0.6)], detail.GetProperty("groups").EnumerateArray().Select(g => (g.GetProperty("code").GetString(), g.GetProperty("weight").GetDouble())));
        Assert.Equal("2022=100", detail.GetProperty("base").GetString());
        Assert.Equal(HttpStatusCode.OK, (await site.Get(detail.GetProperty("methodologies")[0].GetProperty("page").GetString()!)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get("/api/v1/indices/NONE")).StatusCode);
    }

    [Fact]
    public async Task IndicatorsAndAreas_AreThoseOfTheDefinitions()
    {
        await using var site = await SdmxSite.Open();

        var indicators = JsonDocument.Parse(await site.Text("/api/v1/indicators")).RootElement;
        Assert.Contains(indicators.EnumerateArray(), i => i.GetProperty("code").GetString() == "I-NPL" && i.GetProperty("indices")[0].GetString() == "XX-CREDIT" && i.GetProperty("kind").GetString() == "stock");
        Assert.Equal("990100", JsonDocument.Parse(await site.Text("/api/v1/areas")).RootElement[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("?node=G-INFO", 12)]
    [InlineData("?node=G-INFO,XX-CREDIT&startPeriod=2025", 6)]
    [InlineData("?startPeriod=2025-Q1&endPeriod=2025-Q2", 6)]
    [InlineData("?updatedAfter=2025-11-10", 1)]
    [InlineData("?includeHistory=true", 37)]
    [InlineData("?includeHistory=true&asOf=2025-10-01", 33)]
    [InlineData("?includeHistory=true&updatedAfter=2025-10-01&node=G-INFO", 2)]
    public async Task Observations_Filters_FindWhatTheySay(string query, int count)
    {
        await using var site = await SdmxSite.Open();

        var series = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations" + query)).RootElement;

        Assert.Equal(count, series.GetProperty("observations").GetArrayLength());
        Assert.Equal(count, series.GetProperty("total").GetInt32());
        Assert.Equal(count, (await site.Text($"/api/v1/indices/XX-CREDIT/observations{query}&format=csv")).TrimEnd().Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task Observations_InPages_AreTheWholeInOrderWithLinks()
    {
        await using var site = await SdmxSite.Open();
        var whole = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations")).RootElement.GetProperty("observations").EnumerateArray().Select(o => o.GetRawText());
        var found = new List<string>();
        string? next = "/api/v1/indices/XX-CREDIT/observations?pageSize=10";
        while (next is not null)
        {
            var answer = await site.Get(next);
            found.AddRange(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken)).RootElement.GetProperty("observations").EnumerateArray().Select(o => o.GetRawText()));
            next = answer.Headers.GetValues("Link").Single().Split(", ").FirstOrDefault(l => l.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
        }

        Assert.Equal(whole, found);
    }

    [Theory]
    [InlineData("?startPeriod=soon")]
    [InlineData("?endPeriod=2025-13")]
    [InlineData("?updatedAfter=then")]
    [InlineData("?page=0")]
    [InlineData("?pageSize=1001")]
    [InlineData("?pageSize=many")]
    [InlineData("?period=2025-Q3&includeHistory=true")]
    public async Task Observations_ParameterThatCannotBe_IsAProblem(string query)
    {
        await using var site = await SdmxSite.Open();

        var answer = await site.Get("/api/v1/indices/XX-CREDIT/observations" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
