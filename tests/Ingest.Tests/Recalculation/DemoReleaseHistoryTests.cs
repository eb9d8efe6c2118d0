using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Recalculation;

[Collection(nameof(ReleasedDemo))]
public sealed class DemoReleaseHistoryTests(ReleasedDemo demo)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OverTheSeeds_ReleasesEveryIndexUpToTheNewestPeriodDue()
    {
        var definitions = demo.Desk.Definitions;
        var newest = (await demo.Desk.Published.Newest(demo.Desk.Clock.GetUtcNow(), Cancellation)).ToDictionary(r => r.Version.Index);

        Assert.Equal(JobOutcome.Succeeded, demo.FirstRun.Outcome);
        Assert.Equal(6, newest.Count);
        Assert.All(definitions.IndexCodes, code =>
        {
            var release = newest[code];
            Assert.Equal(ReleaseCalendar.NewestDue(definitions.Versions(code)[0], definitions.Calendar, demo.Desk.Clock.GetUtcNow()), release.Version.Period);
            Assert.Contains(release.Values, v => v.Node == code && v.Period == release.Version.Period && v.Text is not null);
        });
    }

    [Fact]
    public async Task Run_OverTheSeeds_ReleasesOnlySyntheticResultsEachAtItsOwnInstant()
    {
        var definitions = demo.Desk.Definitions;
        Assert.All(await demo.Desk.Versions(), version =>
        {
            var rule = definitions.Versions(version.Index)[0].Release!;
            Assert.Equal(Origin.Synthetic, version.Origin);
            Assert.Equal((ReleaseState.Approved, 1, ReleaseKind.Initial), (version.State, version.Number, version.Kind));
            Assert.Equal(ReleaseCalendar.Instant(rule, version.Period, definitions.Calendar), version.ReleaseAt);
            Assert.Equal(ReleaseCalendar.CutOff(rule, version.Period, definitions.Calendar), version.DataVintage);
        });
    }

    [Fact]
    public async Task Run_OverTheSeeds_GivesEveryCompositeReleaseItsUncertaintyAndNoPrice()
    {
        var now = demo.Desk.Clock.GetUtcNow();
        foreach (var code in demo.Desk.Definitions.IndexCodes)
        {
            var isPrice = demo.Desk.Definitions.Versions(code)[0].IsPrice;
            foreach (var version in await demo.Desk.Published.History(code, now, Cancellation))
            {
                var release = (await demo.Desk.Published.Find(code, version.Period, now, Cancellation))!;
                var isPublished = release.Values.Any(v => v.Node == code && v.Period == version.Period && v.Text is not null);
                Assert.Equal(isPublished && !isPrice, release.Uncertainty is not null);
            }
        }
    }

    [Fact]
    public async Task Run_ASecondTime_ChangesNothing()
    {
        var before = await demo.Desk.Versions();

        var report = await demo.Desk.ReleaseHistory();

        Assert.Equal(JobOutcome.Unchanged, report.Outcome);
        Assert.Equal(before, await demo.Desk.Versions());
    }

    [Theory]
    [InlineData(SeedProfile.Public)]
    [InlineData(SeedProfile.None)]
    public async Task Run_InAnotherProfile_ReleasesNothing(SeedProfile profile)
    {
        using var desk = new ReleaseDesk(ReleaseDesk.Only(Composite), profile);
        await desk.AppendDemo();

        Assert.Equal(JobOutcome.Unchanged, (await desk.ReleaseHistory()).Outcome);
        Assert.Empty(await desk.Versions());
    }

    [Theory]
    [InlineData(Origin.Official)]
    [InlineData(Origin.Public)]
    public async Task Run_OnFiguresThatAreNotSynthetic_LeavesEverythingToPeople(Origin origin)
    {
        using var desk = new ReleaseDesk(ReleaseDesk.Only(Composite));
        await desk.AppendDemo(origin);

        Assert.Equal(JobOutcome.Unchanged, (await desk.ReleaseHistory()).Outcome);
        Assert.Empty(await desk.Versions());
        // The same figures are enough for a value: it is their origin that holds them back.
        Assert.Equal(JobOutcome.Succeeded, (await desk.Recalculate(Composite)).Outcome);
        Assert.All(await desk.Versions(), v => Assert.Equal((ReleaseState.Candidate, origin), (v.State, v.Origin)));
    }

    private static string Composite => SeedDefinitions.All.Indices.First(i => !i.IsPrice).Code;
}
