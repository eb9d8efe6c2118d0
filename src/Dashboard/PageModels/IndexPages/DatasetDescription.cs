using System.Text.Json.Nodes;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>The release as <c>schema.org/Dataset</c>, from which search engines of data sets read.</summary>
public static class DatasetDescription
{
    public static string Of(ReleaseContent content, IndexMethodology methodology, Language language, Site site)
    {
        var version = content.Version;
        var name = methodology.Name.In(language.IsEnglish);
        var series = content.Node(version.Index).ToArray();
        var dataset = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["name"] = $"{name} {Figures.PeriodName(version.Period, language)}",
            ["description"] = Long(methodology.PurposeIn(language.IsEnglish), name, language),
            ["url"] = site.Absolute(DashboardUrls.In(language, DashboardUrls.Index(version.Index, version.Period))),
            ["identifier"] = version.Fingerprint,
            ["version"] = $"{version.Period} v{version.Number}",
            ["inLanguage"] = language.Code,
            ["isAccessibleForFree"] = true,
            ["datePublished"] = UtcText.Of(version.ReleasedAt()),
            ["dateModified"] = UtcText.Of(version.ReleasedAt()),
            ["temporalCoverage"] = series.Length == 0 ? null : $"{series[0].Period.Start:yyyy-MM-dd}/{version.Period.End:yyyy-MM-dd}",
            ["variableMeasured"] = name,
            ["measurementTechnique"] = site.Absolute(DashboardUrls.In(language, DashboardUrls.MethodologyVersion(version.Index, version.MethodologyVersion))),
            ["creator"] = new JsonObject { ["@type"] = "Organization", ["name"] = site.Office.Sponsor ?? site.In(language) },
            ["distribution"] = new JsonArray([.. Files(version, site)]),
        };
        if (site.License is { } license)
            dataset["license"] = license.AbsoluteUri;
        // The default encoder escapes <, > and &, so that no text can end the script element.
        return dataset.ToJsonString();
    }

    private static IEnumerable<JsonNode> Files(ReleaseVersion version, Site site) => ReleaseFiles.All.Select(file => new JsonObject
    {
        ["@type"] = "DataDownload",
        ["encodingFormat"] = file.MediaType,
        ["contentUrl"] = site.Absolute(DashboardUrls.VersionFile(version.Index, version.Period, version.Number, file.Name)),
    });

    /// <summary>Search engines ask for at least fifty characters.</summary>
    private static string Long(string purpose, string name, Language language) => language[
        $"{name}：{purpose} 已发布的全部时期及各分项的数值、状态、覆盖率与方法版本，每个版本永久保留。",
        $"{name}: {purpose} Values, status, coverage and method version of the index and its groups in all published periods; every version is kept."];
}
