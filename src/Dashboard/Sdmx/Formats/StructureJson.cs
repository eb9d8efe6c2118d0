using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Formats;

/// <summary>SDMX-JSON structure messages 1.0 and 2.x.</summary>
internal sealed class StructureJson
{
    private readonly Found _found;
    private readonly Language _language;
    private readonly Format _format;
    private readonly Utf8JsonWriter _json;

    private StructureJson(Found found, Language language, Format format, Utf8JsonWriter json) => (_found, _language, _format, _json) = (found, language, format, json);

    private bool IsFirst => _format.Kind == FormatKind.Json1;

    internal static byte[] Write(Found found, string id, DateTimeOffset prepared, string sender, Language language, Format format)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.Meta(JsonParts.Schema(format.Version, "structure"), id, prepared, sender, language);
            json.WriteStartObject("data");
            new StructureJson(found, language, format, json).All();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private void All()
    {
        Of<ItemScheme>("agencySchemes", ArtefactKind.AgencyScheme, a => Items(a, "agencies"));
        Of<Dataflow>("dataflows", ArtefactKind.Dataflow, flow => _json.WriteString("structure", flow.Structure.Urn));
        Of<ItemScheme>("codelists", ArtefactKind.Codelist, a => Items(a, "codes"));
        Of<ItemScheme>("conceptSchemes", ArtefactKind.ConceptScheme, a => Items(a, "concepts"));
        Of<DataStructure>("dataStructures", ArtefactKind.DataStructure, Components);
        if (_found.Artefacts.OfType<Constraint>().FirstOrDefault(c => c.IsAvailability) is { } available && _format.Version == "2.1.0")
            Availability(available);
        else
            Of<Constraint>(IsFirst ? "contentConstraints" : "dataConstraints", ArtefactKind.Constraint, Region);
    }

