using System.Collections.Immutable;
using System.Xml;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Formats;

/// <summary>SDMX-ML 2.1 data messages, generic and structure-specific.</summary>
internal sealed class DataXml
{
    private readonly DataMessage _message;
    private readonly XmlWriter _xml;
    private readonly bool _isGeneric;

    private DataXml(DataMessage message, XmlWriter xml, bool isGeneric) => (_message, _xml, _isGeneric) = (message, xml, isGeneric);

    internal static byte[] Write(DataMessage message, FormatKind kind) =>
        XmlParts.Document(xml => new DataXml(message, xml, kind == FormatKind.GenericXml).Write());

    // Some readers (rsdmx) look a structure up by this very identifier.
    private string StructureId => _message.Structure.Id;

    private string Namespace => $"{_message.Subject.Urn}:ObsLevelDim:{_message.Query.DimensionAtObservation}";

    private void Write()
    {
        if (_isGeneric)
            _xml.Root("GenericData", ("generic", XmlParts.Generic));
        else
            _xml.Root("StructureSpecificData", ("ss", XmlParts.StructureSpecific), ("xsi", XmlParts.Instance), ("ns1", Namespace));
        Header();
        foreach (var set in _message.Sets)
            Set(set);
        _xml.WriteEndElement();
    }

    private void Header()
    {
        _xml.StartHeader(_message.Id, _message.Prepared, _message.Flow.Agency);
        _xml.WriteStartElement("Structure", XmlParts.Message);
        _xml.WriteAttributeString("structureID", StructureId);
        if (!_isGeneric)
            _xml.WriteAttributeString("namespace", Namespace);
        _xml.WriteAttributeString("dimensionAtObservation", _message.Query.DimensionAtObservation);
        _xml.WriteStartElement(_message.IsOfStructure ? "Structure" : "StructureUsage", XmlParts.Common);
        _xml.Ref(_message.Subject);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Set(DataSet set)
    {
        _xml.WriteStartElement("DataSet", XmlParts.Message);
        if (!_isGeneric)
        {
            _xml.WriteAttributeString("type", XmlParts.Instance, "ns1:DataSetType");
            _xml.WriteAttributeString("dataScope", XmlParts.StructureSpecific, "DataStructure");
        }
        var own = _isGeneric ? null : XmlParts.StructureSpecific;
        _xml.WriteAttributeString("structureRef", own, StructureId);
        _xml.WriteAttributeString("action", own, set.Action);
        if (set.ValidFrom is { } from)
            _xml.WriteAttributeString("validFromDate", own, UtcText.Of(from));
        if (_message.IsFlat)
            foreach (var row in _message.Query.HasObservations ? set.Rows : [])
                Observation(row);
        else
            foreach (var series in _message.Series(set))
                Series(series.First(), series);
        _xml.WriteEndElement();
    }

    private void Series(DataRow first, IEnumerable<DataRow> rows)
    {
        Start("Series");
        if (_isGeneric)
        {
            Values("SeriesKey", first, _message.SeriesPlaces);
            Values("Attributes", first, _message.SeriesAttributes);
        }
        else
            Cells(first, [.. _message.SeriesPlaces, .. _message.SeriesAttributes]);
        foreach (var row in _message.Query.HasObservations ? rows : [])
            Observation(row);
        _xml.WriteEndElement();
    }

    private void Observation(DataRow row)
    {
        Start("Obs");
        if (_isGeneric)
        {
            if (_message.IsFlat)
                Values("ObsKey", row, _message.ObservationPlaces);
            else
                Value("ObsDimension", row.Cells[_message.ObservationPlaces[0]]!);
            if (_message.Query.HasMeasure && row.Cells[_message.MeasurePlace] is { } value)
                Value("ObsValue", value);
            Values("Attributes", row, _message.ObservationAttributes);
        }
        else
            Cells(row, [.. _message.ObservationPlaces, .. _message.Query.HasMeasure ? [_message.MeasurePlace] : ImmutableArray<int>.Empty, .. _message.ObservationAttributes]);
        _xml.WriteEndElement();
    }

    private void Cells(DataRow row, ImmutableArray<int> places)
    {
        foreach (var place in places)
            if (row.Cells[place] is { } cell)
                _xml.WriteAttributeString(_message.Components[place].Id, cell);
    }

    private void Values(string element, DataRow row, ImmutableArray<int> places)
    {
        var told = places.Where(p => row.Cells[p] is not null).ToArray();
        if (told.Length == 0)
            return;
        _xml.WriteStartElement(element, XmlParts.Generic);
        foreach (var place in told)
        {
            _xml.WriteStartElement("Value", XmlParts.Generic);
            _xml.WriteAttributeString("id", _message.Components[place].Id);
            _xml.WriteAttributeString("value", row.Cells[place]);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Value(string element, string value)
    {
        _xml.WriteStartElement(element, XmlParts.Generic);
        _xml.WriteAttributeString("value", value);
        _xml.WriteEndElement();
    }

    // Elements of the structure-specific namespace's base schema are unqualified.
    private void Start(string element) => _xml.WriteStartElement(element, _isGeneric ? XmlParts.Generic : "");
}
