using Dashboard.PageModels;
using Dashboard.PageModels.IndexPages;
using Dashboard.Tests.Fakes;
using Indices.Calculation;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Time;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class TargetOutlookTests
{
    private static readonly DateOnly s_deadline = new(2025, 12, 31);

    [Fact]
    public void Forecast_OfALevel_HasDayIntervalAndProbability()
    {
        var outlook = Outlook(Standing(SampleTargets.Level) with { Forecast = new(s_deadline, 2961.38, 2847.58, 3079.73, 0.9, 0.27215) });

        Assert.Equal("2,961.4\u202f亿元 · 27.2%", outlook.Summary);
        Assert.Equal([
            new Fact("预测（2025-12-31）", "2,961.4\u202f亿元"),
            new("90% 区间", "2,847.6\u202f亿元 至 3,079.7\u202f亿元"),
            new("达成概率", "27.2%"),
        ], outlook.Forecast);
        Assert.Empty(outlook.Verdicts);
    }

    [Fact]
    public void Forecast_OfGrowth_GivesBothReadings()
    {
        var outlook = Outlook(Standing(SampleTargets.Growth) with
        {
            Forecast = new(s_deadline, 24.2, 17.1, 31.8, 0.95, 0.9367) { EachYearProbability = 0 },
            Years = [new(2023, 24.1, true), new(2024, 18.3, false), new(2025, null, null)],
        }, Language.English);

        Assert.Equal("24.2% · 0.0%", outlook.Summary);
        Assert.Equal(["24.2%", "17.1% to 31.8%", "0.0%", "93.7%"], outlook.Forecast.Select(f => f.Text));
        Assert.Equal([new Fact("2023", "24.1% met"), new("2024", "18.3% missed"), new("2025", "–")], outlook.Years);
    }

    [Theory]
    [InlineData(0, "0.0%")]
    [InlineData(3.3e-6, "<0.1%")]
    [InlineData(0.2, "20.0%")]
    [InlineData(0.99999, ">99.9%")]
    [InlineData(1, "100.0%")]
    public void Probability_NeitherImpossibleNorCertain_IsNotShownAsSuch(double p, string text) => Assert.Equal(text, OutlookWords.Probability(p));

    [Fact]
    public void SmallCount_Expected_KeepsADecimalAndShowsItsMembers()
    {
        var outlook = Outlook(Standing(SampleTargets.Clusters) with
        {
            Forecast = new(s_deadline, 2.7894, 2, 3, 0.9, 0.7892),
            Members = [new("甲", Period.OfYear(2024), 1010, -10, true, 0.9978), new("乙", Period.OfYear(2024), 610, 390, false, null)],
        });

        Assert.Equal("2.8\u202f个 · 78.9%", outlook.Summary);
        Assert.Equal([new MemberRow("甲", "截至2024年末", "1,010.0", "已达到", "99.8%"), new("乙", "截至2024年末", "610.0", "390.0", "–")], outlook.Members);
    }

    [Fact]
    public void InYear_OfAFlow_ComparesWithTheShareOfPastYears()
    {
        var outlook = Outlook(Standing(SampleTargets.Level) with { InYear = new(Period.OfQuarter(2025, 1), 648.5, 0.22, 3, 2947.7, 659.7, 0.983) }, Language.English);

        Assert.Equal([
            new Fact("Year to date (Jan to Mar 2025)", "CNY\u202f64.85\u202fbillion"), new("Path inside the year", "CNY\u202f65.97\u202fbillion"),
            new("Share of past years by then", "22.0% (mean of 3 years)"), new("The whole year at that share", "CNY\u202f294.77\u202fbillion"),
        ], outlook.InYear);
    }

    [Fact]
    public void Verdicts_ThatDiffer_AreBothShownAndExplained()
    {
        FigureVerdict Figure(FinalVerdict verdict, double value, bool provisional, int day) => new(
            verdict, Period.OfQuarter(2025, 4), value, provisional, new Vintage(new DateTimeOffset(2026, 2, day, 0, 0, 0, TimeSpan.Zero)));

        var outlook = Outlook(Standing(SampleTargets.Level) with
        {
            Verdicts = new(Figure(FinalVerdict.NotAchieved, 2990, true, 12), Figure(FinalVerdict.Achieved, 3018, false, 20), new Warning("因修订", "revised")),
        });

        Assert.Equal("已达成；首次公布：未达成", outlook.Verdict);
        Assert.Equal([
            new VerdictRow("首次公布", "未达成", "2025年", "2,990.0\u202f亿元", "初步数", "2026-02-12"),
            new("最新修订", "已达成", "2025年", "3,018.0\u202f亿元", "最终数", "2026-02-20"),
        ], outlook.Verdicts);
        Assert.Equal("因修订", outlook.Difference);
    }

    private static TargetResult Standing(PolicyTarget target) => SampleTargets.Standing(target, TargetStatus.OnTrack, target.Goal);

    private static TargetOutlook Outlook(TargetResult result, Language? language = null) => TargetOutlook.Of(result, language ?? Language.Chinese);
}
