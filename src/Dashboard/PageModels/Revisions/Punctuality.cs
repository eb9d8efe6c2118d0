using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.Revisions;

/// <summary>How many first releases came out at the instant of the release rule or before it.</summary>
/// <param name="Counted">Those whose instant the calendar knows.</param>
public sealed record Punctuality(int OnTime, int Counted)
{
    public static Punctuality Of(IEnumerable<ReleaseVersion> history, IndexMethodology methodology, WorkingDayCalendar calendar)
    {
        var first = methodology.Release is { } rule
            ? history.Where(v => v.Kind == ReleaseKind.Initial)
                .Select(v => (At: v.ReleasedAt(), Due: ReleaseCalendar.TryInstant(rule, v.Period, calendar)))
                .Where(v => v.Due is not null).ToArray()
            : [];
        return new(first.Count(v => v.At <= v.Due), first.Length);
    }
}
