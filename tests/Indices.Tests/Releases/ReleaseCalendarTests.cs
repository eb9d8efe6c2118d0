using System.Globalization;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Releases;

public sealed class ReleaseCalendarTests
{
    private static readonly ReleaseRule Quarterly = new(55, 70, new TimeOnly(10, 0), "Asia/Shanghai");

    // National Day 2025: 1 to 8 October off, Sunday 28 September and Saturday 11 October worked.
    private static readonly WorkingDayCalendar Calendar2025 = new(
        [2025, 2026],
        Enumerable.Range(1, 8).Select(day => new DateOnly(2025, 10, day)),
        [new DateOnly(2025, 9, 28), new DateOnly(2025, 10, 11)]);

    [Theory]
    [InlineData("2025-Q2", "2025-08-25T02:00:00Z")] // 24 August is a Sunday
    [InlineData("2025-Q4", "2026-03-11T02:00:00Z")] // the fourth quarter has a lag of its own
    public void Instant_QuarterWithLag_IsTenOClockInShanghaiOnAWorkingDay(string period, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), ReleaseCalendar.Instant(Quarterly, Period.Parse(period), Calendar2025));

    [Theory]
    [InlineData("2025-09-28", "2025-09-28")] // a make-up Sunday is a working day
    [InlineData("2025-10-01", "2025-10-09")]
    [InlineData("2025-10-11", "2025-10-11")] // a make-up Saturday
    [InlineData("2025-10-12", "2025-10-13")]
    public void Following_HolidayOrMakeUpDay_RollsByTheNotice(string day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), Calendar2025.Following(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void Instant_YearWithoutNotice_IsRefused()
    {
        var refused = Assert.Throws<UnknownHolidayYearException>(() => ReleaseCalendar.Instant(Quarterly, Period.Parse("2026-Q4"), Calendar2025));
        Assert.Equal(2027, refused.Year);
        Assert.Null(ReleaseCalendar.TryInstant(Quarterly, Period.Parse("2026-Q4"), Calendar2025));
    }

    [Fact]
    public void CutOff_AnyPeriod_IsMidnightInShanghaiOnTheReleaseDay() =>
        Assert.Equal("2025-08-24T16:00:00.000Z", ReleaseCalendar.CutOff(Quarterly, Period.Parse("2025-Q2"), Calendar2025).ToString());
}
