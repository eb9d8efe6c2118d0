using System.Text.RegularExpressions;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables.Wide;

/// <summary>Takes a sheet apart into tables: titles, units, headings, rows of numbers, notes. Layout is found by what cells say, not by where they are.</summary>
internal sealed partial class WideSheet(Sheet sheet, HeadingReader headings, SeriesLabels labels)
{
    private readonly List<WideTable> _tables = [];
    private readonly List<RowFault> _remarks = [];
    private List<string> _titles = [];
    private WideTable? _current;

    /// <summary>The tables that have rows, top down, and what was left out beside them.</summary>
    internal (IReadOnlyList<WideTable> Tables, List<RowFault> Remarks) Read()
    {
        foreach (var line in sheet.Lines)
            if (!line.IsBlank)
                Take(line);
        return ([.. _tables.Where(t => t.Rows.Count > 0)], _remarks);
    }

    private void Take(CsvLine line)
    {
        var texts = line.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).Distinct().ToList();
        if (Notes().IsMatch(Widths.Narrow(texts[0])))
            _remarks.Add(sheet.PlaceOf(line.Number, -1).Fault(string.Join(" ", texts), "注释或来源行，未作为数据读取。", "A note or source line, not read as data."));
        else if (texts.Any(t => UnitLine().IsMatch(t)) && texts.Count <= 3)
            texts.ForEach(Title);
        else if (texts.Count == 1)
            Single(texts[0]);
        else if (IsHeader(line))
            Head(line);
        else
            Open().Rows.Add(line);
    }

    // Between rows of numbers a lone text heads those below it; above a header it is a title.
    private void Single(string text)
    {
        if (_current is { Rows.Count: > 0 } table && headings.Read(text) is { SaysSomething: true, Series: null } section)
            table.Sections[table.Rows.Count] = section;
        else
            Title(text);
    }

    private void Title(string text)
    {
        if (_current is { Rows.Count: > 0 })
            (_current, _titles) = (null, []);
        _titles.Add(text);
    }

    private void Head(CsvLine line)
    {
        if (_current is { Rows.Count: > 0 })
            (_current, _titles) = (null, []);
        Open().Headers.Add(line);
    }

    private WideTable Open()
    {
        if (_current is null)
            _tables.Add(_current = new WideTable(_titles, UnitsIn(_titles), PeriodIn([.. _titles, sheet.Name]), SeriesIn()));
        return _current;
    }

    private SeriesLabel? SeriesIn() => headings.Read(sheet.Name).Series
        ?? _titles.Select(labels.FindIn).FirstOrDefault(s => s is not null) ?? labels.FindIn(sheet.Name);

    private bool IsHeader(CsvLine line)
    {
        var cells = line.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        if (line.Unreadable is not null || cells.Any(IsNumber) || cells.Skip(1).Any(c => NumberText.IsGap(Widths.Narrow(c))))
            return false;
        // 机构数 | 2015 | 2080 is a row of figures, 指标 | 2015 | 2016 a header.
        if (headings.Read(cells[0]).Series is not null && cells.Skip(1).All(c => CellNumber.TryParse(Widths.Narrow(c)) is not null))
            return false;
        return cells.Any(c => headings.Read(c) is { SaysSomething: true } or { HeadsLabels: true } or { IsOther: true });
    }

    private static bool IsNumber(string cell) => CellNumber.TryParse(Widths.Narrow(cell)) is not null && PeriodText.TryParse(Widths.Narrow(cell)) is null;

    private static List<string> UnitsIn(IEnumerable<string> titles) => [.. titles
        .Select(t => UnitLine().Match(t)).Where(m => m.Success)
        .SelectMany(m => Separators().Split(m.Groups["units"].Value)).Where(u => Measured.TryParse(u) is not null).Distinct()];

    // The last title that says one counts; within it the longest text from its year on.
    private static StatedPeriod? PeriodIn(IEnumerable<string> titles)
    {
        foreach (var title in titles.Reverse())
        {
            var plain = Widths.Narrow(title).Replace(" ", "", StringComparison.Ordinal);
            foreach (Match year in YearInTitle().Matches(plain))
                for (var length = Math.Min(plain.Length - year.Index, 20); length >= 4; length--)
                    if (PeriodText.TryParse(plain.Substring(year.Index, length)) is { } period)
                        return period;
        }
        return null;
    }

    [GeneratedRegex(@"^(注|备注|附注|说明|注释|资料来源|数据来源|来源|本表)\s*[:0-9一二三四①-⑳.、]|^(资料|数据)来源|^\*|^[①-⑳]", RegexOptions.CultureInvariant)]
    private static partial Regex Notes();

    [GeneratedRegex(@"(计量)?单位\s*[:：]\s*(?<units>[^)）]+)", RegexOptions.CultureInvariant)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"[、，,;；\s]+|和", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?=年|[-./Qq]|[0-9]{2}(?![0-9])|\z)|[〇零○一二三四五六七八九]{4}年", RegexOptions.CultureInvariant)]
    private static partial Regex YearInTitle();
}
