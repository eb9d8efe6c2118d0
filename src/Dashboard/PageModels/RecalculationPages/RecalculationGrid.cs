using System.Collections.Immutable;
using Indices.Time;

namespace Dashboard.PageModels.RecalculationPages;

/// <summary>Index by period, newest first. Every year has twelve columns; a cell is as wide as its period is long.</summary>
/// <param name="Years">Newest first.</param>
public sealed record RecalculationGrid(ImmutableArray<int> Years, ImmutableArray<GridRow> Rows)
{
    /// <param name="years">How many calendar years; the current one counts.</param>
    public static RecalculationGrid Of(RecalculationFacts facts, int years, Language language)
    {
        var newest = OfficeClock.DayOf(facts.Now).Year;
        ImmutableArray<int> shown = [.. Enumerable.Range(0, years).Select(back => newest - back)];
        return new(shown, [.. facts.Definitions.IndexCodes.Select(code => Row(facts, code, shown, language))]);
    }

    private static GridRow Row(RecalculationFacts facts, string index, ImmutableArray<int> years, Language language)
    {
        var frequency = facts.Methodology(index).Frequency;
        var periods = years.SelectMany(year => Period.OfYear(year).Split(frequency).Reverse());
        return new(
            index, facts.Methodology(index).Name.In(language.IsEnglish), 12 / (int)frequency,
            [.. periods.Select(period => period < facts.First(index) ? null : facts.Cell(index, period))]);
    }
}

/// <param name="Months">How many columns each cell takes.</param>
/// <param name="Cells">Newest first; null before the first period of the index.</param>
public sealed record GridRow(string Index, string Name, int Months, ImmutableArray<PeriodCell?> Cells);
