using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Dashboard.PageModels.SitePages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.Discovery;

/// <param name="Path">Address in Chinese.</param>
/// <param name="Changed">When its content last changed; null where that is not known.</param>
public sealed record SitemapPage(string Path, DateTimeOffset? Changed);

/// <summary>All public pages, each in both languages.</summary>
public static class Sitemap
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <param name="history">All visible versions.</param>
    public static ImmutableArray<SitemapPage> Pages(Definitions? definitions, IReadOnlyList<ReleaseVersion> history)
    {
        DateTimeOffset? newest = history.Count == 0 ? null : history.Max(v => v.ReleaseAt);
        var published = definitions?.Published.Select(m => m.Code).ToList() ?? [];
        return
        [
            new(DashboardUrls.Home, newest), new(DashboardUrls.Indices, newest), new(DashboardUrls.Targets, null), new(DashboardUrls.Indicators, newest), new(DashboardUrls.Calendar, null),
            .. published.SelectMany(code => OfIndex(code, [.. history.Where(v => v.Index == code)])),
            .. IndicatorUse.All(definitions).Select(u => u.Indicator.Code).Distinct()
                .Select(code => new SitemapPage(DashboardUrls.Indicator(code), newest)),
        ];
    }

    private static IEnumerable<SitemapPage> OfIndex(string code, ReleaseVersion[] versions) =>
    [
        new(DashboardUrls.Index(code), versions.Max(v => v.ReleaseAt)),
        new(DashboardUrls.Methodology(code), null),
        .. versions.GroupBy(v => v.Period).OrderByDescending(g => g.Key).Select(g => new SitemapPage(DashboardUrls.Index(code, g.Key), g.Max(v => v.ReleaseAt))),
    ];

    public static byte[] Write(Uri host, IEnumerable<SitemapPage> pages)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("urlset", Schema);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in pages)
                foreach (var language in new[] { Language.Chinese, Language.English })
                    Write(xml, host, page, language);
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private static void Write(XmlWriter xml, Uri host, SitemapPage page, Language language)
    {
        xml.WriteStartElement("url", Schema);
        xml.WriteElementString("loc", Schema, Absolute(language));
        if (page.Changed is { } changed)
            xml.WriteElementString("lastmod", Schema, UtcText.Of(changed));
        foreach (var other in new[] { Language.Chinese, Language.English })
        {
            xml.WriteStartElement("xhtml", "link", Xhtml);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", other.Code);
            xml.WriteAttributeString("href", Absolute(other));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();

        string Absolute(Language of) => new Uri(host, DashboardUrls.In(of, page.Path)).AbsoluteUri;
    }
}
