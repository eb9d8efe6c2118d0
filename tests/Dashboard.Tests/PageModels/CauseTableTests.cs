using Dashboard.PageModels;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class CauseTableTests
{
    private static readonly Period s_period = Period.OfQuarter(2026, 3);
    private static readonly IndexMethodology s_methodology = SampleDefinitions.Composite();

    [Fact]
    public void Of_ManySmallParts_AddsUpBothWays()
    {
        var leaves = s_methodology.Leaves().ToArray();
        ChangeItem[] items = [.. leaves.SelectMany((l, i) => Enum.GetValues<ChangeCause>()
            .Select((cause, c) => new ChangeItem(l.Parent.Code, l.Indicator.Code, cause, 0.0149 + 0.001 * i - 0.0025 * c)))];

        var table = CauseTable.Of(new(s_period.Plus(-1), [.. items], []), s_period, s_methodology, Language.Chinese)!;

        Assert.Equal("2026年第二季度 → 2026年第三季度", table.Title);
        Assert.Equal(["新数据", "数据修订", "方法变更", "覆盖变化"], table.Causes);
        Assert.Equal(leaves.Length + 1, table.Rows.Length);
        var total = table.Rows[^1];
        Assert.Equal(PublishedNumber.Round(items.Sum(i => i.Points), 2), Number(total.Total).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(table.Rows, row => Assert.Equal(Number(row.Total), row.Parts.Sum(Number)));
        for (var cause = 0; cause < table.Causes.Length; cause++)
            Assert.Equal(Number(total.Parts[cause]), table.Rows[..^1].Sum(row => Number(row.Parts[cause])));
    }

    [Fact]
    public void Of_WhatWasNotSplit_IsNone() => Assert.Null(CauseTable.Of(CandidateReview.None, s_period, s_methodology, Language.Chinese));

    [Theory]
    [InlineData(true, false, "比上期变动 +20.00，为近五年变动离散度的 5.2 倍")]
    [InlineData(false, true, "超出标杆值所容范围（g = 2.40）")]
    [InlineData(true, true, "比上期变动 +20.00，为近五年变动离散度的 5.2 倍；超出标杆值所容范围（g = 2.40）")]
    public void Questions_SayWhyTheyAreAsked(bool isUnusual, bool isOutside, string reason)
    {
        var indicator = s_methodology.Root.Indicators.First();
        var query = new OutlierQuery(indicator.Code, s_period, 71, 20, 5.2, 2.4, isUnusual, isOutside);

        var question = Assert.Single(QuestionList.Of(new(null, [], [query]), s_methodology, Language.Chinese));

        Assert.Equal((indicator.Name.Chinese, "2026年第三季度", reason), (question.Indicator, question.Period, question.Reason));
    }

    private static decimal Number(string text) => text == "–" ? 0 : Figures.Exact(text.Replace('−', '-').TrimStart('+'));
}
