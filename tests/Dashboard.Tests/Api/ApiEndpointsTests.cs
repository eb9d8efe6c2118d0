using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Api;

public class ApiEndpointsTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);

    [Fact]
    public async Task Indices_NothingReleased_StillListsEveryIndex()
    {
        await using var site = await PublicSite.Open();

        var list = JsonDocument.Parse(await site.Text("/api/v1/indices")).RootElement;

        Assert.Equal(["XX-CREDIT", "XX-PRICE"], list.EnumerateArray().Select(i => i.GetProperty("code").GetString()));
        Assert.All(list.EnumerateArray(), i => Assert.Equal(JsonValueKind.Null, i.GetProperty("latest").ValueKind));
    }

    [Fact]
    public async Task Indices_NoDefinitionsYet_IsAnEmptyList()
    {
        await using var site = await PublicSite.Open(null);

        Assert.Equal("[]", await site.Text("/api/v1/indices"));
    }

    [Fact]
    public async Task Indices_Released_GivesTheNewestValueAndItsOrigin()
    {
        await using var site = await PublicSite.Open();
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start, origin: Origin.Synthetic);
        await site.Approve(content);

        var latest = JsonDocument.Parse(await site.Text("/api/v1/indices")).RootElement[0].GetProperty("latest");

        Assert.Equal("2025-Q3", latest.GetProperty("period").GetString());
        Assert.Equal(content.Values.Single(v => v.Node == "XX-CREDIT" && v.Period == Last).Text, latest.GetProperty("value").GetRawText());
        Assert.Equal("synthetic", latest.GetProperty("origin").GetString());
    }

    [Fact]
    public async Task Observations_Csv_IsAttachedUnderANameOfTheRelease()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));

        var answer = await site.Get("/api/v1/indices/XX-CREDIT/observations?format=csv");

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("XX-CREDIT_2025-Q3_v1.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var text = await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(1 + 12 * 3, text.TrimEnd().Split("\r\n").Length);
    }

    [Fact]
    public async Task Observations_Json_GivesIntervalProbabilityAndSharesOfVariance()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start) with { Uncertainty = SampleUncertainty.Of(Last, "1.0.0", 0.54) });

        var found = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations")).RootElement.GetProperty("uncertainty");

        Assert.Equal(("2025-Q2", "18446744073709551613", 8192), (found.GetProperty("previous").GetString(), found.GetProperty("seed").GetString(), found.GetProperty("draws").GetInt32()));
        Assert.Equal((0.05, 0.95), (found.GetProperty("lowerQuantile").GetDouble(), found.GetProperty("upperQuantile").GetDouble()));
        Assert.True(found.GetProperty("isDirectionUncertain").GetBoolean());
        var interval = found.GetProperty("interval");
        Assert.Equal((100.8, 101.9), (interval.GetProperty("index").GetProperty("lower").GetDouble(), interval.GetProperty("index").GetProperty("upper").GetDouble()));
        Assert.Equal(0.54, interval.GetProperty("probabilityOfRise").GetDouble());
        Assert.Equal(100.7, found.GetProperty("amplitudeMatched").GetProperty("index").GetProperty("lower").GetDouble());
        Assert.Equal(
            [("index", "weights"), ("index", "normalisation"), ("index", "revision"), ("change", "weights")],
            found.GetProperty("sensitivity").EnumerateArray().Select(s => (s.GetProperty("output").GetString(), s.GetProperty("group").GetString())));
        Assert.Equal(0.75, found.GetProperty("sensitivity")[1].GetProperty("total").GetProperty("estimate").GetDouble());
    }

    [Fact]
    public async Task Observations_BeforeTheInstant_GiveNoUncertaintyEither()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(-1), PublicSite.Start));
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start.AddDays(1)) with { Uncertainty = SampleUncertainty.Of(Last, "1.0.0") });

        var series = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations")).RootElement;

        Assert.Equal("2025-Q2", series.GetProperty("period").GetString());
        Assert.Equal(JsonValueKind.Null, series.GetProperty("uncertainty").ValueKind);
    }

    [Fact]
    public async Task Observations_TagKnown_AnswersNotModified()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));
        var tag = (await site.Get("/api/v1/indices/XX-CREDIT/observations")).Headers.ETag!;

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/indices/XX-CREDIT/observations");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag));
        var again = await site.Client.SendAsync(request, Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Observations_AsOfBeforeARevision_GivesTheOlderVersion()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start));
        await site.Approve(SampleReleases.Of(
            SampleDefinitions.Composite(), Last, PublicSite.Start.AddDays(5), number: 2, kind: Indices.Releases.ReleaseKind.Correction, reason: "更正") with
        { Notes = ["second"] });
        site.Clock.Advance(TimeSpan.FromDays(6));

        var older = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations?asOf=2025-11-25")).RootElement;
        var newest = JsonDocument.Parse(await site.Text("/api/v1/indices/XX-CREDIT/observations")).RootElement;

        Assert.Equal(1, older.GetProperty("releaseVersion").GetInt32());
        Assert.Equal(2, newest.GetProperty("releaseVersion").GetInt32());
    }

    [Theory]
    [InlineData("?format=xml")]
    [InlineData("?period=2025-Q5")]
    [InlineData("?asOf=soon")]
    public async Task Observations_UnreadableParameter_IsAProblem(string query)
    {
        await using var site = await PublicSite.Open();

        var answer = await site.Get("/api/v1/indices/XX-CREDIT/observations" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task CacheControl_BeforeARelease_NeverCrossesItsInstant()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start.AddSeconds(90)));

        Assert.Equal(TimeSpan.FromSeconds(60), (await site.Get("/api/v1/indices")).Headers.CacheControl!.MaxAge);
        site.Clock.Advance(TimeSpan.FromSeconds(89.5));
        Assert.Equal(TimeSpan.Zero, (await site.Get("/api/v1/indices")).Headers.CacheControl!.MaxAge);
        site.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Contains("2025-Q3", await site.Text("/api/v1/indices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_DatabaseAnswers_IsOk()
    {
        await using var site = await PublicSite.Open();

        Assert.Equal("ok\n", await site.Text("/healthz"));
    }
}
