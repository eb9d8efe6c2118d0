using Indices.Observations;
using Ingest.Sources.Csv;
using Ingest.Validation;

namespace Ingest.Sources.Tables.Wide;

/// <summary>Labels that stand for series: those of the file's source first, then the names and codes of the definitions.</summary>
internal sealed class SeriesLabels
{
    private readonly KnownSeries _known;
    private readonly Dictionary<string, SeriesLabel> _ofSource = [];

    internal SeriesLabels(FileContext context)
    {
        _known = context.Series!;
        foreach (var series in context.Source?.Series ?? [])
            if (series.Label is { } label)
                _ofSource[Plain(label)] = new(series.Indicator, series.Measure == Measures.Value ? null : series.Measure, series.Scope, series.Area, series.Unit);
    }

    /// <summary>Null when nothing is called so.</summary>
    internal SeriesLabel? Find(string text) =>
        _ofSource.TryGetValue(Plain(text), out var label) ? label
        : _known.CodeOf(text) is { } code ? new(code)
        : _known.Find(text) is not null ? new(text) : null;

    /// <summary>The series whose label a title contains; null when there is none, or more than one.</summary>
    internal SeriesLabel? FindIn(string title)
    {
        var plain = Plain(title);
        var named = _ofSource.Keys.Concat(_known.Names).Where(n => plain.Contains(n, StringComparison.Ordinal)).ToList();
        var longest = named.Where(n => !named.Any(o => o.Length > n.Length && o.Contains(n, StringComparison.Ordinal))).Distinct().ToList();
        return longest is [var single] ? Find(single) : null;
    }

    internal string? AreaOf(string text) => _known.AreaOf(text);

    private static string Plain(string text) => KnownSeries.PlainName(text);
}
