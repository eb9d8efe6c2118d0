using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>When values are due and what was known when a period closed, in the office's fixed clock.</summary>
internal sealed class Deadlines(ReleaseRule? release, Vintage asOf)
{
    // The releasing office's zone has had no summer time since 1991; a zone database would tie results to a machine.
    private static readonly TimeSpan Office = TimeSpan.FromHours(8);

    internal DateTimeOffset AsOf => asOf.Instant;

    /// <summary>Moment of a period's release, or the snapshot's when that is earlier or nothing is released.</summary>
    internal DateTimeOffset CutOff(Period period)
    {
        if (release is null)
            return AsOf;
        var releaseAt = new DateTimeOffset(period.End.AddDays(release.LagOf(period)), release.Time, Office);
        return releaseAt < AsOf ? releaseAt : AsOf;
    }

    /// <summary>True when the day on which a value is due has passed. Without a release rule nothing is waited for.</summary>
    internal bool IsDue(Period period, int lagDays, DateTimeOffset at) => release is null || EndOfDueDay(period, lagDays) <= at;

    /// <summary>Midnight that ends the day on which a value is due.</summary>
    internal static DateTimeOffset EndOfDueDay(Period period, int lagDays) =>
        new(period.End.AddDays(lagDays + 1), TimeOnly.MinValue, Office);

    /// <summary>True when a period is over at the snapshot or lies within what is computed.</summary>
    internal bool IsOver(Period period, Period last) => period.End <= last.End || EndOfDueDay(period, 0) <= AsOf;
}
