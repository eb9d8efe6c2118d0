using Indices.Observations;
using Indices.Sources;
using Indices.Time;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;
using Ingest.Sources.Tables;
using Ingest.Validation;

namespace Ingest.Sources.Messages;

/// <summary>Gathers what a message of a web service states, one value after the other, and makes observations or located faults of it.</summary>
internal sealed class MessageRows(FileContext context)
{
    private readonly Source _source = context.Source!;
    private readonly List<Placed<NewObservation>> _observations = [];
    private readonly List<RowFault> _faults = [];
    private readonly Dictionary<Period, string> _spelling = [];

    /// <summary>States a value. One that is empty and has no status states nothing: services list periods that are not there yet.</summary>
    internal void Add(SourceSeries series, MessageValue value)
    {
        if (value.Status.Text.Length == 0 && NumberText.IsGap(Widths.Narrow(value.Value.Text)))
            return;
        if (Read(series, value, out var fault) is { } observation)
            _observations.Add(new Placed<NewObservation>(observation, new Place(value.Row, value.Value.Name, "")));
        else
            _faults.Add(fault!);
    }

    internal void Refuse(RowFault fault) => _faults.Add(fault);

    /// <summary>Everything stated so far. A message in which no series of the source is found is refused whole: it is another message, or its names have changed.</summary>
    internal FileContent Content()
    {
        if (_observations.Count + _faults.Count == 0)
            return FileContent.Refuse(new RowFault(1, "", "", "报文中没有该来源所列的任何序列；请核对来源的“series”。", "No series that the source lists is in the message; check its 'series'."));
        var remarks = new List<RowFault>();
        var kept = Duplicates.Settle(_observations, o => (o.Series, o.Period), (a, b) => a.ValueText == b.ValueText && a.Status == b.Status,
            o => o.ValueText ?? o.Status.ToString(), _faults, remarks);
        return new(kept, [], [.. _faults.OrderBy(f => f.Row)], [], _spelling) { Remarks = remarks };
    }

    private NewObservation? Read(SourceSeries series, MessageValue stated, out RowFault? fault)
    {
        var known = context.Series?.Find(series.Indicator);
        fault = null;
        if (PeriodText.TryParse(stated.Period.Text) is not { } text || text.In(known?.Frequencies ?? []) is not { } found)
            fault = stated.Fault(stated.Period, Reasons.NotAPeriod);
        else if (StatusOf(stated) is not { } status)
            fault = stated.Fault(stated.Status, new Reason("不认识的观测状态。", "Not an observation status that is known here."));
        else
            return Observation(series, stated, found.Period, status, KnownSeries.UnitsOf(known, series.Measure), ref fault);
        return null;
    }

    private NewObservation? Observation(
        SourceSeries series, MessageValue stated, Period period, ObservationStatus status, IReadOnlyList<string> units, ref RowFault? fault)
    {
        _spelling.TryAdd(period, stated.Period.Text);
        var id = new SeriesId(
            series.Indicator, series.Measure, AreaOf(series), series.Scope ?? _source.Scope, context.Origin);
        var vintage = context.ReceivedAt ?? AvailableAt.EndOf(period.End, context.OfficeTimeZone);
        if (status.IsMissing() || status is ObservationStatus.Q)
            return new NewObservation(id, period, null, status, vintage, stated.Row);
        if (CellNumber.TryParse(Widths.Narrow(stated.Value.Text)) is not { } number)
        {
            fault = stated.Fault(stated.Value, Reasons.NotANumber);
            return null;
        }
        var converted = UnitConversion.Convert(number, stated.Value.Text, series.Unit ?? _source.Unit ?? stated.Unit, units);
        if (converted.Objection is { } objection)
            fault = stated.Fault(stated.Value, objection);
        return converted.Value is null ? null : new NewObservation(id, period, converted.Value, status, vintage, stated.Row, Conversion: converted.How);
    }

    private string AreaOf(SourceSeries series) =>
        series.Area ?? (_source.Area.Length > 0 ? _source.Area : context.Area ?? "");

    private static ObservationStatus? StatusOf(MessageValue stated) =>
        stated.Status.Text.Length == 0 ? ObservationStatus.A : CodeWords.Status(stated.Status.Text);
}

/// <summary>A value as a message states it.</summary>
/// <param name="Row">1-based place among the message's records or observations.</param>
/// <param name="Unit">Unit that the message itself gives; empty when none.</param>
internal readonly record struct MessageValue(int Row, MessageField Period, MessageField Value, MessageField Status, string Unit)
{
    internal RowFault Fault(MessageField field, Reason reason) => new(Row, field.Name, field.Text, reason.Chinese, reason.English);
}

/// <param name="Name">As the message names it; where a fault is found.</param>
internal readonly record struct MessageField(string Name, string Text)
{
    internal static MessageField None { get; } = new("", "");
}
