using Indices.Observations;
using Indices.Time;

namespace Ingest.Demo;

/// <summary>One line of a demo file.</summary>
internal sealed record DemoRow(
    string Indicator, Period Period, decimal Value, ObservationStatus Status, DateTimeOffset AvailableAt, string Measure, string Scope);

/// <param name="DueLagDays">Days after a period until its value is due.</param>
/// <param name="IsExact">Published on the very day and never revised (market rates, cumulative counts).</param>
internal sealed record PublishedSeries(string Code, string? Agency, int DueLagDays, bool IsExact);

/// <summary>Says when each value became known and what was said before: late values, provisional and revised ones, gaps.</summary>
internal sealed class Publication(Story story)
{
    public IEnumerable<DemoRow> Rows(PublishedSeries series, IEnumerable<RawPoint> points) =>
        from point in points
        where !story.Faults.Never.Any(f => f.Series == series.Code && f.Period == point.Period.ToString())
        from row in Vintages(series, point)
        where row.AvailableAt <= story.AsOf
        select row;

    private IEnumerable<DemoRow> Vintages(PublishedSeries series, RawPoint point)
    {
        var first = FirstKnown(series, point.Period);
        DemoRow Row(decimal value, ObservationStatus status, DateTimeOffset at) =>
            new(series.Code, point.Period, value, status, at, point.Measure, point.Scope);

        var benchmarks = story.Faults.Benchmarks.Where(b => b.Series == series.Code).OrderBy(b => b.At).ToArray();
        if (benchmarks.Length > 0)
            return benchmarks
                .Where(b => b.At > first && b.Factors.ContainsKey(point.Period.Year))
                .Select(b => Row(Scaled(point.Value, b.Factors[point.Period.Year]), ObservationStatus.A, b.At))
                .Prepend(Row(point.Value, ObservationStatus.P, first));

        var random = DemoRandom.Named(story.Seed, series.Code, point.Measure, point.Period.ToString(), "revision");
        if (story.Faults.ProvisionalAgencies.Contains(series.Agency ?? ""))
            return
            [
                Row(Scaled(point.Value, 1 + story.Faults.ProvisionalSize * random.Normal()), ObservationStatus.P, first),
                Row(point.Value, ObservationStatus.A, first.AddDays(story.Faults.ProvisionalDays + random.Whole(0, 30))),
            ];
        var last = Row(point.Value, ObservationStatus.A, first);
        if (series.IsExact || random.Uniform() >= story.Faults.Revised)
            return [last];
        var revised = Row(Scaled(point.Value, 1 + story.Faults.RevisedSize * random.Normal()), ObservationStatus.A, first);
        return revised.Value == last.Value ? [last] : [revised, last with { AvailableAt = first.AddDays(random.Whole(45, 150)) }];
    }

    /// <summary>The instant at which any value of a period was known: some days before it is due, unless it is late.</summary>
    private DateTimeOffset FirstKnown(PublishedSeries series, Period period)
    {
        var random = DemoRandom.Named(story.Seed, series.Code, period.ToString(), "known");
        var early = Math.Min(DemoRandom.Named(story.Seed, series.Code, "early").Whole(2, 8) + random.Whole(0, 1), series.DueLagDays / 2);
        var late = LatenessOf(series, period, random);
        var lag = late > 0 ? series.DueLagDays + late : Math.Max(1, series.DueLagDays - early);
        return Instant(period.End, period.End.AddDays(lag), random);
    }

    private int LatenessOf(PublishedSeries series, Period period, DemoRandom random)
    {
        var told = story.Faults.Overdue.FirstOrDefault(f => f.Series == series.Code && f.Period == period.ToString());
        if (told is not null)
            return told.Days;
        var isLate = random.Uniform() < story.Faults.Late && !series.IsExact && period.Year > story.FirstYear;
        return isLate ? random.Whole(3, story.Faults.LateDays) : 0;
    }

    /// <summary>Half an hour of the working day; what would come at a weekend comes on the Friday before.</summary>
    private DateTimeOffset Instant(DateOnly end, DateOnly day, DemoRandom random)
    {
        var friday = day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => -1, DayOfWeek.Sunday => -2, _ => 0 });
        var time = new TimeOnly(9, 0).Add(TimeSpan.FromMinutes(30 * random.Whole(0, 15)));
        return new DateTimeOffset((friday > end ? friday : day).ToDateTime(time), TimeSpan.FromHours(story.UtcOffsetHours));
    }

    private static decimal Scaled(decimal value, double factor) =>
        decimal.Round(value * (decimal)factor, value.Scale, MidpointRounding.AwayFromZero);
}
