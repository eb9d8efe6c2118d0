using Dashboard.PageModels;
using Dashboard.PageModels.IndexPages;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.IndexPages;

public class UncertaintyNoteTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);
    private static readonly ReleaseContent Plain = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);
    private static readonly UncertaintyResult Drawn = SampleUncertainty.Of(Last, "1.0.0");

    [Fact]
    public void Of_AReleaseWithoutDraws_IsNotThere() => Assert.Null(UncertaintyNote.Of(Plain, SampleDefinitions.Composite(), Language.Chinese));

    [Fact]
    public void Facts_AreThePublishedIntervalThenTheDirectionThenOtherNormalisations()
    {
        Assert.Equal(
        [
            new("不确定区间", "100.80 至 101.90（5% 与 95% 分位数）。这是方法和数据的不确定区间，不是抽样置信区间。"),
            new("上升的概率", "97.0%（较2025年第二季度）"),
            new("变动的区间", "−0.13 至 +0.70"),
            new("换用其他标准化", "100.70 至 102.00，波动幅度已调至可比。"),
        ], Note(Drawn).Facts.AsEnumerable());
        Assert.Equal(
            "100.80 to 101.90 (quantiles 5% and 95%). It is an interval of method and data, not a sampling confidence interval.",
            Note(Drawn, Language.English).Facts[0].Text);
    }

    [Theory]
    [InlineData(0.0999, null)]
    [InlineData(0.1, "方向不确定")]
    [InlineData(0.54, "方向不确定")]
    [InlineData(0.9, "方向不确定")]
    [InlineData(0.9001, null)]
    public void Badge_FollowsTheMethodologysBounds(double probability, string? badge) =>
        Assert.Equal(badge, Note(SampleUncertainty.Of(Last, "1.0.0", probability)).Badge);

    [Fact]
    public void Badge_InEnglish_SaysTheSame() =>
        Assert.Equal("direction uncertain", Note(SampleUncertainty.Of(Last, "1.0.0", 0.5), Language.English).Badge);

    [Theory]
    [InlineData(1.0, "高于 99.9%")]
    [InlineData(0.0, "低于 0.1%")]
    public void Probability_OfDrawsThatAllAgree_IsNotCertainty(double probability, string text) =>
        Assert.StartsWith(text, Note(SampleUncertainty.Of(Last, "1.0.0", probability)).Facts[1].Text, StringComparison.Ordinal);

    [Fact]
    public void Sources_NameTheGreatestGroupsFirstAndLeaveOutWhatHardlyMatters()
    {
        Assert.Equal(
        [
            "换用各种方法时，数值的差异主要来自：标准化 75.0%、权重 30.0%（各自参与的方差份额，可重叠）。",
            "变动的差异主要来自：权重 33.3%。",
        ], Note(Drawn).Sources.AsEnumerable());
    }

    [Fact]
    public void Sources_EstimatedAboveTheWhole_AreShownAsTheWhole()
    {
        var table = new SobolTable(UncertainOutput.Change, 1, [new(UncertaintyGroup.Revision, new(0.99, 1.004), new(0.9, 0.95), new(1, 1.05))]);
        Assert.Equal(["变动的差异主要来自：数据修订 100.0%。"], Note(Drawn with { Sensitivity = [table] }).Sources.AsEnumerable());
    }

    [Fact]
    public void FirstPeriod_HasNoDirection()
    {
        var first = Drawn with { Previous = null, Published = new(Drawn.Published.Index, null, null), Matched = null };

        var note = Note(first);

        Assert.Null(note.Badge);
        Assert.Equal(["不确定区间"], note.Facts.Select(f => f.Name));
    }

    private static UncertaintyNote Note(UncertaintyResult drawn, Language? language = null) =>
        UncertaintyNote.Of(Plain with { Uncertainty = drawn }, SampleDefinitions.Composite(), language ?? Language.Chinese)!;
}
