using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Formats;

/// <summary>SDMX-JSON data messages 1.0 and 2.x: codes by their place in lists of the values that occur.</summary>
internal sealed class DataJson
{
    private readonly DataMessage _message;
    private readonly Format _format;
    private readonly Utf8JsonWriter _json;
    private readonly ValueList[] _values;

    private DataJson(DataMessage message, Format format, Utf8JsonWriter json)
    {
        (_message, _format, _json) = (message, format, json);
        _values = [.. Enumerable.Range(0, message.Components.Length).Select(place => new ValueList(message, place))];
    }

    private bool IsFirst => _format.Kind == FormatKind.Json1;

    internal static byte[] Write(DataMessage message, Format format)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new DataJson(message, format, json).Write();
        return buffer.ToArray();
    }

    private void Write()
    {
        _json.WriteStartObject();
        _json.Meta(JsonParts.Schema(_format.Version, "data"), _message.Id, _message.Prepared, _message.Flow.Agency, _message.Language);
        _json.WriteStartObject("data");
        if (IsFirst)
        {
            _json.WritePropertyName("structure");
            Structure();
        }
        else
        {
            _json.WriteStartArray("structures");
            Structure();
            _json.WriteEndArray();
        }
        _json.WriteStartArray("dataSets");
        foreach (var set in _message.Sets)
            Set(set);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Structure()
    {
        _json.WriteStartObject();
        _json.Links(_message.Subject, _message.IsOfStructure ? "datastructure" : "dataflow");
        _json.Names(_message.Subject.Name, _message.Language);
        _json.WriteStartObject("dimensions");
        List("dataSet", []);
        List("series", _message.SeriesPlaces);
        List("observation", _message.ObservationPlaces);
        _json.WriteEndObject();
        if (!IsFirst && _message.Query.HasMeasure)
        {
            _json.WriteStartObject("measures");
            _json.WriteStartArray("observation");
            Component(_message.MeasurePlace);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }
        _json.WriteStartObject("attributes");
        List("dataSet", []);
        List("series", _message.SeriesAttributes);
        List("observation", _message.ObservationAttributes);
        _json.WriteEndObject();
        if (!IsFirst)
        {
            _json.WriteStartArray("dataSets");
            for (var i = 0; i < _message.Sets.Length; i++)
                _json.WriteNumberValue(i);
            _json.WriteEndArray();
        }
        _json.WriteEndObject();
    }

    private void List(string level, ImmutableArray<int> places)
    {
        _json.WriteStartArray(level);
        foreach (var place in places)
            Component(place);
        _json.WriteEndArray();
    }

    private void Component(int place)
    {
        var component = _message.Components[place];
        _json.WriteStartObject();
        _json.WriteString("id", component.Id);
        _json.Names(_message.Structure.NameOf(component), _message.Language);
        if (component.IsDimension)
        {
            _json.WriteNumber("keyPosition", place);
            if (component.Role == Role.Time)
            {
                _json.WriteStartArray("roles");
                _json.WriteStringValue("TIME_PERIOD");
                _json.WriteEndArray();
            }
        }
        else if (component.IsAttribute)
            _json.Relationship("relationship", component, _message.Components, IsFirst);
        if (!IsFirst && component.Codes is null)
        {
            _json.WriteStartObject("format");
            _json.WriteString("dataType", component.Type);
            _json.WriteEndObject();
        }
        if (component.Role != Role.Measure && (IsFirst || _values[place].Texts.Length > 0))
            Values(component, _values[place]);
        _json.WriteEndObject();
    }

    private void Values(Component component, ValueList values)
    {
        _json.WriteStartArray("values");
        foreach (var text in values.Texts)
        {
            _json.WriteStartObject();
            if (component.Codes?.NameOf(text) is { } name)
            {
                _json.WriteString("id", text);
                _json.Names(name, _message.Language);
            }
            else if (component.Role == Role.Time)
            {
                var period = values.Periods[text];
                if (IsFirst)
                {
                    _json.WriteString("id", text);
                    _json.WriteString("name", text);
                }
                else
                    _json.WriteString("value", text);
                _json.WriteString("start", period.Start.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
                _json.WriteString("end", period.End.ToString("yyyy-MM-dd'T23:59:59Z'", CultureInfo.InvariantCulture));
            }
            else
                _json.WriteString(IsFirst ? "name" : "value", text);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Set(DataSet set)
    {
        _json.WriteStartObject();
        if (!IsFirst)
            _json.WriteNumber("structure", 0);
        _json.WriteString("action", set.Action);
        if (set.ValidFrom is { } from)
            _json.WriteString("validFrom", UtcText.Of(from));
        if (_message.IsFlat)
            Observations(set.Rows);
        else
        {
            _json.WriteStartObject("series");
            foreach (var series in _message.Series(set))
            {
                var first = series.First();
                _json.WriteStartObject(Key(_message.SeriesPlaces, first));
                _json.WriteStartArray("attributes");
                foreach (var place in _message.SeriesAttributes)
                    Index(place, first);
                _json.WriteEndArray();
                if (_message.Query.HasObservations)
                    Observations(series);
                _json.WriteEndObject();
            }
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
    }

    private void Observations(IEnumerable<DataRow> rows)
    {
        _json.WriteStartObject("observations");
        foreach (var row in _message.Query.HasObservations ? rows : [])
        {
            _json.WriteStartArray(Key(_message.ObservationPlaces, row));
            if (_message.Query.HasMeasure)
            {
                // The published digits, zeros at the end included.
                if (row.Cells[_message.MeasurePlace] is { } value)
                    _json.WriteRawValue(value);
                else
                    _json.WriteNullValue();
            }
            foreach (var place in _message.ObservationAttributes)
                Index(place, row);
            _json.WriteEndArray();
        }
        _json.WriteEndObject();
    }

    private string Key(ImmutableArray<int> places, DataRow row) =>
        string.Join(':', places.Select(p => _values[p].Index(row.Cells[p]!).ToString(CultureInfo.InvariantCulture)));

    private void Index(int place, DataRow row)
    {
        if (row.Cells[place] is { } cell)
            _json.WriteNumberValue(_values[place].Index(cell));
        else
            _json.WriteNullValue();
    }

    /// <summary>Values of a component that occur: periods in their order, others as they first appear.</summary>
    private sealed class ValueList
    {
        private readonly Dictionary<string, int> _index;

        internal ValueList(DataMessage message, int place)
        {
            var rows = message.Sets.SelectMany(s => s.Rows).Where(r => r.Cells[place] is not null);
            if (message.Components[place].Role == Role.Time)
            {
                Periods = rows.DistinctBy(r => r.Period).ToDictionary(r => r.Cells[place]!, r => r.Period);
                Texts = [.. Periods.OrderBy(p => p.Value.Start).ThenBy(p => p.Value.End).Select(p => p.Key)];
            }
            else
                Texts = message.Components[place].Role == Role.Measure ? [] : [.. rows.Select(r => r.Cells[place]!).Distinct()];
            _index = Texts.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i, StringComparer.Ordinal);
        }

        internal ImmutableArray<string> Texts { get; }

        internal Dictionary<string, Indices.Time.Period> Periods { get; } = [];

        internal int Index(string text) => _index[text];
    }
}
