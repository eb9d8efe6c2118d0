using System.Net;
using System.Text.Json;
using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests;

public sealed class CalendarEndpointsTests
{
    private static readonly string[] Addresses = ["/calendar", "/calendar?lang=en", "/calendar.ics", "/calendar.ics?lang=en", "/api/v1/calendar"];
    private static readonly IndexMethodology Methodology = SampleDefinitions.Composite();
    private static readonly Period Due = Period.OfQuarter(2025, 3);

    [Fact]
    public async Task Calendar_InBothLanguages_ListsAYearAhead()
    {
        await using var site = await PublicSite.Open();

        Assert.Contains("样例信用环境指数", WebUtility.HtmlDecode(await site.Text("/calendar")), StringComparison.Ordinal);
        var english = await site.Text("/calendar?lang=en");
        Assert.Contains("November 2026", english, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", english, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_OfAReleaseThatWaits_IsTheSameByteForByte()
    {
        await using var with = await PublicSite.Open();
        await using var without = await PublicSite.Open();
        await with.Approve(SampleReleases.Of(Methodology, Due, PublicSite.Start.AddHours(1)));

        foreach (var address in Addresses)
        {
            var (one, other) = (await with.Get(address), await without.Get(address));
            Assert.Equal(await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await one.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(other.Headers.ToString(), one.Headers.ToString());
        }
    }

    [Fact]
    public async Task Calendar_WhenTheReleaseIsDue_LinksToIt()
    {
        await using var site = await PublicSite.Open();
        await site.Approve(SampleReleases.Of(Methodology, Due, PublicSite.Start.AddHours(1)));
        Assert.Equal("delayed", (await Entry(site, Due)).GetProperty("status").GetString());

        site.Clock.Advance(TimeSpan.FromHours(1));

        var entry = await Entry(site, Due);
        Assert.Equal(("published", $"/indices/{Methodology.Code}/2025-Q3"), (entry.GetProperty("status").GetString(), entry.GetProperty("page").GetString()));
        Assert.Contains("已发布 2025-11-24 11:00", WebUtility.HtmlDecode(await site.Text("/calendar")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_OfAMove_StrikesTheOldDateAndSaysWhy()
    {
        await using var site = await PublicSite.Open();
        var period = Due.Plus(1);
        var to = new DateTimeOffset(2026, 3, 5, 2, 0, 0, TimeSpan.Zero);
        var before = await Entry(site, period);

        await site.Move(Methodology.Code, period, to, new("一家银行数据迟到", "figures of one bank are late"));

        var page = await site.Text("/calendar");
        var old = DateTimeOffset.Parse(before.GetProperty("instant").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"<del>{Dashboard.PageModels.Figures.Instant(old)}</del>", page, StringComparison.Ordinal);
        Assert.Contains("改期：一家银行数据迟到", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(to, (await Entry(site, period)).GetProperty("moved").GetProperty("to").GetDateTimeOffset());
        Assert.Contains("Moved: figures of one bank are late", await site.Text("/calendar?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarFile_OfTheSameInstant_IsTheSameAndReadsBack()
    {
        await using var site = await PublicSite.Open();
        await site.Move(Methodology.Code, Due.Plus(1), new DateTimeOffset(2026, 3, 5, 2, 0, 0, TimeSpan.Zero), new("迟到", "late"));

        var answer = await site.Get("/calendar.ics?lang=en");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(text, await site.Text("/calendar.ics?lang=en"));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        var moved = Ical.Net.Calendar.Load(text)!.Events.Single(e => e.Uid == $"{Methodology.Code}-2025-Q4@releases");
        Assert.Equal((new DateTime(2026, 3, 5, 2, 0, 0), "late", 1), (moved.Start!.AsUtc, moved.Description, moved.Sequence));
    }

    [Fact]
    public async Task Calendar_BeforeDefinitionsAreLoaded_IsEmpty()
    {
        await using var site = await PublicSite.Open(null);

        Assert.Contains("还没有发布安排", WebUtility.HtmlDecode(await site.Text("/calendar")), StringComparison.Ordinal);
        Assert.Equal("[]", await site.Text("/api/v1/calendar"));
    }

    private static async Task<JsonElement> Entry(PublicSite site, Period period)
    {
        using var json = JsonDocument.Parse(await site.Text("/api/v1/calendar"));
        return json.RootElement.EnumerateArray().Single(e => e.GetProperty("index").GetString() == Methodology.Code && e.GetProperty("period").GetString() == period.ToString()).Clone();
    }
}
