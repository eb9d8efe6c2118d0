using Indices.Time;

namespace Indices.Observations;

/// <summary>Every vintage of some series up to one instant, and what was known at any instant before. Immutable.</summary>
public sealed class ObservationHistory
{
    private readonly ILookup<string, Observation> _byIndicator;

    /// <param name="asOf">Later vintages are left out.</param>
    /// <param name="vintages">In any order; a series and period may have any number of vintages, and one value at each.</param>
    public ObservationHistory(Vintage asOf, IEnumerable<Observation> vintages)
    {
        AsOf = asOf;
        _byIndicator = vintages.Where(o => o.Vintage <= asOf).ToLookup(o => o.Series.Indicator);
        Newest = new Snapshot(asOf, _byIndicator.SelectMany(o => KnownAt(asOf, o)));
    }

    public Vintage AsOf { get; }

    /// <summary>What is known at <see cref="AsOf"/>.</summary>
    public Snapshot Newest { get; }

    /// <summary>What was known of some indicators at an earlier instant; nothing later than <see cref="AsOf"/>.</summary>
    public Snapshot At(Vintage instant, IEnumerable<string> indicators) =>
        new(instant, indicators.SelectMany(code => KnownAt(instant, _byIndicator[code])));

    /// <summary>The instants at which anything about some indicators became known, in time order.</summary>
    public IEnumerable<Vintage> Vintages(IEnumerable<string> indicators) =>
        indicators.SelectMany(code => _byIndicator[code]).Select(o => o.Vintage).Distinct().Order();

    private static IEnumerable<Observation> KnownAt(Vintage instant, IEnumerable<Observation> vintages) => vintages
        .Where(o => o.Vintage <= instant)
        .GroupBy(o => (o.Series, o.Period))
        .Select(g => g.MaxBy(o => o.Vintage)!);
}
