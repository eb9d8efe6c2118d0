using System.Collections.Frozen;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Ingest.Sources.Tables;

/// <summary>Which part of an XLSX holds which sheet.</summary>
internal static class XlsxSheets
{
    private const string Main = "xl/workbook.xml";
    private const string Relations = "xl/_rels/workbook.xml.rels";

    internal static XmlReaderSettings Strict { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The place of a sheet among all by the name of its part.</summary>
    internal static FrozenDictionary<string, int> Of(ZipArchive archive, InflationGuard guard)
    {
        var targets = Elements(archive, guard, Relations, "Relationship")
            .Select(r => (Id: (string?)r.Attribute("Id"), Target: (string?)r.Attribute("Target")))
            .Where(r => r is { Id: not null, Target: not null })
            .DistinctBy(r => r.Id).ToDictionary(r => r.Id!, r => PartOf(r.Target!));
        return Elements(archive, guard, Main, "sheet")
            .Select((sheet, place) => (Part: targets.GetValueOrDefault(IdOf(sheet) ?? ""), Place: place))
            .Where(s => s.Part is not null)
            .DistinctBy(s => s.Part, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(s => s.Part!, s => s.Place, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The library does not mind the case of names, so a scan that did would look elsewhere than it reads.</summary>
    internal static ZipArchiveEntry? Find(ZipArchive archive, string part) =>
        archive.Entries.FirstOrDefault(e => e.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));

    internal static bool CountsFrom1904(ZipArchive archive, InflationGuard guard) =>
        Elements(archive, guard, Main, "workbookPr").Any(e => (string?)e.Attribute("date1904") is "1" or "true");

    private static IEnumerable<XElement> Elements(ZipArchive archive, InflationGuard guard, string part, string name)
    {
        if (Find(archive, part) is not { } entry)
            return [];
        using var stream = guard.Watch(entry.Open(), entry.CompressedLength);
        using var reader = XmlReader.Create(stream, Strict);
        return [.. XDocument.Load(reader).Descendants().Where(e => e.Name.LocalName == name)];
    }

    private static string? IdOf(XElement sheet) => (string?)sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0);

    private static string PartOf(string target) => target.StartsWith('/') ? target[1..] : "xl/" + target;
}
