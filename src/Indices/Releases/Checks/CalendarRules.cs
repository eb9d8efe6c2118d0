using System.Globalization;
using Indices.Time;

namespace Indices.Releases.Checks;

internal static class CalendarRules
{
    internal static ChecklistItem? Instant(ChecklistFacts facts) =>
        facts is { Version.Kind: ReleaseKind.Initial, Slot: { } slot } && facts.ReleaseAt != slot
            ? new("off-calendar", false, new($"不是日历公布的时间 {Shown(slot)}。", $"It is not the announced instant {Shown(slot)}."))
            : null;

    internal static ChecklistItem? NextDate(ChecklistFacts facts) => facts.NextInstant is null
        ? new("next-date", false, new("下一期的发布时间尚不能确定。", "The date of the next release is not known."))
        : null;

    private static string Shown(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, OfficeClock.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
