using Indices.Observations;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables.Wide;

/// <summary>One table of a sheet.</summary>
/// <param name="Titles">Lines above it.</param>
/// <param name="Units">That its titles state.</param>
/// <param name="Period">That its titles state, or null.</param>
/// <param name="Series">That its title or sheet is about, or null.</param>
internal sealed record WideTable(IReadOnlyList<string> Titles, IReadOnlyList<string> Units, StatedPeriod? Period, SeriesLabel? Series)
{
    internal List<CsvLine> Headers { get; } = [];

    internal List<CsvLine> Rows { get; } = [];

    /// <summary>Lone lines between rows, by the place of the row below them.</summary>
    internal Dictionary<int, Heading> Sections { get; } = [];
}

/// <summary>A column of a wide table as its headings describe it.</summary>
/// <param name="Text">The headings, from the top.</param>
internal sealed record WideColumn(int Place, string Text, IReadOnlyList<Heading> Headings)
{
    internal bool IsOther => Headings.Any(h => h.IsOther);

    internal bool HeadsUnits => Headings.Any(h => h.HeadsUnits);

    internal bool HasValues => !IsOther && !Headings.Any(h => h.HeadsLabels) && Headings is [.., { SaysSomething: true }];

    internal SeriesLabel? Series => Headings.Select(h => h.Series).LastOrDefault(s => s is not null);

    internal string? Unit => Headings.Select(h => h.Unit).LastOrDefault(u => u is not null);

    internal string? Area => Headings.Select(h => h.Area).LastOrDefault(a => a is not null);

    private bool IsGrowth => Headings.Any(h => h.Measure == Measures.YearOnYear);

    /// <summary>同比 alone beside a column of amounts is the growth of those.</summary>
    private WideColumn Beside(WideColumn? left) => left is null || !IsGrowth || Headings.Count != 1 || !left.HasValues || left.IsGrowth ? this
        : this with { Headings = [.. left.Headings.Select(h => h with { Unit = null }), .. Headings] };

    /// <summary>The columns of a table; headings that stand over several columns but were written once go on to the right.</summary>
    internal static IReadOnlyList<WideColumn> Of(WideTable table, HeadingReader headings)
    {
        var width = table.Headers.Concat(table.Rows).Max(l => l.Cells.Length);
        var texts = table.Headers.Select((line, level) => Spread(line, level < table.Headers.Count - 1 ? table.Headers[level + 1] : null, headings)).ToList();
        var columns = Enumerable.Range(0, width).Select(c => texts.Select(t => c < t.Length ? t[c] : "").Where(t => t.Length > 0).Distinct().ToList())
            .Select((stack, c) => new WideColumn(c, string.Join(' ', stack), [.. stack.Select(headings.Read)])).ToList();
        return [.. columns.Select((column, place) => column.Beside(place > 0 ? columns[place - 1] : null))];
    }

    private static string[] Spread(CsvLine line, CsvLine? below, HeadingReader headings)
    {
        var texts = line.Cells.Select(c => c.Trim()).ToArray();
        for (var c = 1; below is not null && c < texts.Length; c++)
            if (texts[c].Length == 0 && !string.IsNullOrWhiteSpace(below.Cells.ElementAtOrDefault(c)) && headings.Read(texts[c - 1]).SaysSomething)
                texts[c] = texts[c - 1];
        return texts;
    }
}
