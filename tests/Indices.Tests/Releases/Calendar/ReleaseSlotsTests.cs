using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Releases.Calendar;

public sealed class ReleaseSlotsTests
{
    private static readonly IndexMethodology Methodology = SeedDefinitions.All.Versions("HZ-CMVI")[^1];
    private static readonly WorkingDayCalendar Working = SeedDefinitions.All.Calendar;
    private static readonly LocalText Reason = new("数据迟到", "late data");
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Slots_OfTwelveMonths_AreOneAPeriodOnWorkingDaysAtTheExactTime()
    {
        var slots = ReleaseSlots.Between(Methodology, Working, [], new(2025, 1, 1), new(2025, 12, 31));

        Assert.Equal(12, slots.Length);
        Assert.All(slots, slot =>
        {
            Assert.True(Working.IsWorkingDay(slot.Day));
            Assert.Equal(Methodology.Release!.Time, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(slot.Instant!.Value, OfficeClock.Zone).DateTime));
        });
    }

    [Fact]
    public void Slots_OfAYearWithoutANotice_AreProvisionalWithoutATime()
    {
        var slots = ReleaseSlots.Between(Methodology, Working, [], new(2026, 11, 24), new(2027, 11, 24));

        Assert.All(slots, slot => Assert.Equal(slot.Day.Year == 2026, slot.Instant is not null));
        Assert.Contains(slots, slot => slot.Day.Year == 2027);
        Assert.InRange(slots.Length, 11, 13);
    }

    [Fact]
    public void Slot_ThatWasMovedTwice_StandsAtTheNewestMoveAndKeepsThePlan()
    {
        var period = Period.OfMonth(2026, 10);
        var plan = ReleaseSlots.Of(Methodology, Methodology.Release!, period, Working, []);
        SlotMove To(int days) => new(Methodology.Code, period, plan.Instant!.Value.AddDays(days), Reason, "wang", Now);

        var slot = ReleaseSlots.Of(Methodology, Methodology.Release!, period, Working, [To(3), To(2), To(9) with { Index = "OTHER" }, To(9) with { Period = period.Plus(1) }]);

        Assert.Equal((plan.Instant, plan.Instant!.Value.AddDays(2)), (slot.Planned, slot.Instant!.Value));
        Assert.Equal(plan.Day.AddDays(2), slot.Day);
    }

    [Theory]
    [InlineData("2025-10-01 09:00", "节假日")]
    [InlineData("2025-10-11 09:00", null)]
    [InlineData("2025-10-12 09:00", "节假日")]
    [InlineData("2025-10-13 09:00", null)]
    [InlineData("2027-03-01 09:00", "2027年的放假安排")]
    [InlineData("2025-09-01 09:00", "已过")]
    public void Instant_OfADay_IsRefusedOnHolidaysAndUnknownYears(string shown, string? refusal)
    {
        var instant = OfficeClock.At(DateTime.Parse(shown, System.Globalization.CultureInfo.InvariantCulture));
        var now = OfficeClock.At(new DateTime(2025, 9, 15));

        if (refusal is null)
            ReleaseSlots.Check(instant, Working, now);
        else
            Assert.Contains(refusal, Assert.ThrowsAny<InvalidOperationException>(() => ReleaseSlots.Check(instant, Working, now)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Instant_OffTheFullMinute_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => ReleaseSlots.Check(Now.AddHours(1).AddSeconds(5), Working, Now));

    [Fact]
    public void Punctuality_OfFirstReleases_TellsOnTimeMovedAndLateApart()
    {
        var methodology = SampleDefinitions.Composite();
        var working = SampleDefinitions.All().Calendar;
        DateTimeOffset Slot(int quarter) => ReleaseCalendar.Instant(methodology.Release!, Period.OfQuarter(2025, quarter), working);
        ReleaseVersion Release(int quarter, TimeSpan after, int number = 1) => SampleReleases.Of(methodology, Period.OfQuarter(2025, quarter), Slot(quarter) + after, number: number).Version;
        var moved = new SlotMove(methodology.Code, Period.OfQuarter(2025, 3), Slot(3).AddDays(7), Reason, "wang", Now);

        var kept = Punctuality.Of(methodology, working, [moved],
            [Release(1, TimeSpan.Zero), Release(1, TimeSpan.FromDays(90), 2), Release(2, TimeSpan.FromMinutes(1)), Release(3, TimeSpan.FromDays(7))]);

        Assert.Equal(new Punctuality(1, 1, 1), kept);
    }
}
