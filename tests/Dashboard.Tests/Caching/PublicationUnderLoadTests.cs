using System.Collections.Concurrent;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Caching;

/// <summary>Two indices are released at one instant while readers ask without a pause.</summary>
public sealed class PublicationUnderLoadTests
{
    private const int Readers = 8, ReadsEach = 40;

    private static readonly Period s_old = Period.OfQuarter(2025, 2);
    private static readonly Period s_new = Period.OfQuarter(2025, 3);

    [Theory]
    [InlineData("/api/v1/indices")]
    [InlineData("/")]
    [InlineData("/indices?lang=en")]
    public async Task Release_OfSeveralIndicesAtOnce_NoAnswerFailsOrMixesThem(string address)
    {
        await using var site = await PublicSite.Open();
        var instant = PublicSite.Start.AddSeconds(30);
        foreach (var methodology in new[] { SampleDefinitions.Composite(), SampleDefinitions.Price() })
        {
            await site.Approve(SampleReleases.Of(methodology, s_old, PublicSite.Start.AddDays(-90)));
            await site.Approve(SampleReleases.Of(methodology, s_new, instant));
        }
        var before = await site.Text(address);
        using var half = new CountdownEvent(Readers);
        var isReleased = 0;
        var seen = new ConcurrentBag<(bool AskedAfter, string Text)>();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 2 * ReadsEach; i++)
            {
                if (i == ReadsEach)
                    half.Signal();
                var askedAfter = Volatile.Read(ref isReleased) == 1;
                seen.Add((askedAfter, await site.Text(address)));
            }
        })).ToArray();
        half.Wait(TestContext.Current.CancellationToken);
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Volatile.Write(ref isReleased, 1);
        await Task.WhenAll(readers);

        var after = await site.Text(address);
        Assert.NotEqual(before, after);
        Assert.All(seen, answer => Assert.Equal(answer.AskedAfter || answer.Text == after ? after : before, answer.Text));
    }
}
