using System.Text.Json;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Embargo;

/// <summary>The moment of a release, on a site that has no scheduler at all: what is public follows from the clock alone.</summary>
public sealed class ReleaseMomentTests
{
    private const int Releases = 1000;

    [Fact]
    public async Task Release_OfAThousand_IsNeverAMillisecondEarlyAndNeverLate()
    {
        await using var site = await PublicSite.Open();
        var methodology = SampleDefinitions.All().Indices.First(i => !i.IsPrice);
        var period = Period.Of(methodology.Frequency, 2025, 1);
        var random = new Random(7);
        var instant = PublicSite.Start;
        var (early, late) = (0, 0);
        for (var number = 1; number <= Releases; number++)
        {
            instant = instant.AddMilliseconds(random.Next(2, 40_000_000));
            await site.Approve(SampleReleases.Of(methodology, period, instant, periods: 2, number: number, kind: number == 1 ? ReleaseKind.Initial : ReleaseKind.Revision, reason: "r"));
            site.Clock.SetUtcNow(instant.AddMilliseconds(-1));
            early += await Newest(site, methodology.Code) >= number ? 1 : 0;
            site.Clock.SetUtcNow(instant);
            late += await Newest(site, methodology.Code) < number ? 1 : 0;
        }

        Assert.Equal((0, 0), (early, late));
    }

    /// <summary>0 before the first.</summary>
    private static async Task<int> Newest(PublicSite site, string code)
    {
        using var answer = await site.Get(DashboardUrls.IndexJson(code));
        if (!answer.IsSuccessStatusCode)
            return 0;
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("releaseVersion").GetInt32();
    }
}
