using Indices.Methodology;
using Indices.Sources.Health;
using Indices.Time;
using Ingest.Sources.Csv;
using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>A table of observations to be filled in for one source: a row for each series with its names, its unit and the period that is awaited next, and an empty value.</summary>
public static class SourceTemplate
{
    public static IReadOnlyList<string> Header { get; } = ["指标代码", "原称", "量度", "地区代码", "口径", "报告期", "指标值", "单位", "状态"];

    /// <summary>In the order of the source, in the columns of <see cref="Header"/>.</summary>
    public static IReadOnlyList<string[]> Rows(SourceState state, Definitions definitions)
    {
        var known = new KnownSeries(definitions);
        var city = definitions.Catalogue.Areas.FirstOrDefault(a => a.IsCity)?.Code ?? "";
        return [.. state.Series.Select(s => Row(s, state, known, city))];
    }

    /// <summary>A name that the inbox pattern of the source fits, so that the file is known as the source's when it comes back.</summary>
    /// <param name="extension">With its dot.</param>
    public static string FileName(SourceState state, string extension)
    {
        var name = (state.Source.Inbox ?? state.Source.Code + "*").Replace("*", "填报", StringComparison.Ordinal).Replace('?', '0');
        return Path.ChangeExtension(name, null) + extension;
    }

    private static string[] Row(SeriesState state, SourceState source, KnownSeries known, string city)
    {
        var series = state.Series;
        var units = KnownSeries.UnitsOf(known.Find(series.Indicator), series.Measure);
        var period = state.Awaited ?? state.Newest?.Plus(1);
        return
        [
            series.Indicator,
            series.Label ?? state.Name.Chinese,
            CodeWords.WordOf(series.Measure),
            series.Area ?? (source.Source.Area is { Length: > 0 } area ? area : city),
            series.Scope ?? source.Source.Scope,
            period?.ToString() ?? "",
            "",
            series.Unit ?? source.Source.Unit ?? (units is [var only] ? only : ""),
            "",
        ];
    }
}
