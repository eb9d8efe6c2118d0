using Indices.Methodology;
using Indices.Sources;
using Indices.Sources.Health;
using Ingest.Sources.Csv;
using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>Writes what the reader reads.</summary>
internal sealed class SourceTemplates(IDefinitionReader definitions, ISourceReader sources, TimeProvider time) : ISourceTemplates
{
    private static readonly string[] s_header = ["指标代码", "原称", "量度", "地区代码", "口径", "报告期", "指标值", "单位", "状态"];

    public async Task<SourceTemplate?> Find(string source, CancellationToken cancellation = default)
    {
        if (await definitions.Current(cancellation) is not { } inForce || inForce.Sources.Find(source) is null)
            return null;
        var states = DataHealth.Of(inForce, await sources.Newest(cancellation), [], time.GetUtcNow());
        return Of(states.Single(s => s.Source.Code == source), inForce);
    }

    internal static SourceTemplate Of(SourceState state, Definitions definitions)
    {
        var known = new KnownSeries(definitions);
        var city = definitions.Catalogue.City?.Code ?? "";
        return new(s_header, [.. state.Series.Select(s => Row(s, state, known, city))], FileName(state.Source));
    }

    private static string FileName(Source source) => Path.ChangeExtension(
        (source.Inbox ?? source.Code + "*").Replace("*", "填报", StringComparison.Ordinal).Replace('?', '0'), null);

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
