using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>The transforms of one indicator in one area, composed left to right into a function of the period (methodology, section 3).</summary>
internal sealed class TransformChain
{
    private const double BasisPointsPerPercent = 100.0;

    private readonly Indicator _indicator;
    private readonly Catalogue _catalogue;
    private readonly SeriesReader _reader;
    private readonly SeriesView _value;
    private readonly SeriesView _yearOnYear;
    private readonly SeriesView _numerator;
    private readonly SeriesView _denominator;
    private readonly CurrencyConversion? _currency;
    private readonly YearToDate _yearToDate;

    internal TransformChain(Indicator indicator, Catalogue catalogue, SeriesReader reader)
    {
        (_indicator, _catalogue, _reader) = (indicator, catalogue, reader);
        _value = reader.Series(indicator.Code);
        _yearOnYear = reader.Series(indicator.Code, Measures.YearOnYear);
        _numerator = reader.Series(indicator.Code, Measures.Numerator);
        _denominator = reader.Series(indicator.Code, Measures.Denominator);
        _currency = CurrencyConversion.Of(indicator, catalogue, reader);
        _yearToDate = new(reader.Series(indicator.Code, Measures.YearToDate), _value, _currency);
    }

    /// <summary>True when growth had to be computed from levels although the source is said to publish it.</summary>
    internal bool LacksPublishedGrowth => _indicator.YearOnYearIsPublished && _yearOnYear.IsEmpty && !_value.IsEmpty
        && _indicator.Transforms.FirstOrDefault()?.Kind == TransformKind.YearOnYear;

    internal Func<Period, Reading?> Build()
    {
        Func<Period, Reading?>? series = null;
        foreach (var transform in _indicator.Transforms)
            series = Next(transform, series);
        var transformed = series ?? Own;
        // January of a series that starts the year with February carries December's value: not due, so not missing.
        return SkipsJanuary()
            ? period => transformed(period) ?? (Window.IsJanuary(period) && transformed(period.Plus(-1)) is { } december
                ? december with { Status = ObservationStatus.L } : null)
            : transformed;
    }

    private bool SkipsJanuary() => _indicator.Frequency == Frequency.Monthly
        && (!_yearToDate.IsEmpty || new[] { _value, _yearOnYear, _numerator }.Any(HasMerged));

    private static bool HasMerged(SeriesView view) => view.Observations.Any(o => o.Period.IsMergedJanuaryFebruary);

    /// <param name="before">Null while nothing but the indicator's own observations has gone in.</param>
    private Func<Period, Reading?>? Next(Transform transform, Func<Period, Reading?>? before)
    {
        var values = before is null ? Own : Unmerged(before);
        var perYear = (int)_indicator.Frequency;
        return transform.Kind switch
        {
            TransformKind.TtmSum => period => (before is null ? _yearToDate.YearEnding(period) : null) ?? Window.Sum(values, period, perYear),
            TransformKind.TtmMean => period => Divide(Window.Sum(values, period, perYear, mergedWeight: 2.0), perYear),
            TransformKind.Sum3Y => period => Window.Sum(values, period, 3 * perYear),
            TransformKind.TtmRatio => RatioOfSums(values),
            TransformKind.YearOnYear => Growth(values, before is null),
            TransformKind.Share or TransformKind.Ratio or TransformKind.Per10K or TransformKind.PerMillion or TransformKind.Spread =>
                Against(transform, values),
            // The source delivers a mean over days and a median over respondents ready made.
            // Foreign currency is converted as the observations are read.
            TransformKind.Level or TransformKind.MonthMean or TransformKind.Median or TransformKind.Exchange => before,
            _ => throw new NotSupportedException($"{_indicator.Code}: {transform.Kind} is not a transform of a composite index."),
        };
    }

    // A flow that is published as year-to-date totals alone has single periods only where the totals give them.
    private Reading? Own(Period period)
    {
        var observed = Reading.Of(_value.At(period));
        return (_currency is null ? observed : _currency.Of(observed, period)) ?? _yearToDate.Single(period);
    }

    private static Func<Period, Reading?> Raw(SeriesView view) => period => Reading.Of(view.At(period));

    private static Func<Period, Reading?> Unmerged(Func<Period, Reading?> series) =>
        period => period.IsMergedJanuaryFebruary ? null : series(period);

    private Func<Period, Reading?> RatioOfSums(Func<Period, Reading?> values)
    {
        // A source that publishes the ratio alone cannot be summed; its own figure is the best estimate there is.
        if (_numerator.IsEmpty || _denominator.IsEmpty)
            return period => values(period)?.Estimated;
        var count = (int)_indicator.Frequency;
        return period => Window.Sum(Raw(_numerator), period, count) is { } upper
            && Window.Sum(Raw(_denominator), period, count) is { Value: not 0.0 } lower
                ? upper.With(lower, 100.0 * upper.Value / lower.Value) : null;
    }

    private Func<Period, Reading?> Growth(Func<Period, Reading?> values, bool isFirst)
    {
        if (isFirst && !_yearOnYear.IsEmpty)
            return PublishedGrowth;
        return period => values(period) is { } now && values(period.YearBefore) is { Value: > 0.0 } then
            ? Flag(now.With(then, 100.0 * (now.Value / then.Value - 1.0))) : null;

        // Growth of a sum over a year is the definition; growth of a published level stands in for the published growth.
        Reading Flag(Reading growth) => isFirst ? growth.Estimated : growth;
    }

    private Reading? PublishedGrowth(Period period) => Reading.Of(_yearOnYear.At(period))
        ?? (period is { Frequency: Frequency.Monthly, Part: 2 }
            ? Reading.Of(_yearOnYear.At(Period.OfMergedJanuaryFebruary(period.Year))) : null);

    private Func<Period, Reading?> Against(Transform transform, Func<Period, Reading?> values)
    {
        var entry = _catalogue.Denominators.FirstOrDefault(d => d.Code == transform.Denominator);
        var series = new DenominatorSeries(entry, _reader.Series(transform.Denominator ?? ""), isMean: entry is { Unit: "%" });
        return period => values(period) is { } value && series.At(period) is { } lower && Compare(transform.Kind, value.Value, lower.Value) is { } result
            // A denominator that arrives later restates the ratio, but does not make the indicator's own figure newer.
            ? value.With(lower, result) with { Known = value.Known }
            : null;
    }

    private double? Compare(TransformKind kind, double value, double lower) => kind switch
    {
        TransformKind.Spread => (value - lower) * BasisPointsPerPercent,
        _ when lower == 0.0 => null,
        TransformKind.Share => 100.0 * value / lower,
        TransformKind.Per10K => 10_000.0 * value / lower,
        TransformKind.PerMillion => 1_000_000.0 * value / lower,
        _ => _indicator.Unit == "%" ? 100.0 * value / lower : value / lower,
    };

    private static Reading? Divide(Reading? sum, int count) =>
        sum is { } found ? found with { Value = found.Value / count } : null;
}
