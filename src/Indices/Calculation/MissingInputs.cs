using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>What a period of an index still waits for. Nothing is calculated, so that many periods can be asked about at once.</summary>
public static class MissingInputs
{
    /// <summary>
    /// In file order: the indicators at least as frequent as the index without an observation for the period, be it one that says
    /// why there is no value. What comes less often is held meanwhile and not waited for. A price index waits for its first deal.
    /// </summary>
    public static ImmutableArray<MissingInput> Of(IndexMethodology methodology, Snapshot snapshot, Period period) => methodology.IsPrice
        ? HasDeals(snapshot, period) ? [] : [new(methodology.Code, methodology.Name, "", Deadlines.EndOfDueDay(period, 0))]
        : [.. methodology.Root.Indicators
            .Where(i => i.Frequency >= methodology.Frequency)
            .Select(i => (Indicator: i, Own: Availability.OwnPeriod(i, period)))
            .Where(i => !IsObserved(i.Indicator.Code, methodology.Areas[0], snapshot, i.Own))
            .Select(i => new MissingInput(
                i.Indicator.Code, i.Indicator.Name, i.Indicator.SourceAgency, Deadlines.EndOfDueDay(i.Own, i.Indicator.DueLagDays)))];

    private static bool HasDeals(Snapshot snapshot, Period period) =>
        snapshot.Deals.Any(d => d.PricingDate >= period.Start && d.PricingDate <= period.End);

    private static bool IsObserved(string code, string area, Snapshot snapshot, Period own)
    {
        Period[] stand = own is { Frequency: Frequency.Monthly, Part: <= 2 } ? [own, Period.OfMergedJanuaryFebruary(own.Year)] : [own];
        return Measures.All.Select(measure => snapshot.Series(code, measure, area)).Any(series => stand.Any(p => series.At(p) is not null));
    }
}

/// <param name="Agency">Code of the agency that is its source; empty for deals.</param>
/// <param name="DueAt">From then on it is late.</param>
public sealed record MissingInput(string Code, LocalText Name, string Agency, DateTimeOffset DueAt);
