using System.Collections.Immutable;
using Dashboard.Components.Charts;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.SitePages;

/// <summary>Values with other weights, oldest first, over the periods of the methodology version that the release's own period has.</summary>
/// <remarks>
/// On the scale of the index: the base period stands at the base value, where the release shows it in this version; otherwise
/// the first period stands where the official index does.
/// </remarks>
public sealed record OwnSeries(ImmutableArray<(Period Period, double? Value)> Values)
{
    public static OwnSeries Of(ReleaseContent content, IndexMethodology methodology, ImmutableArray<IndexNode> groups, ImmutableArray<double> weights)
    {
        var version = content.At(methodology.Code, content.Version.Period)!.Version;
        var raw = content.Node(methodology.Code).Where(v => v.Version == version)
            .Select(v => (v.Period, Value: OwnWeights.Mean(methodology.Root.Aggregation, weights, ValuesAt(content, groups, v.Period)))).ToImmutableArray();
        var factor = Factor(content, methodology, raw);
        return new([.. raw.Select(v => (v.Period, v.Value * factor))]);
    }

    /// <summary>The published values of groups, null where one has none.</summary>
    public static ImmutableArray<double?> ValuesAt(ReleaseContent content, ImmutableArray<IndexNode> groups, Period period) =>
        [.. groups.Select(g => content.At(g.Code, period)?.Text is { } text ? (double?)(double)Figures.Exact(text) : null)];

    public ImmutableArray<OwnValue> Rows(ReleaseContent content, IndexMethodology methodology, Language language) =>
    [
        .. Values.Reverse().Select(v =>
        {
            var official = content.At(methodology.Code, v.Period)!.Text;
            return new OwnValue(
                Figures.PeriodName(v.Period, language),
                official is null ? "–" : Figures.Published(official),
                v.Value is { } own ? Figures.Number(own, methodology.Rounding.Index) : "–",
                official is not null && v.Value is { } value ? Figures.Change(value - (double)Figures.Exact(official), methodology.Rounding.Index) : "–");
        }),
    ];

    public ChartData Chart(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var name = methodology.Name.In(language.IsEnglish);
        return new(
            $"{name} · {WeightsPage.Mark(language)}",
            language["官方指数与自定义权重的结果，数值见下表。", "The official index and the result of your own weights; the table has the values."],
            language["点", "points"], methodology.Rounding.Index,
            [.. Values.Select(v => v.Period.ToString())],
            [
                new ApexPointSeries(language["官方", "official"], [.. Values.Select(v => content.At(methodology.Code, v.Period)!.Text is { } text ? (double?)(double)Figures.Exact(text) : null)]),
                new ApexPointSeries(language["非官方", "not official"], [.. Values.Select(v => v.Value is { } own ? (double?)Math.Round(own, methodology.Rounding.Index) : null)]),
            ],
            [], language.IsEnglish);
    }

    private static double? Factor(ReleaseContent content, IndexMethodology methodology, ImmutableArray<(Period Period, double? Value)> raw)
    {
        if (methodology.Base is { } rule && rule.In(methodology.Frequency).ToList() is var periods
            && raw.Where(v => periods.Contains(v.Period)).ToList() is var based && based.Count == periods.Count && based.All(v => v.Value is not null))
            return rule.Value / based.Average(v => v.Value);
        var first = raw.FirstOrDefault(v => v.Value is not null && content.At(methodology.Code, v.Period)!.Text is not null);
        return first.Value is { } own ? (double)Figures.Exact(content.At(methodology.Code, first.Period)!.Text!) / own : null;
    }
}
