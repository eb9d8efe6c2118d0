using Indices.Time;
using Ingest.Sources.Cells;
using Xunit;

namespace Ingest.Tests.Sources.Cells;

public class PeriodTextTests
{
    [Theory]
    [InlineData("2024", Frequency.Annual, "2024", false)]
    [InlineData("2024年", Frequency.Annual, "2024", false)]
    [InlineData("2024年度", Frequency.Annual, "2024", false)]
    [InlineData("二〇二四年", Frequency.Annual, "2024", false)]
    [InlineData("2024-Q3", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024Q3", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024年Q3", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024年三季度", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024年第3季度", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024年 第三季度", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("２０２４年３季度", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024年三季度末", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024-09", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024/9", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024.09", Frequency.Monthly, "2024-09", false)]
    [InlineData("202409", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024年9月", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024年9月份", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024年十一月", Frequency.Monthly, "2024-11", false)]
    [InlineData("2024-09-01", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024-09-30", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024年9月30日", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024-01~02", Frequency.Monthly, "2024-01~02", false)]
    [InlineData("2024年1—2月", Frequency.Monthly, "2024-01~02", false)]
    [InlineData("2024年1-2月", Frequency.Monthly, "2024-01~02", false)]
    [InlineData("2024年1－2月", Frequency.Monthly, "2024-01~02", false)]
    [InlineData("2024年1至2月", Frequency.Monthly, "2024-01~02", false)]
    [InlineData("2024年1-2月累计", Frequency.Monthly, "2024-01~02", true)]
    [InlineData("2024年1-9月", Frequency.Monthly, "2024-09", true)]
    [InlineData("2024年1月～9月", Frequency.Monthly, "2024-09", true)]
    [InlineData("2024年1—9月累计", Frequency.Quarterly, "2024-Q3", true)]
    [InlineData("2024年前9个月", Frequency.Monthly, "2024-09", true)]
    [InlineData("2024年9月累计", Frequency.Monthly, "2024-09", true)]
    [InlineData("2024年上半年", Frequency.Quarterly, "2024-Q2", true)]
    [InlineData("2024年上半年", Frequency.Monthly, "2024-06", true)]
    [InlineData("2024年前三季度", Frequency.Quarterly, "2024-Q3", true)]
    [InlineData("2024年前三季度", Frequency.Monthly, "2024-09", true)]
    [InlineData("2024年一至三季度", Frequency.Quarterly, "2024-Q3", true)]
    [InlineData("2024年一季度累计", Frequency.Quarterly, "2024-Q1", true)]
    [InlineData("2024年一季度", Frequency.Monthly, "2024-03", true)]
    [InlineData("2024年全年", Frequency.Quarterly, "2024-Q4", true)]
    [InlineData("2024年1-12月", Frequency.Annual, "2024", false)]
    [InlineData("2024年全年", Frequency.Annual, "2024", false)]
    [InlineData("截至2024年9月末", Frequency.Monthly, "2024-09", false)]
    [InlineData("2024年9月末", Frequency.Quarterly, "2024-Q3", false)]
    [InlineData("2024年6月底", Frequency.Quarterly, "2024-Q2", false)]
    [InlineData("2024年末", Frequency.Annual, "2024", false)]
    [InlineData("2024年年底", Frequency.Quarterly, "2024-Q4", false)]
    public void Period_InAnyOfTheForms_IsReadAtTheFrequencyOfItsSeries(string text, Frequency frequency, string period, bool isYearToDate)
    {
        var stated = PeriodText.TryParse(text);

        Assert.NotNull(stated);
        Assert.Equal((Period.Parse(period), isYearToDate), stated.Value.In([frequency]));
    }

    [Theory]
    [InlineData("1-9月累计", "2024-09", true)]
    [InlineData("截至9月末", "2024-09", false)]
    [InlineData("9月", "2024-09", false)]
    [InlineData("上半年", "2024-06", true)]
    [InlineData("年末", "2024-12", false)]
    public void Period_WithoutAYear_TakesItFromItsTable(string text, string period, bool isYearToDate)
    {
        var stated = PeriodText.TryParse(text)!.Value;

        Assert.Null(stated.Year);
        Assert.Null(stated.In([Frequency.Monthly]));
        Assert.Equal((Period.Parse(period), isYearToDate), (stated with { Year = 2024 }).In([Frequency.Monthly]));
    }

    [Theory]
    [InlineData("2024年1-8月", Frequency.Quarterly)]
    [InlineData("2024年8月末", Frequency.Quarterly)]
    [InlineData("2024年上半年", Frequency.Annual)]
    public void Period_ThatEndsNoPeriodOfTheSeries_HasNone(string text, Frequency frequency) =>
        Assert.Null(PeriodText.TryParse(text)!.Value.In([frequency]));

    [Theory]
    [InlineData("")]
    [InlineData("时期")]
    [InlineData("24年9月")]
    [InlineData("2024年13月")]
    [InlineData("2024年5季度")]
    [InlineData("2024.1")]
    [InlineData("2024-09-15")]
    [InlineData("2024年下半年")]
    [InlineData("2024年累计")]
    [InlineData("2024-2025年")]
    [InlineData("0204年9月")]
    [InlineData("去年同期")]
    [InlineData("2024年3-5月")]
    public void Text_ThatIsNoPeriod_IsNone(string text) => Assert.Null(PeriodText.TryParse(text));
}
