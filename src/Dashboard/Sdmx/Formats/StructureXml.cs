using System.Globalization;
using System.Xml;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Formats;

/// <summary>SDMX-ML 2.1 structure messages.</summary>
internal sealed class StructureXml
{
    private readonly Found _found;
    private readonly Language _language;
    private readonly XmlWriter _xml;

    private StructureXml(Found found, Language language, XmlWriter xml) => (_found, _language, _xml) = (found, language, xml);

    internal static byte[] Write(Found found, string id, DateTimeOffset prepared, string sender, Language language) => XmlParts.Document(xml =>
    {
        xml.Root("Structure", ("structure", XmlParts.Structure));
        xml.StartHeader(id, prepared, sender);
        xml.WriteEndElement();
        xml.WriteStartElement("Structures", XmlParts.Message);
        new StructureXml(found, language, xml).All();
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    // In the order of the schema.
    private void All()
    {
        Of<ItemScheme>("OrganisationSchemes", ArtefactKind.AgencyScheme, a => Items(a, "Agency"));
        Of<Dataflow>("Dataflows", ArtefactKind.Dataflow, flow => Reference("Structure", XmlParts.Structure, flow.Structure));
        Of<ItemScheme>("Codelists", ArtefactKind.Codelist, a => Items(a, "Code"));
        Of<ItemScheme>("Concepts", ArtefactKind.ConceptScheme, a => Items(a, "Concept"));
        Of<DataStructure>("DataStructures", ArtefactKind.DataStructure, Components);
        Of<Constraint>("Constraints", ArtefactKind.Constraint, Region);
    }

    private void Of<T>(string container, ArtefactKind kind, Action<T> content) where T : Artefact
    {
        var artefacts = _found.Artefacts.Where(a => a.Kind == kind).Cast<T>().ToArray();
        if (artefacts.Length == 0)
            return;
        Start(container);
        foreach (var artefact in artefacts)
        {
            Start(kind == ArtefactKind.Constraint ? "ContentConstraint" : kind.ToString());
            Attribute("id", artefact.Id);
            Attribute("agencyID", artefact.Agency);
            Attribute("version", Artefact.Version);
            Attribute("urn", artefact.Urn);
            var isStub = _found.Stubs.Contains(artefact.Urn);
            if (isStub)
                Attribute("isExternalReference", "true");
            else if (artefact is ItemScheme { IsPartial: true })
                Attribute("isPartial", "true");
            if (kind == ArtefactKind.Constraint)
                Attribute("type", "Actual");
            _xml.Names(artefact.Name, _language);
            if (!isStub)
                content(artefact);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Items(ItemScheme scheme, string element)
    {
        foreach (var item in scheme.Items)
        {
            Start(element);
            Attribute("id", item.Id);
            _xml.Names(item.Name, _language);
            if (item.Parent is { } parent && scheme.NameOf(parent) is not null)
            {
                Start("Parent");
                _xml.WriteStartElement("Ref");
                Attribute("id", parent);
                _xml.WriteEndElement();
                _xml.WriteEndElement();
            }
            _xml.WriteEndElement();
        }
    }

    private void Components(DataStructure structure)
    {
        Start("DataStructureComponents");
        Start("DimensionList");
        Attribute("id", "DimensionDescriptor");
        foreach (var (dimension, i) in structure.Components.Where(c => c.IsDimension).Select((c, i) => (c, i)))
            Component(structure, dimension, dimension.Role == Role.Time ? "TimeDimension" : "Dimension", () =>
                Attribute("position", (i + 1).ToString(CultureInfo.InvariantCulture)), null);
        _xml.WriteEndElement();
        Start("AttributeList");
        Attribute("id", "AttributeDescriptor");
        foreach (var attribute in structure.Components.Where(c => c.IsAttribute))
            Component(structure, attribute, "Attribute", () => Attribute("assignmentStatus", "Conditional"), () => Relationship(structure, attribute));
        _xml.WriteEndElement();
        Start("MeasureList");
        Attribute("id", "MeasureDescriptor");
        Component(structure, structure.Components.Single(c => c.Role == Role.Measure), "PrimaryMeasure", null, null);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Component(DataStructure structure, Component component, string element, Action? attributes, Action? last)
    {
        Start(element);
        Attribute("id", component.Id);
        attributes?.Invoke();
        Start("ConceptIdentity");
        _xml.WriteStartElement("Ref");
        Attribute("id", component.Id);
        Attribute("maintainableParentID", structure.Concepts.Id);
        Attribute("maintainableParentVersion", Artefact.Version);
        Attribute("agencyID", structure.Concepts.Agency);
        Attribute("package", "conceptscheme");
        Attribute("class", "Concept");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        Start("LocalRepresentation");
        if (component.Codes is { } codes)
            Reference("Enumeration", XmlParts.Structure, codes);
        else
        {
            Start("TextFormat");
            Attribute("textType", component.Type);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        last?.Invoke();
        _xml.WriteEndElement();
    }

    private void Relationship(DataStructure structure, Component attribute)
    {
        Start("AttributeRelationship");
        foreach (var dimension in attribute.Role == Role.SeriesAttribute ? structure.Components.Where(c => c.Role == Role.Dimension) : [])
            Local("Dimension", dimension.Id);
        if (attribute.Role == Role.ObservationAttribute)
            Local("PrimaryMeasure", "OBS_VALUE");
        _xml.WriteEndElement();
    }

    private void Local(string element, string id)
    {
        Start(element);
        _xml.WriteStartElement("Ref");
        Attribute("id", id);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Region(Constraint constraint)
    {
        // The counts that the guidelines name for availability.
        _xml.WriteStartElement("Annotations", XmlParts.Common);
        Count("series_count", constraint.Series);
        Count("obs_count", constraint.Observations);
        _xml.WriteEndElement();
        Start("ConstraintAttachment");
        Reference("Dataflow", XmlParts.Structure, constraint.Dataflow);
        _xml.WriteEndElement();
        Start("CubeRegion");
        Attribute("include", "true");
        foreach (var (dimension, codes) in constraint.Values)
        {
            _xml.WriteStartElement("KeyValue", XmlParts.Common);
            Attribute("id", dimension);
            foreach (var code in codes)
                _xml.WriteElementString("Value", XmlParts.Common, code);
            _xml.WriteEndElement();
        }
        if (constraint is { From: { } from, To: { } to })
        {
            _xml.WriteStartElement("KeyValue", XmlParts.Common);
            Attribute("id", "TIME_PERIOD");
            _xml.WriteStartElement("TimeRange", XmlParts.Common);
            _xml.WriteElementString("StartPeriod", XmlParts.Common, from.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture));
            _xml.WriteElementString("EndPeriod", XmlParts.Common, to.ToString("yyyy-MM-dd'T23:59:59'", CultureInfo.InvariantCulture));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Count(string id, int count)
    {
        _xml.WriteStartElement("Annotation", XmlParts.Common);
        Attribute("id", id);
        _xml.WriteElementString("AnnotationTitle", XmlParts.Common, count.ToString(CultureInfo.InvariantCulture));
        _xml.WriteElementString("AnnotationType", XmlParts.Common, "sdmx_metrics");
        _xml.WriteEndElement();
    }

    private void Reference(string element, string space, Artefact artefact)
    {
        _xml.WriteStartElement(element, space);
        _xml.Ref(artefact);
        _xml.WriteEndElement();
    }

    private void Start(string element) => _xml.WriteStartElement(element, XmlParts.Structure);

    private void Attribute(string name, string value) => _xml.WriteAttributeString(name, value);
}
