using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class HolidayFileTests
{
    private const string Good =
        """
        years:
        - year: 2023
          notice: 样例〔2022〕1号
          holidays:
          - {name_zh: 元旦, from: 2022-12-31, to: 2023-01-02}
          - {name_zh: 春节, from: 2023-01-21, to: 2023-01-27, work: [2023-01-28, 2023-01-29]}
        - year: 2024
          notice: 样例〔2023〕1号
          holidays: []
        """;

    [Theory]
    [InlineData(2023, 1, 2, false)]
    [InlineData(2023, 1, 27, false)]
    [InlineData(2023, 1, 28, true)]
    [InlineData(2023, 1, 30, true)]
    [InlineData(2023, 2, 4, false)]
    [InlineData(2024, 1, 1, true)]
    public void Parse_GoodFile_GivesWorkingDays(int year, int month, int day, bool isWorking) =>
        Assert.Equal(isWorking, HolidayFile.Parse("h.yaml", Good).IsWorkingDay(new DateOnly(year, month, day)));

    [Fact]
    public void Following_LongHoliday_IsTheFirstMakeUpDay() =>
        Assert.Equal(new DateOnly(2023, 1, 28), HolidayFile.Parse("h.yaml", Good).Following(new DateOnly(2023, 1, 21)));

    [Fact]
    public void IsWorkingDay_UnknownYear_IsRefused() =>
        Assert.Equal(2025, Assert.Throws<UnknownHolidayYearException>(() => HolidayFile.Parse("h.yaml", Good).IsWorkingDay(new DateOnly(2025, 1, 2))).Year);

    [Theory]
    [InlineData("2023-01-29]", "2023-01-30]", 6, "2023-01-30 不是 2023 年安排中的周末。 2023-01-30 is not a weekend day of the notice of 2023.")]
    [InlineData("work: [2023-01-28, ", "work: [2023-01-22, ", 6, "2023-01-22 既放假又上班。 2023-01-22 is both a holiday and a working day.")]
    [InlineData("to: 2023-01-27", "to: 2023-01-20", 6, "“to”应在“from”当天或之后，且不超过 15 天。 'to' must be 'from' or later, 15 days at most.")]
    [InlineData("from: 2022-12-31", "from: 2022-12-32", 5, "“from”的“2022-12-32”不是日期（2025-12-31）。 'from': '2022-12-32' is not a date such as 2025-12-31.")]
    [InlineData("year: 2024", "year: 2023", 7, "2023 年出现两次。 Year 2023 is given twice.")]
    [InlineData("  notice: 样例〔2023〕1号\n", "", 7, "缺少必填的键“notice”。 Required key 'notice' is missing.")]
    public void Parse_BadFile_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason)
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => HolidayFile.Parse("h.yaml", Refusal.Spoil(Good, old, bad)));
        Assert.Contains($"h.yaml:{line}: {reason}", refusal.Message.Split(Environment.NewLine));
    }
}
