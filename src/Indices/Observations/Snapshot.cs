using System.Collections.Frozen;
using Indices.Time;

namespace Indices.Observations;

/// <summary>Everything known at one vintage: the newest observation of each series and period, and the deals. Immutable.</summary>
/// <remarks>
/// Selecting "as of" happens once, in the observation store; a snapshot only answers. Where an indicator has series of
/// several origins, the best origin that has any value is used alone: origins are never mixed in one series.
/// </remarks>
public sealed class Snapshot
{
    private readonly IReadOnlyDictionary<SeriesKey, SeriesView> _series;

    /// <param name="asOf">The vintage selected.</param>
    /// <param name="observations">At most one for each series and period.</param>
    /// <param name="deals">At most one for each deal code.</param>
    public Snapshot(Vintage asOf, IEnumerable<Observation> observations, IEnumerable<Deal>? deals = null)
    {
        AsOf = asOf;
        _series = observations.GroupBy(SeriesKey.Of).ToFrozenDictionary(g => g.Key, g => SeriesView.Empty.With(g));
        Deals = [.. (deals ?? []).OrderBy(d => d.PricingDate).ThenBy(d => d.Code, StringComparer.Ordinal)];
    }

    private Snapshot(Vintage asOf, IReadOnlyDictionary<SeriesKey, SeriesView> series, IReadOnlyList<Deal> deals) =>
        (AsOf, _series, Deals) = (asOf, series, deals);

    public Vintage AsOf { get; }

    /// <summary>In the order of pricing date, then code.</summary>
    public IReadOnlyList<Deal> Deals { get; }

    /// <summary>This snapshot at a later vintage. Series in which nothing arrived stay the same objects; so do the deals.</summary>
    /// <param name="asOf">Not before <see cref="AsOf"/>.</param>
    /// <param name="arrived">At most one for each series and period; each replaces what stood there.</param>
    public Snapshot With(Vintage asOf, IEnumerable<Observation> arrived)
    {
        var series = _series.ToDictionary();
        foreach (var group in arrived.GroupBy(SeriesKey.Of))
            series[group.Key] = series.GetValueOrDefault(group.Key, SeriesView.Empty).With(group);
        return new(asOf, series, Deals);
    }

    /// <summary>The areas that have any observation, in ordinal order.</summary>
    public IEnumerable<string> Areas => _series.Keys.Select(k => k.Area).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Every observation, in an order that depends on nothing but the observations themselves.</summary>
    public IEnumerable<Observation> Observations => _series
        .OrderBy(s => s.Key.Indicator, StringComparer.Ordinal)
        .ThenBy(s => s.Key.Measure, StringComparer.Ordinal)
        .ThenBy(s => s.Key.Area, StringComparer.Ordinal)
        .ThenBy(s => s.Key.Scope, StringComparer.Ordinal)
        .SelectMany(s => s.Value.Observations);

    /// <summary>The series in the scope that the methodology defines, or an empty view when there is none.</summary>
    public SeriesView Series(string indicator, string measure, string area, string scope = "") =>
        _series.GetValueOrDefault(new SeriesKey(indicator, measure, area, scope), SeriesView.Empty);

    /// <summary>The scopes other than the methodology's own in which an indicator has a series, in ordinal order.</summary>
    public IEnumerable<string> Scopes(string indicator, string measure, string area) => _series.Keys
        .Where(k => k.Indicator == indicator && k.Measure == measure && k.Area == area && k.Scope.Length > 0)
        .Select(k => k.Scope).Order(StringComparer.Ordinal);

    private readonly record struct SeriesKey(string Indicator, string Measure, string Area, string Scope)
    {
        internal static SeriesKey Of(Observation observation) =>
            new(observation.Series.Indicator, observation.Series.Measure, observation.Series.Area, observation.Series.Scope);
    }
}

/// <summary>One series of a snapshot, by period.</summary>
public sealed class SeriesView
{
    private readonly FrozenDictionary<Period, Observation> _byPeriod;

    private SeriesView(IEnumerable<Observation> observations)
    {
        _byPeriod = observations.ToFrozenDictionary(o => o.Period);
        // Periods of different frequency have no order of their own; their last days have.
        Observations = [.. _byPeriod.Values.OrderBy(o => o.Period.End).ThenBy(o => o.Period.Frequency)];
    }

    public static SeriesView Empty { get; } = new([]);

    /// <summary>This series with what arrived in it; of several origins the best alone is kept.</summary>
    internal SeriesView With(IEnumerable<Observation> arrived)
    {
        var best = arrived.GroupBy(o => o.Series.Origin).MinBy(g => g.Key)!;
        if (IsEmpty || best.Key < Observations[0].Series.Origin)
            return new(best);
        return best.Key > Observations[0].Series.Origin ? this : new(Observations.Concat(best).GroupBy(o => o.Period).Select(g => g.Last()));
    }

    /// <summary>In the order of the periods' last days.</summary>
    public IReadOnlyList<Observation> Observations { get; }

    public bool IsEmpty => Observations.Count == 0;

    public Observation? At(Period period) => _byPeriod.GetValueOrDefault(period);

    /// <summary>The value of a period, or null when there is none, it is missing, or it is only a bound.</summary>
    public double? ValueAt(Period period) => At(period) is { Bound: Bound.None } found ? found.Value : null;
}
