using System.Text;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Embargo;

/// <summary>Nothing of a release that waits can be had before its instant, from any public route.</summary>
public sealed class EmbargoTests
{
    private static readonly Canary First = new(87654321.9876);

    private static readonly Canary Second = new(23456789.1234);

    private static DateTimeOffset Before => EmbargoSite.Instant.AddHours(-1);

    [Fact]
    public async Task EveryPublicRoute_HasItsLineInTheCrawl()
    {
        await using var site = await EmbargoSite.Open(Before, Canary.Published);

        Assert.True(Crawl.Missing(site.Endpoints).Count == 0, $"Add a line to Crawl.Routes for: {string.Join(", ", Crawl.Missing(site.Endpoints))}");
    }

    [Fact]
    public async Task Canary_BeforeTheInstantNowhere_AfterItOnEverySurface()
    {
        await using var site = await EmbargoSite.Open(Before, async services =>
        {
            await Canary.Published(services);
            await First.Wait(services);
        });
        var addresses = Crawl.Addresses(site.Endpoints).ToList();

        foreach (var before in new[] { Before, EmbargoSite.Instant.AddSeconds(-1), EmbargoSite.Instant.AddTicks(-1) })
        {
            site.Clock.SetUtcNow(before);
            foreach (var (address, how, with) in addresses.SelectMany(a => Crawl.Ways(a.Address)))
            {
                var answer = await site.Ask(address, with);
                Assert.NotEqual(429, answer.Status);
                Assert.True(answer.Status < 500, $"{how} {address}: {answer.Status}");
                Assert.True(First.FoundIn(answer) is null, $"{before:O}: {how} {address} shows {First.FoundIn(answer)}");
            }
        }

        site.Clock.SetUtcNow(EmbargoSite.Instant);
        var late = new List<string>();
        foreach (var address in addresses.Where(a => a.Shows).Select(a => a.Address))
            if (First.FoundIn(await site.Ask(address)) is null)
                late.Add(address);
        Assert.True(late.Count == 0, $"The release is out and not shown by {string.Join(", ", late)}");
    }

    [Fact]
    public async Task TwoWorlds_ThatDifferInWhatWaits_AnswerWithTheSameBytes()
    {
        var @base = Directory.CreateTempSubdirectory("embargo-base-");
        try
        {
            await EmbargoSite.Prepare(@base, Canary.Published);
            await using var nothing = await EmbargoSite.Open(Before, _ => Task.CompletedTask, @base);
            await using var first = await EmbargoSite.Open(Before, First.Wait, @base);
            await using var second = await EmbargoSite.Open(Before, Second.Wait, @base);

            var differing = new List<string>();
            foreach (var (address, how, with) in Crawl.Addresses(nothing.Endpoints).SelectMany(a => Crawl.Ways(a.Address)))
            {
                var answers = new List<string>();
                foreach (var site in new[] { nothing, first, second })
                    answers.Add(address.Contains(".xlsx", StringComparison.Ordinal) ? Sheets(await site.Ask(address, with)) : Shown(await site.Ask(address, with)));
                if (answers.Distinct().Count() > 1)
                    differing.Add($"{how} {address}\n{Difference(answers)}");
            }

            Assert.True(differing.Count == 0, string.Join('\n', differing));
        }
        finally
        {
            @base.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Lifetime_OfAnyAnswer_NeverCrossesTheInstant()
    {
        await using var site = await EmbargoSite.Open(Before, async services =>
        {
            await Canary.Published(services);
            await First.Wait(services);
        });
        foreach (var left in new[] { 90, 1 })
        {
            site.Clock.SetUtcNow(EmbargoSite.Instant.AddSeconds(-left));
            foreach (var address in Crawl.Addresses(site.Endpoints).Select(a => a.Address))
            {
                var kept = (await site.Ask(address)).Header("Cache-Control");
                var age = kept?.Split(", ").FirstOrDefault(part => part.StartsWith("max-age=", StringComparison.Ordinal))?[8..];
                Assert.True(age is null || int.Parse(age, System.Globalization.CultureInfo.InvariantCulture) <= left, $"{left} s before: {address}: {kept}");
            }
        }
    }

    private static string Shown(Answer answer) =>
        Crawl.Masked($"{answer.Status}\n{string.Join('\n', answer.Headers)}\n\n{Encoding.Latin1.GetString(answer.Body)}");

    /// <summary>The library draws names inside a workbook at random, and so its bytes and length change. What it holds is compared, and every header but these.</summary>
    private static string Sheets(Answer answer) =>
        $"{answer.Status}\n{string.Join('\n', answer.Headers.Where(h => !h.StartsWith("Content-Length", StringComparison.Ordinal) && !h.StartsWith("Content-Range", StringComparison.Ordinal)))}\n\n{string.Join('\n', Canary.Parts(answer).Where(p => p.Name.StartsWith("xl/worksheets/", StringComparison.Ordinal) || p.Name == "xl/sharedStrings.xml").Select(p => p.Text))}";

    private static string Difference(List<string> answers)
    {
        var other = answers.First(a => a != answers[0]);
        var at = answers[0].AsSpan().CommonPrefixLength(other);
        return $"…{answers[0][Math.Max(0, at - 80)..Math.Min(answers[0].Length, at + 80)]}…\n…{other[Math.Max(0, at - 80)..Math.Min(other.Length, at + 80)]}…";
    }
}
