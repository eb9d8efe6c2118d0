using Dashboard.PageModels.IndexPages;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.IndexPages;

public class IndexPageComposerTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);
    private static readonly DateTimeOffset Now = PublicSite.Start.AddHours(1);
    private static readonly ReleaseContent Newest = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);

    [Fact]
    public void Compose_NewestRelease_IsTaggedLatestAndLinksNowhere()
    {
        var page = Page(Newest, [Newest.Version]);

        Assert.Equal("最新一期", page.Tag);
        Assert.Null(page.Latest);
        Assert.Empty(page.Notices);
        Assert.Equal("2022年=100", page.Base);
    }

    [Fact]
    public void Compose_OlderRelease_IsTaggedAndLinksToTheLatest()
    {
        var older = SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(-1), PublicSite.Start.AddDays(-90));

        var page = Page(older, [Newest.Version, older.Version], Last.Plus(-1));

        Assert.Equal("非最新一期", page.Tag);
        Assert.Equal("/indices/XX-CREDIT", page.Latest);
        Assert.Equal("/indices/XX-CREDIT/2025-Q2", page.Head.Path);
    }

    [Fact]
    public void Compose_Facts_GiveTheMinuteAndTheNextRelease()
    {
        var facts = Page(Newest, [Newest.Version]).Facts.ToDictionary(f => f.Name, f => f.Text);

        Assert.Equal("2025-11-24 10:00", facts["发布"]);
        Assert.Equal("2025-11-24 00:00", facts["数据截至"]);
        Assert.Equal("2025年第四季度 2026-03-11 10:00", facts["下次发布"]);
        Assert.Equal(Newest.Version.Fingerprint[..12], facts["指纹"]);
    }

    [Fact]
    public void Compose_Correction_SaysSoOnTop()
    {
        var corrected = SampleReleases.Of(SampleDefinitions.Composite(), Last, Now, number: 2, kind: ReleaseKind.Correction, reason: "权重录入有误");

        var page = Page(corrected, [corrected.Version, Newest.Version]);

        Assert.Equal("更正公告：权重录入有误", Assert.Single(page.Notices).Text);
        Assert.Equal(2, page.History.Length);
        Assert.Equal("/indices/XX-CREDIT/2025-Q3/v1", page.History[1].Address);
    }

    [Fact]
    public void Compose_HeadlineWithheld_GivesTheReasonAndNoNumber()
    {
        var withheld = Newest with
        {
            Values = [new PublishedValue(Last, "XX-CREDIT", "1.0.0", null, 101.2, ObservationStatus.Q, 0.71, "覆盖率 71% 不足")],
        };

        var page = Page(withheld, [withheld.Version]);

        Assert.Null(page.Value);
        Assert.Equal("覆盖率 71% 不足", page.Withheld);
        Assert.Empty(page.Changes);
        Assert.Null(page.Chart.Series[0].Values[0]);
    }

    [Fact]
    public void Compose_DominatedIndicator_HasNoValueButAReason()
    {
        var row = Page(Newest, [Newest.Version]).Indicators.Single(i => i.Code == "I-ONEFIRM");

        Assert.Equal("–", row.Value);
        Assert.Equal("–", row.Score);
        Assert.Contains("不单列", row.Withheld, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_PriceIndex_ShowsCompanionsAndNoCellPrices()
    {
        var content = SampleReleases.Of(SampleDefinitions.Price(), Period.OfMonth(2025, 10), PublicSite.Start);

        var page = Page(content, [content.Version]);

        Assert.Equal(["3.62%", "3.60%", "171\u202fbp", "−12\u202fbp", "7.6\u202f年"], page.Companions.Select(c => c.Value));
        Assert.All(page.Groups, g => Assert.Equal("–", g.Value));
        Assert.All(page.Groups, g => Assert.NotNull(g.Withheld));
        Assert.All(page.Indicators, i => Assert.NotNull(i.Withheld));
        Assert.Empty(page.Contributions);
    }

    [Fact]
    public void Compose_SyntheticRelease_IsMarkedEverywhere()
    {
        var synthetic = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start, origin: Origin.Synthetic);

        var page = Page(synthetic, [synthetic.Version]);

        Assert.True(page.Head.IsSynthetic);
        Assert.Contains("演示数据", page.Citation, StringComparison.Ordinal);
        Assert.Contains(page.Quality, q => q.Contains("演示数据", StringComparison.Ordinal));
    }

    [Fact]
    public void Compose_MethodChange_IsMarkedInTheChart()
    {
        var changed = Newest with
        {
            Values = [.. Newest.Values.Select(v => v.Period < Period.OfQuarter(2025, 1) ? v : v with { Version = "1.1.0" })],
        };

        var chart = Page(changed, [changed.Version]).Chart;

        var mark = Assert.Single(chart.Marks);
        Assert.Equal("2025-Q1", chart.Categories[mark.Category]);
        Assert.Equal("方法 1.1.0", mark.Text);
    }

    [Fact]
    public void Empty_NothingReleased_SaysWhenItWillBe() => Assert.Equal(
        "2025年第四季度 · 2026-03-11 10:00",
        IndexPageComposer.Empty(SampleDefinitions.Composite(), SampleDefinitions.All(), new IndexRequest(null, null, Now, false, Language.Chinese)).Next);

    private static IndexPage Page(ReleaseContent content, IReadOnlyList<ReleaseVersion> history, Period? asked = null) =>
        IndexPageComposer.Compose(new IndexSource(content, null, [], history), SampleDefinitions.All(), new IndexRequest(asked, null, Now, false, Language.Chinese), new Site());
}
