using System.Collections.Immutable;
using System.Globalization;

namespace Dashboard.PageModels.CalendarPages;

/// <summary>The public calendar in final words, month by month.</summary>
public sealed record CalendarPage(PageHead Head, ImmutableArray<CalendarMonth> Months, ImmutableArray<KeptRow> Kept)
{
    public static CalendarPage Compose(AnnouncedCalendar calendar, DateTimeOffset now, Language language) => new(
        new PageHead(language, DashboardUrls.Calendar, language["发布日历", "Release calendar"], language[
            "各指数今后十二个月的发布时间，已发布的、已确定的、暂定的和改期的。", "When each index is released in the next twelve months: published, confirmed, provisional and moved."]),
        [.. calendar.Releases.GroupBy(r => (r.Slot.Day.Year, r.Slot.Day.Month)).Select(month => new CalendarMonth(
            language[$"{month.Key.Year}年{month.Key.Month}月", new DateOnly(month.Key.Year, month.Key.Month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)],
            [.. month.Select(r => CalendarRow.Of(r, now, language))]))],
        [.. calendar.Kept.Select(k => KeptRow.Of(k.Name.In(language.IsEnglish), k.Kept))]);
}

public sealed record CalendarMonth(string Title, ImmutableArray<CalendarRow> Rows);

/// <param name="Address">Of the index, or of what was published.</param>
/// <param name="When">Instant to the minute, or the day alone.</param>
/// <param name="Before">The date before a move, struck through; null when there was none.</param>
/// <param name="Remark">Why it was moved; null when it was not.</param>
public sealed record CalendarRow(string Index, string Period, string Address, string When, string? Before, string State, string? Remark, string? ReleasedAt)
{
    public static CalendarRow Of(AnnouncedRelease release, DateTimeOffset now, Language language)
    {
        var slot = release.Slot;
        return new(
            release.Name.In(language.IsEnglish), Figures.PeriodName(slot.Period, language),
            DashboardUrls.In(language, release.First is null ? DashboardUrls.Index(slot.Index) : DashboardUrls.Index(slot.Index, slot.Period)),
            slot.Instant is { } instant ? Figures.Instant(instant) : language[$"{Day(slot.Day)}前后", $"about {Day(slot.Day)}"],
            slot.Move is null ? null : slot.Planned is { } planned ? Figures.Instant(planned) : Day(slot.Day),
            Words(release.StateAt(now), language),
            slot.Move is { } move ? language[$"改期：{move.Reason.Chinese}", $"Moved: {move.Reason.In(true)}"] : null,
            release.First?.ReleaseAt is { } at ? Figures.Instant(at) : null);
    }

    private static string Words(SlotState state, Language language) => state switch
    {
        SlotState.Published => language["已发布", "published"],
        SlotState.Delayed => language["延期，尚未发布", "delayed, not yet published"],
        SlotState.Confirmed => language["已确定", "confirmed"],
        _ => language["暂定", "provisional"],
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>How one index kept to its calendar, as counts of first releases.</summary>
public sealed record KeptRow(string Index, string OnTime, string Moved, string Late)
{
    public static KeptRow Of(string index, Indices.Releases.Calendar.Punctuality kept) =>
        new(index, Figures.Number(kept.OnTime, 0), Figures.Number(kept.Moved, 0), Figures.Number(kept.Late, 0));
}
