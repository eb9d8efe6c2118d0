using Dashboard.PageModels;
using Dashboard.Tests.Fakes;
using Indices.Calculation.Targets;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class ScreenModelTests
{
    private static readonly DateTimeOffset Released = new(2025, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Model_OfTheSameContent_IsEqual() => Assert.Equal(Model(Origin.Official, 2720), Model(Origin.Official, 2720));

    [Fact]
    public void Model_OfAnotherValue_Differs() => Assert.NotEqual(Model(Origin.Official, 2720), Model(Origin.Official, 2721));

    [Theory]
    [InlineData(Origin.Synthetic, true)]
    [InlineData(Origin.Public, false)]
    public void Mark_OfDemonstrationData_IsShownWhenAnythingIsSynthetic(Origin origin, bool marked) =>
        Assert.Equal(marked, Model(origin, 2720).IsSynthetic);

    [Fact]
    public void Statuses_OfNoTarget_AreLeftOut()
    {
        var model = Model(Origin.Official, 2720);

        Assert.Equal([("已达成", 1), ("滞后", 1), ("数据不足", 1)], model.Statuses.Select(s => (s.Look.Word, s.Count)));
        Assert.Equal("3 项目标，1 项已达成", model.Summary);
    }

    [Fact]
    public void IndexTile_OfARelease_ShowsValueChangeAndPeriod()
    {
        var definitions = SampleDefinitions.All();
        var release = SampleReleases.Of(definitions.Versions(SampleDefinitions.CompositeCode)[^1], Period.OfQuarter(2025, 3), Released);
        var cards = IndexCard.All(definitions, [release], Released, Language.Chinese).Select(IndexTile.Of).ToList();

        var values = release.Values.Where(v => v.Node == SampleDefinitions.CompositeCode).Select(v => decimal.Parse(v.Text!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var change = values[^1] - values[^2];
        Assert.Equal(Figures.Published(release.Headline()!.Text!), cards[0].Value);
        Assert.Equal($"{Figures.Arrow((double)change, 2)} {Figures.Change((double)change, 2)}\u202f点", cards[0].Change);
        Assert.Equal(("环比", "2025年第三季度 · 初步"), (cards[0].ChangeName, cards[0].Period));
        Assert.Equal(12, cards[0].Trend.Count);
        Assert.Equal((null, "尚未发布"), (cards[1].Value, cards[1].Reason));
    }

    [Fact]
    public void Freshness_OfReleasesAndData_CanBeTraced()
    {
        var release = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2025, 3), Released).Version;
        var freshness = Freshness.Of([release], new Vintage(Released.AddDays(-3)), Released.AddDays(90), new DateOnly(2025, 11, 24), Language.Chinese);

        Assert.Equal($"最新发布 XX-CREDIT 2025-Q3 · 2025-11-24 10:00 · 指纹 {release.Fingerprint[..12]}", freshness.Releases);
        Assert.Equal("数据更新 2025-11-21 10:00（3 天前）", freshness.Data);
        Assert.Equal("下次发布 2026-02-22 10:00", freshness.Next);
    }

    [Fact]
    public void Freshness_OfNothing_SaysSo()
    {
        var freshness = Freshness.Of(Array.Empty<ReleaseVersion>(), null, null, new DateOnly(2025, 11, 24), Language.English);

        Assert.Equal(new Freshness("Nothing released yet", "No data yet", null), freshness);
    }

    private static ScreenModel Model(Origin origin, double value) => ScreenModel.Of(
        "样例平台",
        [
            Tile(SampleTargets.Standing(SampleTargets.Level, TargetStatus.Behind, value, 2765, origin: origin)),
            Tile(SampleTargets.Standing(SampleTargets.Clusters, TargetStatus.Met, 3, 3)),
            Tile(SampleTargets.Standing(SampleTargets.Count, TargetStatus.NoData, null)),
        ],
        [],
        new Freshness("", "", null),
        Language.Chinese);

    private static TargetTile Tile(TargetResult result) => TargetTile.Of(new TargetStanding(result, [], result.Target.Unit), Language.Chinese);
}