    private void Of<T>(string container, ArtefactKind kind, Action<T> content) where T : Artefact
    {
        var artefacts = _found.Artefacts.Where(a => a.Kind == kind).Cast<T>().ToArray();
        if (artefacts.Length == 0)
            return;
        _json.WriteStartArray(container);
        foreach (var artefact in artefacts)
        {
            _json.WriteStartObject();
            _json.WriteString("id", artefact.Id);
            _json.WriteString("agencyID", artefact.Agency);
            _json.WriteString("version", Artefact.Version);
            _json.Names(artefact.Name, _language);
            Self(artefact);
            var isStub = _found.Stubs.Contains(artefact.Urn);
            if (isStub)
                _json.WriteBoolean("isExternalReference", true);
            else
                content(artefact);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Self(Artefact artefact)
    {
        _json.WriteStartArray("links");
        _json.WriteStartObject();
        _json.WriteString("rel", "self");
        _json.WriteString("urn", Urn(artefact));
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    // From SDMX 3.0 on it is a constraint of data.
    private string Urn(Artefact artefact) => IsFirst ? artefact.Urn : artefact.Urn.Replace("registry.ContentConstraint", "registry.DataConstraint", StringComparison.Ordinal);

    private void Items(ItemScheme scheme, string name)
    {
        if (scheme.IsPartial)
            _json.WriteBoolean("isPartial", true);
        _json.WriteStartArray(name);
        foreach (var item in scheme.Items)
        {
            _json.WriteStartObject();
            _json.WriteString("id", item.Id);
            _json.Names(item.Name, _language);
            if (item.Parent is { } parent && scheme.NameOf(parent) is not null)
                _json.WriteString("parent", parent);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Components(DataStructure structure)
    {
        _json.WriteStartObject("dataStructureComponents");
        _json.WriteStartObject("dimensionList");
        _json.WriteString("id", "DimensionDescriptor");
        _json.WriteStartArray("dimensions");
        foreach (var (dimension, i) in structure.Components.Where(c => c.Role == Role.Dimension).Select((c, i) => (c, i)))
            Component(structure, dimension, i, null);
        _json.WriteEndArray();
        var time = structure.Components.Single(c => c.Role == Role.Time);
        if (IsFirst)
        {
            _json.WriteStartArray("timeDimensions");
            Component(structure, time, SeriesLength(structure), null);
            _json.WriteEndArray();
        }
        else
        {
            _json.WritePropertyName("timeDimension");
            Component(structure, time, null, null);
        }
        _json.WriteEndObject();
        _json.WriteStartObject("attributeList");
        _json.WriteString("id", "AttributeDescriptor");
        _json.WriteStartArray("attributes");
        foreach (var attribute in structure.Components.Where(c => c.IsAttribute))
            Component(structure, attribute, null, () =>
            {
                _json.WriteString(IsFirst ? "assignmentStatus" : "usage", IsFirst ? "Conditional" : "optional");
                _json.Relationship("attributeRelationship", attribute, structure.Components, IsFirst);
            });
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteStartObject("measureList");
        _json.WriteString("id", "MeasureDescriptor");
        if (!IsFirst)
            _json.WriteStartArray("measures");
        else
            _json.WritePropertyName("primaryMeasure");
        Component(structure, structure.Components.Single(c => c.Role == Role.Measure), null, null);
        if (!IsFirst)
            _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private static int SeriesLength(DataStructure structure) => structure.Components.Count(c => c.Role == Role.Dimension);

    private void Component(DataStructure structure, Component component, int? position, Action? more)
    {
        _json.WriteStartObject();
        _json.WriteString("id", component.Id);
        if (position is { } place)
            _json.WriteNumber("position", place);
        if (IsFirst && component.IsDimension)
            _json.WriteString("type", component.Role == Role.Time ? "TimeDimension" : "Dimension");
        more?.Invoke();
        _json.WriteString("conceptIdentity", structure.ConceptUrn(component));
        _json.WriteStartObject("localRepresentation");
        if (component.Codes is { } codes)
            _json.WriteString("enumeration", codes.Urn);
        else
        {
            _json.WriteStartObject(IsFirst ? "textFormat" : "format");
            _json.WriteString(IsFirst ? "textType" : "dataType", component.Type);
            _json.WriteEndObject();
        }
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void Region(Constraint constraint)
    {
        if (IsFirst)
            _json.WriteString("type", "Actual");
        _json.WriteStartArray("annotations");
        Count("series_count", constraint.Series);
        Count("obs_count", constraint.Observations);
        _json.WriteEndArray();
        _json.WriteStartObject("constraintAttachment");
        _json.WriteStartArray("dataflows");
        _json.WriteStringValue(constraint.Dataflow.Urn);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteStartArray("cubeRegions");
        Cube(constraint);
        _json.WriteEndArray();
    }

    // From SDMX 3.1 on an availability is no maintained thing: it has neither name nor version.
    private void Availability(Constraint constraint)
    {
        _json.WriteStartArray("availabilityConstraints");
        _json.WriteStartObject();
        _json.WriteStartObject("constraintAttachment");
        _json.WriteString("dataflow", constraint.Dataflow.Urn);
        _json.WriteEndObject();
        _json.WritePropertyName("cubeRegion");
        Cube(constraint);
        _json.WriteNumber("seriesCount", constraint.Series);
        _json.WriteNumber("obsCount", constraint.Observations);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void Cube(Constraint constraint)
    {
        _json.WriteStartObject();
        _json.WriteBoolean(IsFirst ? "isIncluded" : "include", true);
        _json.WriteStartArray("keyValues");
        foreach (var (dimension, codes) in constraint.Values)
        {
            _json.WriteStartObject();
            _json.WriteString("id", dimension);
            _json.WriteStartArray("values");
            foreach (var code in codes)
                _json.WriteStringValue(code);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }
        if (constraint is { From: { } from, To: { } to })
        {
            _json.WriteStartObject();
            _json.WriteString("id", "TIME_PERIOD");
            _json.WriteStartObject("timeRange");
            Bound("startPeriod", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Bound("endPeriod", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Bound(string name, string day)
    {
        _json.WriteStartObject(name);
        _json.WriteString("period", day);
        _json.WriteBoolean("isInclusive", true);
        _json.WriteEndObject();
    }

    private void Count(string id, int count)
    {
        _json.WriteStartObject();
        _json.WriteString("id", id);
        _json.WriteString("title", count.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("type", "sdmx_metrics");
        _json.WriteEndObject();
    }
}
