using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Components.Charts;
using Dashboard.PageModels.IndexPages;
using Indices.Calculation;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.SitePages;

/// <summary>An index with the reader's own weights of its groups: worked out from the published values of one release, the same from the same address.</summary>
/// <param name="Error">Why the weights cannot be used; null when they can.</param>
/// <param name="Groups">In an order that favours none, the same for an index and period.</param>
/// <param name="Release">The version that everything is worked out from, as the address names it.</param>
/// <param name="Agreement">How many weightings agree about the direction; null where that cannot be said.</param>
public sealed record WeightsPage(
    PageHead Head, string Code, string Name, string Official, string Release, string ReleaseName, string? Error, ImmutableArray<OwnWeight> Groups,
    ImmutableArray<OwnValue> Values, ChartData? Chart, string? Agreement)
{
    /// <summary>Weightings that are tried.</summary>
    public const int Weightings = 1000;

    /// <summary>What stands at every value that is not official.</summary>
    public static string Mark(Language language) => language["自定义权重，非官方指数", "own weights, not an official index"];

    /// <param name="asked">By code of the group, as in the address; empty for the official weights.</param>
    public static WeightsPage Compose(ReleaseContent content, Definitions definitions, IReadOnlyDictionary<string, string> asked, Language language)
    {
        var (version, methodology) = (content.Version, IndexPageComposer.Methodology(definitions, content.Version));
        var groups = methodology.Root.Children.Where(c => content.Node(c.Code).Any()).ToImmutableArray();
        var weights = asked.Count == 0
            ? [.. groups.Select(g => 100 * g.Weight.Value)]
            : groups.Select(g => OwnWeight.Parse(asked.GetValueOrDefault(g.Code))).ToImmutableArray();
        var isUsable = weights.All(w => w is not null) && weights.Sum() > 0;
        var series = isUsable ? OwnSeries.Of(content, methodology, groups, [.. weights.Select(w => w!.Value)]) : null;
        var name = methodology.Name.In(language.IsEnglish);
        return new(
            new PageHead(language, Path(version, asked), language[$"{name}：自定义权重", $"{name}: your own weights"],
                language[$"用自己的权重重算{name}；结果不是官方指数。", $"The {name} with weights of your own; the result is not official."],
                Canonical: DashboardUrls.OwnWeights(version.Index), IsSynthetic: content.IsSynthetic(), HasChart: series is not null, IsIndex: true),
            version.Index, name, DashboardUrls.In(language, DashboardUrls.IndexVersion(version.Index, version.Period, version.Number)),
            ReleaseKey.Of(version).ToString(), ComparePage.VersionName(version, language),
            isUsable ? null : language[
                "权重无法使用：每项须为 0 至 1000 的数，且不能全为 0。", "These weights cannot be used: each has to be a number from 0 to 1000, and not all may be 0."],
            [.. groups.Select((g, i) => new OwnWeight(g.Code, g.Name.In(language.IsEnglish), asked.GetValueOrDefault(g.Code) ?? OwnWeight.Text(100 * g.Weight.Value),
                    Figures.ExactShare(g.Weight), isUsable ? Figures.Share(weights[i]!.Value / weights.Sum()!.Value) : "–"))
                .OrderBy(g => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{version.Index} {version.Period} {g.Code}"))), StringComparer.Ordinal)],
            series?.Rows(content, methodology, language) ?? [],
            series?.Chart(content, methodology, language),
            Agree(content, methodology, groups, language));
    }

    private static string Path(ReleaseVersion version, IReadOnlyDictionary<string, string> asked) => asked.Count == 0
        ? DashboardUrls.OwnWeights(version.Index)
        : $"{DashboardUrls.OwnWeights(version.Index)}?release={ReleaseKey.Of(version)}"
            + string.Concat(asked.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"&w.{Uri.EscapeDataString(w.Key)}={Uri.EscapeDataString(w.Value)}"));

    private static string? Agree(ReleaseContent content, IndexMethodology methodology, ImmutableArray<IndexNode> groups, Language language)
    {
        var (to, from) = (content.Version.Period, content.Version.Period.YearBefore);
        var (after, before) = (OwnSeries.ValuesAt(content, groups, to), OwnSeries.ValuesAt(content, groups, from));
        if (after.Concat(before).Any(v => v is null) || content.At(methodology.Code, to)!.Version != content.At(methodology.Code, from)!.Version)
            return null;
        var above = OwnWeights.CountAbove(methodology.Root.Aggregation, after, before, Weightings);
        return language[
            $"在随机抽取的 {Weightings} 组权重中，{above} 组使{Figures.PeriodName(to, language)}高于{Figures.PeriodName(from, language)}。",
            $"Of {Weightings} weightings drawn at random, {above} put {Figures.PeriodName(to, language)} above {Figures.PeriodName(from, language)}."];
    }
}

/// <param name="Entered">As the reader wrote it, or the official weight in percent.</param>
/// <param name="Share">What it comes to when all are brought to 100%.</param>
public sealed record OwnWeight(string Code, string Name, string Entered, string Official, string Share)
{
    private const double Most = 1000;

    /// <summary>Null when it is no number from 0 to 1000.</summary>
    public static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= Most ? weight : null;

    public static string Text(double percent) => Math.Round(percent, 4).ToString(CultureInfo.InvariantCulture);
}

/// <summary>One period with the official weights and with the reader's.</summary>
public sealed record OwnValue(string Period, string Official, string Own, string Difference);
