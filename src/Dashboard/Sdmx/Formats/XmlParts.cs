using System.Text;
using System.Xml;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;
using Indices.Methodology;

namespace Dashboard.Sdmx.Formats;

/// <summary>What messages of SDMX-ML 2.1 have in common.</summary>
internal static class XmlParts
{
    internal const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    internal const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    internal const string Structure = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure";
    internal const string Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    internal const string StructureSpecific = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific";
    internal const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    internal static byte[] Document(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        return buffer.ToArray();
    }

    internal static void Root(this XmlWriter xml, string name, params (string Prefix, string Namespace)[] namespaces)
    {
        xml.WriteStartElement("message", name, Message);
        foreach (var (prefix, uri) in namespaces.Prepend(("common", Common)))
            xml.WriteAttributeString("xmlns", prefix, null, uri);
    }

    /// <summary>The header, left open for what some messages add.</summary>
    internal static void StartHeader(this XmlWriter xml, string id, DateTimeOffset prepared, string sender)
    {
        xml.WriteStartElement("Header", Message);
        xml.WriteElementString("ID", Message, id);
        xml.WriteElementString("Test", Message, "false");
        xml.WriteElementString("Prepared", Message, UtcText.Of(prepared));
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", sender);
        xml.WriteEndElement();
    }

    internal static void Names(this XmlWriter xml, LocalText name, Language language)
    {
        // Readers that know one language take the first.
        (string, string?)[] both = [("zh", name.Chinese), ("en", name.English)];
        foreach (var (code, text) in language.IsEnglish ? both.Reverse() : both)
            if (text is not null)
            {
                xml.WriteStartElement("Name", Common);
                xml.WriteAttributeString("xml", "lang", Xml, code);
                xml.WriteString(text);
                xml.WriteEndElement();
            }
    }

    internal static void Ref(this XmlWriter xml, Artefact artefact)
    {
        xml.WriteStartElement("Ref");
        xml.WriteAttributeString("id", artefact.Id);
        xml.WriteAttributeString("version", Artefact.Version);
        xml.WriteAttributeString("agencyID", artefact.Agency);
        xml.WriteAttributeString("package", Package(artefact.Kind));
        xml.WriteAttributeString("class", artefact.Kind.ToString());
        xml.WriteEndElement();
    }

    private static string Package(ArtefactKind kind) => kind switch
    {
        ArtefactKind.Codelist => "codelist",
        ArtefactKind.ConceptScheme => "conceptscheme",
        ArtefactKind.AgencyScheme => "base",
        _ => "datastructure",
    };
}
