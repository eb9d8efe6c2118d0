using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Dashboard.PageModels.IntakePages;

/// <summary>The indicators of an index by the latest periods, with what is known: a sheet to type into. Indicators of one frequency stand together.</summary>
internal sealed record EntryGrid(string Index, string Area, IReadOnlyList<EntryBlock> Blocks)
{
    /// <summary>Periods shown; the last one over is the last.</summary>
    private const int Columns = 6;

    internal static IReadOnlyCollection<SeriesId> SeriesOf(IndexMethodology methodology, string area) =>
        [.. methodology.Root.Indicators.Select(i => SeriesOf(i, area))];

    /// <param name="today">In the office's clock.</param>
    internal static EntryGrid Of(IndexMethodology methodology, string area, DateOnly today, IReadOnlyDictionary<SeriesId, IReadOnlyList<StoredValue>> known) => new(
        methodology.Code, area,
        [.. methodology.Root.Indicators.GroupBy(i => i.Frequency).OrderByDescending(g => g.Key).Select(g =>
        {
            var last = LastOver(g.Key, today);
            var periods = Enumerable.Range(1 - Columns, Columns).Select(last.Plus).ToList();
            return new EntryBlock(periods, [.. g.Select(i => new EntryRow(i.Code, i.Name, [.. periods.Select(p => Cell(SeriesOf(i, area), p, known))]))]);
        })]);

    /// <summary>The last period that was over before a day.</summary>
    internal static Period LastOver(Frequency frequency, DateOnly today) => Period.Containing(today, frequency).Plus(-1);

    private static EntryCell Cell(SeriesId series, Period period, IReadOnlyDictionary<SeriesId, IReadOnlyList<StoredValue>> known)
    {
        var value = known.GetValueOrDefault(series, []).LastOrDefault(v => v.Period == period);
        return new(new(series, period), value is null ? "" : value.ValueText ?? value.Status.ToString());
    }

    private static SeriesId SeriesOf(Indicator indicator, string area) => new(indicator.Code, Measures.Value, area, "", Origin.Official);
}

internal sealed record EntryBlock(IReadOnlyList<Period> Periods, IReadOnlyList<EntryRow> Rows);

internal sealed record EntryRow(string Code, LocalText Name, IReadOnlyList<EntryCell> Cells);

/// <param name="Known">The newest value, the letter of its status where it has none, or empty.</param>
internal sealed record EntryCell(EntryKey Key, string Known);

internal readonly record struct EntryKey(SeriesId Series, Period Period);
