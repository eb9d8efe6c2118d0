using System.Text;
using System.Xml;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.Discovery;

/// <summary>Releases as an Atom feed (RFC 4287): one entry a version, corrections with their notice.</summary>
/// <param name="Path">Of the feed, in Chinese.</param>
/// <param name="Releases">Newest first.</param>
public sealed record AtomFeed(string Title, string Path, Language Language, IReadOnlyList<ReleaseContent> Releases)
{
    /// <summary>Entries of one feed.</summary>
    public const int Most = 30;

    private const string Atom = "http://www.w3.org/2005/Atom";

    public byte[] Write(Uri host, Definitions definitions, Site site)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Language.Code);
            xml.WriteElementString("title", Atom, Title);
            xml.WriteElementString("id", Atom, Absolute(host, Path));
            Link(xml, "self", Absolute(host, Path));
            // An empty feed still has to say when it changed; before anything is published that is never.
            xml.WriteElementString("updated", Atom, UtcText.Of(Releases.Count == 0 ? DateTimeOffset.UnixEpoch : Releases[0].Version.ReleasedAt()));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, site.In(Language));
            xml.WriteEndElement();
            foreach (var release in Releases)
                Entry(xml, host, release, definitions.Versions(release.Version.Index)[^1]);
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private void Entry(XmlWriter xml, Uri host, ReleaseContent release, IndexMethodology methodology)
    {
        var version = release.Version;
        var address = Absolute(host, DashboardUrls.IndexVersion(version.Index, version.Period, version.Number));
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, address);
        xml.WriteElementString("title", Atom,
            $"{methodology.Name.In(Language.IsEnglish)} {Figures.PeriodName(version.Period, Language)} · {StatusWords.Of(version.Kind, Language)}");
        Link(xml, "alternate", address);
        xml.WriteElementString("updated", Atom, UtcText.Of(version.ReleasedAt()));
        xml.WriteElementString("summary", Atom, Summary(release));
        xml.WriteEndElement();
    }

    private string Summary(ReleaseContent release)
    {
        string?[] parts =
        [
            release.IsSynthetic() ? Language["【演示数据】", "[Demonstration data]"] : null,
            release.HeadlineText(Language),
            .. release.Changes(Language).Select(c => $"{c.Name} {c.Text}"),
            ReleaseWords.Kept(release.Version.Reason, Language),
        ];
        return string.Join(Language["；", "; "], parts.OfType<string>());
    }

    private string Absolute(Uri host, string path) => new Uri(host, DashboardUrls.In(Language, path)).AbsoluteUri;

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
