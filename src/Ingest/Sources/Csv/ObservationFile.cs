using Indices.Observations;
using Indices.Time;

namespace Ingest.Sources.Csv;

using Field = ObservationColumns;

/// <summary>Rows of observations.</summary>
internal sealed class ObservationFile(FileContext context)
{
    private readonly Dictionary<SeriesId, SeriesId> _series = [];
    private readonly Dictionary<string, string> _words = [];

    /// <summary>How the file first spelled each period.</summary>
    internal Dictionary<Period, string> PeriodSpelling { get; } = [];

    /// <summary>The observation of a row; not meant to be used after a fault.</summary>
    internal NewObservation Read(RowReader row)
    {
        var period = row.Value(Field.Period, Years.PeriodOf, null, Reasons.NotAPeriod.Chinese, Reasons.NotAPeriod.English);
        if (row.Fault is null)
            PeriodSpelling.TryAdd(period, row.Text(Field.Period));
        var series = Series(row);
        var (value, status) = ValueAndStatus(row);
        var bound = row.Value(Field.Bound, CodeWords.BoundOf, Bound.None,
            "界限须为lower、upper或approximate。", "A bound is lower, upper or approximate.");
        return new NewObservation(series, period, value, status,
            row.Fault is null ? AvailableAt.Of(row, context, period.End) : default, row.Line, bound, CitationOf(row));
    }

    private SeriesId Series(RowReader row)
    {
        var measure = row.Text(Field.Measure) is { Length: > 0 } text ? CodeWords.Measure(text) : Measures.Value;
        if (measure is null)
            row.Refuse(Field.Measure, $"量度须为{string.Join('、', Measures.All)}。", $"A measure is one of {string.Join(", ", Measures.All)}.");
        var origin = row.Value(Field.Origin, CodeWords.OriginOf, context.Origin, Reasons.NotAnOrigin.Chinese, Reasons.NotAnOrigin.English);
        var series = new SeriesId(row.Required(Field.Indicator), measure ?? "", row.Required(Field.Area), row.Words(Field.Scope), origin);
        // A file repeats a few series in many rows; one object each keeps large files small in memory.
        return _series.TryAdd(series, series) ? series : _series[series];
    }

    private (string? Value, ObservationStatus Status) ValueAndStatus(RowReader row)
    {
        var text = row.Text(Field.Value);
        var isGap = NumberText.IsGap(text);
        var status = row.Value(Field.Status, CodeWords.Status, isGap ? context.Blank ?? ObservationStatus.A : ObservationStatus.A,
            "状态须为A、P、E、I、B、U、Q、L、M、O之一。", "A status is one of A, P, E, I, B, U, Q, L, M, O.");
        var isWithout = status.IsMissing() || status is ObservationStatus.Q;
        if (isGap && isWithout)
            return (null, status);
        if (isGap)
            row.Refuse(Field.Value, "没有数值：缺失须注明状态L、M、O，不公布须注明Q。", "No value: a gap needs status L, M or O, a suppressed value Q.");
        else if (isWithout)
            row.Refuse(Field.Value, $"状态{status}表示没有数值，却填了数值。", $"Status {status} says that there is no value, but one is given.");
        var number = NumberText.TryNormalise(text);
        if (number is null)
            row.Refuse(Field.Value, Reasons.NotANumber.Chinese, Reasons.NotANumber.English);
        return (number, status);
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
