using Dashboard.PageModels.CalendarPages;

namespace Dashboard.Api;

/// <summary>One announced release.</summary>
/// <param name="Status">published, delayed, confirmed or provisional.</param>
/// <param name="Day">In the office's clock.</param>
/// <param name="Instant">Null while the date is provisional.</param>
/// <param name="ReleasedAt">When the first version became visible; null when none is.</param>
public sealed record CalendarEntry(
    string Index, string NameZh, string? NameEn, string Period, string Status, DateOnly Day, DateTimeOffset? Instant, DateTimeOffset? ReleasedAt, CalendarMove? Moved, string Page)
{
    internal static CalendarEntry Of(AnnouncedRelease release, DateTimeOffset now)
    {
        var slot = release.Slot;
        return new(
            slot.Index, release.Name.Chinese, release.Name.English, slot.Period.ToString(), EnumName.Of(release.StateAt(now)), slot.Day, slot.Instant, release.First?.ReleaseAt,
            slot.Move is { } move ? new(slot.Planned, move.To, move.Reason.Chinese, move.Reason.English, move.At) : null,
            DashboardUrls.Index(slot.Index, release.First is null ? null : slot.Period));
    }
}

/// <param name="From">The date by the rule; null where it was provisional.</param>
public sealed record CalendarMove(DateTimeOffset? From, DateTimeOffset To, string ReasonZh, string? ReasonEn, DateTimeOffset AnnouncedAt);
