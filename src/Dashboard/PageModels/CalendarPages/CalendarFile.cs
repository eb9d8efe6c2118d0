using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Dashboard.PageModels.CalendarPages;

/// <summary>The calendar for calendar programs (RFC 5545). The same calendar gives the same bytes.</summary>
internal static class CalendarFile
{
    private static readonly TimeSpan s_shown = TimeSpan.FromMinutes(15);

    internal static string Write(AnnouncedCalendar calendar, Language language, Site site)
    {
        var file = new Calendar { ProductId = "-//Release calendar//EN", Method = "PUBLISH" };
        file.AddProperty("X-WR-CALNAME", $"{site.In(language)} · {language["发布日历", "Release calendar"]}");
        foreach (var release in calendar.Releases)
            file.Events.Add(Event(release, language, site));
        return new CalendarSerializer().SerializeToString(file)!;
    }

    private static CalendarEvent Event(AnnouncedRelease release, Language language, Site site)
    {
        var slot = release.Slot;
        var name = $"{release.Name.In(language.IsEnglish)} {Figures.PeriodName(slot.Period, language)}";
        var entry = new CalendarEvent
        {
            Uid = $"{slot.Index}-{slot.Period}@releases",
            // When the entry was last said otherwise; now would be another file at each request.
            DtStamp = Utc(slot.Move?.At ?? new DateTimeOffset(slot.Period.End.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)),
            Sequence = slot.Move is null ? 0 : 1,
            Summary = slot.Instant is null ? $"{name}{language["（暂定）", " (provisional)"]}" : name,
            Description = slot.Move?.Reason.In(language.IsEnglish),
            Status = slot.Instant is null ? EventStatus.Tentative : EventStatus.Confirmed,
            Url = Uri.TryCreate(site.Absolute(DashboardUrls.In(language, DashboardUrls.Index(slot.Index))), UriKind.Absolute, out var address) ? address : null,
            Start = slot.Instant is { } instant ? Utc(instant) : new CalDateTime(slot.Day),
        };
        if (slot.Instant is { } from)
            entry.End = Utc(from + s_shown);
        return entry;
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime, CalDateTime.UtcTzId);
}
