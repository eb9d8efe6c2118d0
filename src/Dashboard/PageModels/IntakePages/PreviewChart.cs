using System.Globalization;
using Dashboard.Components.Charts;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.PageModels.IntakePages;

/// <summary>One series of a waiting document as a chart: what is known, and what it would be.</summary>
internal static class PreviewChart
{
    /// <summary>Most periods drawn; the newest.</summary>
    private const int Most = 60;

    /// <param name="name">Of the indicator.</param>
    /// <param name="known">By period, then by vintage.</param>
    internal static ChartData Of(SeriesId series, string name, IReadOnlyList<StoredValue> known, IEnumerable<RowChange> changes, Language language)
    {
        var offered = changes.Where(c => c.Series == series && c.Kind is ChangeKind.Added or ChangeKind.Revised)
            .GroupBy(c => c.Period).ToDictionary(g => g.Key, g => g.Last().New);
        var now = known.GroupBy(v => v.Period).ToDictionary(g => g.Key, g => g.Last().ValueText);
        var periods = now.Keys.Concat(offered.Keys).Distinct().OrderBy(p => p.End).ThenBy(p => p.Frequency).TakeLast(Most).ToList();
        return new ChartData(
            $"{name} · {SeriesNames.Measure(series.Measure, language)} · {series.Area}",
            language["现有数值与本文件的数值", "Values known and values of this file"],
            "", 2, [.. periods.Select(p => p.ToString())],
            [
                new(language["现有", "Known"], [.. periods.Select(p => Number(now.GetValueOrDefault(p)))]),
                new(language["采用后", "After accepting"], [.. periods.Select(p => Number(offered.TryGetValue(p, out var text) ? text : now.GetValueOrDefault(p)))]),
            ],
            [], language.IsEnglish);
    }

    private static double? Number(string? text) => text is null ? null : IntakeWords.Number(text);
}
