using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Cells;
using Ingest.Validation;

namespace Ingest.Sources.Csv;

using Field = ObservationColumns;

/// <summary>Rows of observations.</summary>
internal sealed class ObservationFile(FileContext context)
{
    private readonly Dictionary<SeriesId, SeriesId> _series = [];
    private readonly Dictionary<string, string> _words = [];
    private readonly Remembered<StatedPeriod?> _periods = new(PeriodText.TryParse);
    private readonly Remembered<Vintage?> _instants = new(text => AvailableAt.TryParse(text, context));

    /// <summary>How the file first spelled each period.</summary>
    internal Dictionary<Period, string> PeriodSpelling { get; } = [];

    /// <summary>The observation of a row; not meant to be used after a fault.</summary>
    internal NewObservation Read(RowReader row)
    {
        var indicator = IndicatorOf(row);
        var known = context.Series?.Find(indicator);
        var stated = MeasureOf(row);
        var (period, isYearToDate) = PeriodOf(row, known);
        if (isYearToDate && stated is Measures.Value)
            row.Refuse(Field.Measure, Reasons.NotATotal);
        var measure = stated ?? (isYearToDate ? Measures.YearToDate : Measures.Value);
        if (row.Fault is null)
            PeriodSpelling.TryAdd(period, row.Text(Field.Period));
        var series = Series(row, indicator, measure);
        var (value, status, how) = ValueAndStatus(row, KnownSeries.UnitsOf(known, measure));
        var bound = row.Value(Field.Bound, CodeWords.BoundOf, Bound.None,
            "界限须为lower、upper或approximate。", "A bound is lower, upper or approximate.");
        return new NewObservation(series, period, value, status,
            row.Fault is null ? AvailableAt.Of(row, context, period.End, _instants.Of) : default, row.Line, bound, CitationOf(row), how);
    }

    private string IndicatorOf(RowReader row)
    {
        var text = row.Required(Field.Indicator);
        return context.Series is { } series && series.Find(text) is null && series.CodeOf(text) is { } code ? code : text;
    }

    /// <summary>Null where the row leaves it to its period.</summary>
    private static string? MeasureOf(RowReader row)
    {
        if (row.Text(Field.Measure) is not { Length: > 0 } text)
            return null;
        var measure = CodeWords.Measure(text);
        if (measure is null)
            row.Refuse(Field.Measure, $"量度须为{string.Join('、', Measures.All)}。", $"A measure is one of {string.Join(", ", Measures.All)}.");
        return measure;
    }

    private (Period Period, bool IsYearToDate) PeriodOf(RowReader row, KnownSeries.Known? known)
    {
        if (_periods.Of(row.Text(Field.Period)) is not { } stated)
            row.Refuse(Field.Period, Reasons.NotAPeriod);
        else if (stated.Year is null)
            row.Refuse(Field.Period, Reasons.NoYear);
        else if (stated.In(known?.Frequencies ?? []) is { } found)
            return found;
        else
            row.Refuse(Field.Period, Reasons.NotAPeriodOfTheSeries);
        return default;
    }

    private SeriesId Series(RowReader row, string indicator, string measure)
    {
        var origin = row.Value(Field.Origin, CodeWords.OriginOf, context.Origin, Reasons.NotAnOrigin.Chinese, Reasons.NotAnOrigin.English);
        var area = row.Required(Field.Area);
        var series = new SeriesId(indicator, measure, context.Series?.AreaOf(area) ?? area, row.Words(Field.Scope), origin);
        // A file repeats a few series in many rows; one object each keeps large files small in memory.
        return _series.TryAdd(series, series) ? series : _series[series];
    }

    private (string? Value, ObservationStatus Status, Conversion? How) ValueAndStatus(RowReader row, IReadOnlyCollection<string> units)
    {
        var text = row.Text(Field.Value);
        var isGap = NumberText.IsGap(text);
        var status = row.Value(Field.Status, CodeWords.Status, isGap ? context.Blank ?? ObservationStatus.A : ObservationStatus.A,
            "状态须为A、P、E、I、B、U、Q、L、M、O之一。", "A status is one of A, P, E, I, B, U, Q, L, M, O.");
        var isWithout = status.IsMissing() || status is ObservationStatus.Q;
        if (isGap && isWithout)
            return (null, status, null);
        if (isGap)
            row.Refuse(Field.Value, "没有数值：缺失须注明状态L、M、O，不公布须注明Q。", "No value: a gap needs status L, M or O, a suppressed value Q.");
        else if (isWithout)
            row.Refuse(Field.Value, $"状态{status}表示没有数值，却填了数值。", $"Status {status} says that there is no value, but one is given.");
        var (value, how) = Number(row, text, units);
        return (value, status, how);
    }

    private static (string? Value, Conversion? How) Number(RowReader row, string text, IReadOnlyCollection<string> units)
    {
        if (CellNumber.TryParse(text) is not { } number)
        {
            row.Refuse(Field.Value, Reasons.NotANumber);
            return default;
        }
        var converted = UnitConversion.Convert(number, row.Words(Field.Value), row.Text(Field.Unit), units);
        if (converted.Objection is { } objection)
            row.Refuse(number.Unit.Length > 0 ? Field.Value : Field.Unit, objection);
        return (converted.Value, converted.How);
    }

    private Citation? CitationOf(RowReader row)
    {
        var name = row.Words(Field.SourceName);
        var address = row.Words(Field.SourceUrl);
        if (name.Length == 0 && address.Length == 0)
            return null;
        var tier = row.Text(Field.Tier).ToUpperInvariant();
        if (tier is not ("A" or "B" or "C"))
            row.Refuse(Field.Tier, "有来源的数值须注明来源等级A、B或C。", "A cited value needs a tier: A, B or C.");
        return new Citation(Once(name), Once(address), Once(tier), row.Words(Field.Label) is { Length: > 0 } label ? Once(label) : null);
    }

    private string Once(string text) => _words.TryAdd(text, text) ? text : _words[text];
}
