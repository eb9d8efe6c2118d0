using Dashboard.PageModels;
using Indices.Time;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class FiguresTests
{
    [Theory]
    [InlineData(12345.65, 1, "12,345.7")]
    [InlineData(2.675, 2, "2.68")]
    [InlineData(-2.675, 2, "−2.68")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(0.1 + 0.2, 2, "0.30")]
    [InlineData(1e15, 0, "1,000,000,000,000,000")]
    public void Number_AnyValue_RoundsHalfAwayFromZeroOnTheShownDecimal(double value, int decimals, string text) =>
        Assert.Equal(text, Figures.Number(value, decimals));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Number_NotFinite_Throws(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Figures.Number(value, 1));

    [Theory]
    [InlineData(1.184, 2, "+1.18", "↑")]
    [InlineData(-0.125, 2, "−0.13", "↓")]
    [InlineData(0.004, 2, "0.00", "→")]
    [InlineData(-0.004, 2, "0.00", "→")]
    public void Change_AtItsPrecision_HasSignAndArrowTogether(double change, int decimals, string text, string arrow)
    {
        Assert.Equal(text, Figures.Change(change, decimals));
        Assert.Equal(arrow, Figures.Arrow(change, decimals));
    }

    [Theory]
    [InlineData("106.40", "106.40")]
    [InlineData("-0.12", "−0.12")]
    [InlineData("1234.5", "1,234.5")]
    [InlineData("171", "171")]
    public void Published_Text_KeepsItsDigits(string published, string text) => Assert.Equal(text, Figures.Published(published));

    [Theory]
    [InlineData("106.42", "105.24", "1.18")]
    [InlineData("100.00", "100.10", "-0.10")]
    [InlineData("99.90", "99.90", "0.00")]
    public void PublishedDifference_TwoTexts_IsWhatAReaderSubtracts(string later, string earlier, string difference) =>
        Assert.Equal(difference, Figures.PublishedDifference(later, earlier));

    [Theory]
    [InlineData("1.18", "+1.18", "↑")]
    [InlineData("-0.10", "−0.10", "↓")]
    [InlineData("0.00", "0.00", "→")]
    public void PublishedChange_Text_HasSignAndArrow(string published, string text, string arrow)
    {
        Assert.Equal(text, Figures.PublishedChange(published));
        Assert.Equal(arrow, Figures.PublishedArrow(published));
    }

    [Theory]
    [InlineData(12345.64, "亿元", false, "12,345.6\u202f亿元")]
    [InlineData(12345.64, "亿元", true, "CNY\u202f1,234.56\u202fbillion")]
    [InlineData(310, "家", false, "310\u202f家")]
    [InlineData(41.374, "%", false, "41.4%")]
    public void WithUnit_ByUnit_HasItsDecimalsAndAThinSpace(double value, string unit, bool english, string text) =>
        Assert.Equal(text, Figures.WithUnit(value, unit, new Language(english)));

    [Theory]
    [InlineData(0.0347, "次/户", "0.035\u202f次/户")]
    [InlineData(3.47, "次/户", "3.5\u202f次/户")]
    [InlineData(0.04, "%", "0.0%")]
    public void Measured_SmallValue_IsNotRoundedAway(double value, string unit, string text) =>
        Assert.Equal(text, Figures.Measured(value, unit, Language.Chinese));

    [Theory]
    [InlineData(10000, "10,000")]
    [InlineData(0.4, "0.4")]
    [InlineData(-1, "−1")]
    [InlineData(1e-9, "0.000000001")]
    public void Shortest_Parameter_HasExactlyItsDigits(double value, string text) => Assert.Equal(text, Figures.Shortest(value));

    [Theory]
    [InlineData(0.953, "95.3%")]
    [InlineData(1, "100.0%")]
    public void Share_Fraction_IsAPercentage(double share, string text) => Assert.Equal(text, Figures.Share(share));

    [Theory]
    [InlineData("2025-Q3", false, "2025年第三季度")]
    [InlineData("2025-Q3", true, "2025 Q3")]
    [InlineData("2025-09", false, "2025年9月")]
    [InlineData("2025-09", true, "Sep 2025")]
    [InlineData("2025-01~02", false, "2025年1—2月")]
    [InlineData("2025", false, "2025年")]
    public void PeriodName_ByFrequency_ReadsNaturally(string period, bool english, string text) =>
        Assert.Equal(text, Figures.PeriodName(Period.Parse(period), new Language(english)));

    [Fact]
    public void Instant_Utc_IsShownInTheOfficesClock() =>
        Assert.Equal("2025-11-24 10:00", Figures.Instant(new DateTimeOffset(2025, 11, 24, 2, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData(Frequency.Annual, false, "比上年")]
    [InlineData(Frequency.Quarterly, false, "环比")]
    [InlineData(Frequency.Monthly, true, "同比")]
    public void ChangeName_ByFrequency_SaysAgainstWhat(Frequency frequency, bool overYear, string text) =>
        Assert.Equal(text, Figures.ChangeName(frequency, overYear, Language.Chinese));
}
