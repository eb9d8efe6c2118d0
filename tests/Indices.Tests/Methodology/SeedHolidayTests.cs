using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class SeedHolidayTests
{
    private static readonly WorkingDayCalendar s_calendar = SeedDefinitions.All.Calendar;

    [Theory]
    // Days that the State Council's notices move, one or more a year.
    [InlineData("2019-04-28", true)]
    [InlineData("2019-05-03", false)]
    [InlineData("2019-05-06", true)]
    [InlineData("2020-01-31", false)]
    [InlineData("2020-02-01", false)]
    [InlineData("2020-02-03", true)]
    [InlineData("2020-06-28", true)]
    [InlineData("2021-02-20", true)]
    [InlineData("2021-09-20", false)]
    [InlineData("2022-01-30", true)]
    [InlineData("2022-01-31", false)]
    [InlineData("2022-10-09", true)]
    [InlineData("2023-01-02", false)]
    [InlineData("2023-01-28", true)]
    [InlineData("2023-06-25", true)]
    [InlineData("2024-02-04", true)]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-16", false)]
    [InlineData("2024-10-12", true)]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-02-04", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-09-20", true)]
    public void Calendar_MovedDay_IsAsTheNoticeSays(string day, bool isWorking) =>
        Assert.Equal(isWorking, s_calendar.IsWorkingDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    // Statutory weekdays off less weekend days worked: 11 a year, 13 from 2025; two more were given in 2020.
    [InlineData(2021, 11)]
    [InlineData(2022, 11)]
    [InlineData(2024, 11)]
    [InlineData(2020, 13)]
    [InlineData(2025, 13)]
    [InlineData(2026, 13)]
    public void Calendar_Year_GivesTheStatutoryNumberOfDays(int year, int days)
    {
        var first = new DateOnly(year, 1, 1);
        var all = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(first.AddDays).ToList();
        var weekdays = all.Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(days, weekdays - all.Count(s_calendar.IsWorkingDay));
    }

    [Fact]
    public void Calendar_YearWithoutNotice_IsRefused()
    {
        Assert.Equal(Enumerable.Range(2019, 8), Enumerable.Range(2010, 40).Where(s_calendar.Knows));
        Assert.Throws<UnknownHolidayYearException>(() => s_calendar.Following(new DateOnly(2027, 1, 1)));
    }
}
