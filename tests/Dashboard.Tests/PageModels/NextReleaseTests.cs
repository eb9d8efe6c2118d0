using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class NextReleaseTests
{
    private static readonly WorkingDayCalendar Calendar = SampleDefinitions.All().Calendar;
    private static readonly DateTimeOffset Now = new(2025, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AfterThirdQuarter_UsesTheLagOfTheFourth()
    {
        var next = NextRelease.Of(SampleDefinitions.Composite(), Period.OfQuarter(2025, 3), Calendar, Now)!;

        Assert.Equal(Period.OfQuarter(2025, 4), next.Period);
        Assert.Equal("2026-03-11 10:00", next.Text(Now, Language.Chinese));
    }

    [Fact]
    public void Of_NothingPublished_IsTheFirstStillToCome()
    {
        var next = NextRelease.Of(SampleDefinitions.Composite(), null, Calendar, Now.AddMinutes(1))!;

        Assert.Equal(Period.OfQuarter(2025, 4), next.Period);
    }

    [Fact]
    public void Text_InstantPassed_SaysDelayed()
    {
        var next = NextRelease.Of(SampleDefinitions.Composite(), Period.OfQuarter(2025, 1), Calendar, Now)!;

        Assert.Equal("2025-08-25 10:00（延期）", next.Text(Now, Language.Chinese));
    }

    [Fact]
    public void Of_YearWithoutHolidayNotice_IsNotGuessed()
    {
        var next = NextRelease.Of(SampleDefinitions.Composite(), Period.OfQuarter(2027, 4), Calendar, Now)!;

        Assert.Null(next.Instant);
        Assert.Equal("待定", next.Text(Now, Language.Chinese));
    }

    [Fact]
    public void Of_NotPublishedByUs_IsNull() =>
        Assert.Null(NextRelease.Of(SampleDefinitions.Composite() with { Release = null }, null, Calendar, Now));
}
