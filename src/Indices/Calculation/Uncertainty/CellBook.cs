using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>Collects the cells of one version that a set of periods needs; earlier cells come first.</summary>
/// <param name="layout">Null when nothing is drawn.</param>
internal sealed class CellBook(VersionTree tree, ScoreTable scores, DrawLayout? layout)
{
    private readonly Dictionary<(int Indicator, Period Period, bool IsCurrent), int> _places = [];
    private readonly ImmutableArray<ScoreCell>.Builder _cells = ImmutableArray.CreateBuilder<ScoreCell>();

    internal ImmutableArray<ScoreCell> Cells => _cells.ToImmutable();

    /// <summary>Places of the cells of all indicators in a period; null when one has no score, and the index no value.</summary>
    /// <param name="isCurrent">False for the base and overlaps, which are closed and carry no revision error.</param>
    internal int[]? Period(Period period, bool isCurrent)
    {
        var places = Enumerable.Range(0, tree.Indicators.Length).Select(indicator => Cell(indicator, period, isCurrent)).ToArray();
        return places.Contains(-1) ? null : places;
    }

    /// <summary>−1 when the indicator has no score in the period.</summary>
    private int Cell(int indicator, Period period, bool isCurrent)
    {
        if (_places.TryGetValue((indicator, period, isCurrent), out var place))
            return place;
        if (At(indicator, period) is not { Score: not null } score || Last(indicator, period) is not { } value)
            return -1;
        var cell = score.IsCovered
            ? new ScoreCell(indicator, value, value, Revision(indicator, period, isCurrent), null)
            : new ScoreCell(indicator, value, Trend(indicator, period, score.Age, value), -1, Imputed(indicator, period, isCurrent, score));
        _cells.Add(cell);
        return _places[(indicator, period, isCurrent)] = _cells.Count - 1;
    }

    private int Revision(int indicator, Period period, bool isCurrent) =>
        isCurrent && layout is not null && DrawLayout.Source(tree, scores, indicator, period) is { } source
            ? layout.RevisionOf(tree.Indicators[indicator], source) ?? -1
            : -1;

    private ImputedCell Imputed(int indicator, Period period, bool isCurrent, IndicatorScore score)
    {
        var before = period.Plus(-1);
        var siblings = tree.Siblings(indicator)
            .Where(s => IsObserved(s.Indicator, period) && IsObserved(s.Indicator, before))
            .Select(s => new MovedSibling(s.Slot, Cell(s.Indicator, period, isCurrent), Cell(s.Indicator, before, isCurrent)));
        return new(score.Used is null, Cell(indicator, before, isCurrent), [.. siblings]);
    }

    private bool IsObserved(int indicator, Period period) => At(indicator, period) is { Raw: not null, Score: not null };

    // A class mean keeps no value; the one carried before it is still the last.
    private double? Last(int indicator, Period period)
    {
        for (var at = period; At(indicator, at) is { } score; at = at.Plus(-1))
            if (score.Used is { } value)
                return value;
        return null;
    }

    private double Trend(int indicator, Period period, int age, double last)
    {
        var before = Availability.OwnPeriod(tree.Indicators[indicator], period).Plus(-age - 1);
        for (var at = period.Plus(-1); At(indicator, at) is { } score; at = at.Plus(-1))
            if (score.Raw is { } value && Availability.OwnPeriod(tree.Indicators[indicator], at) == before)
                return last * (last + age * (last - value)) > 0.0 ? last + age * (last - value) : last;
        return last;
    }

    private IndicatorScore? At(int indicator, Period period) => scores.At(tree.Version.Version, period, indicator);
}
