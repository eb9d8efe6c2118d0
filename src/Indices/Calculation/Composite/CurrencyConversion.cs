using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>
/// Amounts in foreign currency made into yuan: flows at the average central parity of their period, stocks at that of its
/// end (methodology, section 3.3).
/// </summary>
internal sealed class CurrencyConversion
{
    private readonly DenominatorSeries _rate;

    private CurrencyConversion(DenominatorSeries rate) => _rate = rate;

    /// <summary>Null for an indicator that is not converted.</summary>
    internal static CurrencyConversion? Of(Indicator indicator, Catalogue catalogue, SeriesReader reader)
    {
        if (indicator.Transforms.FirstOrDefault() is not { Kind: TransformKind.Exchange } exchange)
            return null;
        var currency = catalogue.Currencies.First(c => c.Code == exchange.Denominator);
        var code = indicator.IsStock ? currency.End : currency.Average;
        return new(new DenominatorSeries(
            catalogue.Denominators.First(d => d.Code == code), reader.Series(code), isMean: !indicator.IsStock));
    }

    internal Reading? Of(Reading? amount, Period period) =>
        Times(amount, period.IsMergedJanuaryFebruary ? SinceJanuary(Period.OfMonth(period.Year, 2)) : _rate.At(period));

    /// <summary>A total since 1 January, at the mean of the averages since then.</summary>
    internal Reading? OfYearToDate(Reading? total, Period period) => Times(total, SinceJanuary(period));

    private Reading? SinceJanuary(Period period) =>
        Window.Sum(_rate.At, period, period.Part) is { } sum ? sum with { Value = sum.Value / period.Part } : null;

    // A rate that arrives later restates the amount, but does not make it newer.
    private static Reading? Times(Reading? amount, Reading? rate) => amount is { } value && rate is { } by
        ? value.With(by, value.Value * by.Value) with { Known = value.Known }
        : null;
}
