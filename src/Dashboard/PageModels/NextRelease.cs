using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>The release calendar as announced: the period after the newest published one, by the release rule. It depends on nothing unreleased.</summary>
/// <param name="Instant">Null in a year without a holiday notice.</param>
public sealed record NextRelease(Period Period, DateTimeOffset? Instant)
{
    /// <param name="newest">Newest published period; null when nothing is published, then the first period whose instant is still to come.</param>
    public static NextRelease? Of(IndexMethodology methodology, Period? newest, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (methodology.Release is not { } rule)
            return null;
        var period = newest?.Plus(1) ?? Period.Containing(DateOnly.FromDateTime(now.UtcDateTime), methodology.Frequency).YearBefore;
        var instant = ReleaseCalendar.TryInstant(rule, period, calendar);
        for (var i = 0; newest is null && instant < now && i <= 2 * (int)methodology.Frequency; i++)
            (period, instant) = (period.Plus(1), ReleaseCalendar.TryInstant(rule, period.Plus(1), calendar));
        return new(period, instant);
    }

    public string Text(DateTimeOffset now, Language language) => Instant switch
    {
        null => language["待定", "to be announced"],
        { } due when due <= now => language[$"{Figures.Instant(due)}（延期）", $"{Figures.Instant(due)} (delayed)"],
        { } due => Figures.Instant(due),
    };
}
