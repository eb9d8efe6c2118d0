using ExcelDataReader;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>Makes a sheet of what the library gives: visible cells as text, merged ones repeated.</summary>
internal sealed class SheetBuilder(IExcelDataReader reader, string name, WorkbookMarks marks, int sheet, bool takesFormulas)
{
    private const int LongestRaw = 150;
    private const int MostNamed = 10;
    private const int MostMergedCells = 2_000_000;

    private readonly List<CsvLine> _lines = [];
    private readonly List<int> _hiddenRows = [];

    internal Sheet Build()
    {
        var width = Math.Min(reader.FieldCount, 16_384);
        // The scan bounds the parts that it takes for sheets; this bounds what the library does.
        if ((long)reader.RowCount * width > XlsxScan.LargestArea)
            throw XlsxScan.TooLarge();
        var hiddenColumns = Enumerable.Range(0, width).Where(c => reader.GetColumnWidth(c) == 0).ToHashSet();
        for (var row = 1; reader.Read(); row++)
            Add(row, width, hiddenColumns);
        FillMerged(width);
        return new(name, _lines, Remarks(hiddenColumns));
    }

    private void Add(int row, int width, HashSet<int> hiddenColumns)
    {
        string[]? cells = null;
        Dictionary<int, Reason>? unreadable = null;
        for (var column = 0; column < width; column++)
        {
            if (hiddenColumns.Contains(column))
                continue;
            var (text, objection) = CellText.Of(
                reader.GetValue(column), reader.GetNumberFormatString(column), reader.GetNumberFormatIndex(column), marks.CountsFrom1904);
            if ((marks.Objection(sheet, row, column, takesFormulas) ?? objection) is { } reason)
                (unreadable ??= [])[column] = reason;
            else if (text.Length == 0)
                continue;
            if (cells is null)
                Array.Fill(cells = new string[width], "");
            // An error may leave no text behind; its row must not count as blank for that.
            cells[column] = text.Length > 0 ? text : "?";
        }
        if (cells is null)
            return;
        if (reader.RowHeight == 0)
            _hiddenRows.Add(row);
        else
            _lines.Add(new CsvLine(row, cells, Raw(cells), false) { Unreadable = unreadable });
    }

    private static string Raw(string[] cells)
    {
        var raw = "";
        foreach (var cell in cells)
            if (cell.Length > 0 && raw.Length < LongestRaw)
                raw += raw.Length == 0 ? cell : $" | {cell}";
        return raw;
    }

    // Headings, labels and periods hold for all cells that they span; a number stands for one, and repeated it would be counted twice.
    private void FillMerged(int width)
    {
        var places = _lines.Select((line, place) => (line.Number, place)).ToDictionary(l => l.Number, l => l.place);
        var left = MostMergedCells;
        foreach (var range in reader.MergeCells ?? [])
        {
            if (!places.TryGetValue(range.FromRow + 1, out var first) || range.FromColumn >= width)
                continue;
            var text = _lines[first].Cells[range.FromColumn];
            if (text.Length == 0 || (CellNumber.TryParse(Widths.Narrow(text)) is not null && PeriodText.TryParse(Widths.Narrow(text)) is null))
                continue;
            for (var place = first; place < _lines.Count && _lines[place].Number <= range.ToRow + 1; place++)
                for (var column = range.FromColumn; column <= Math.Min(range.ToColumn, width - 1); column++)
                    if (left-- == 0)
                        throw new UnreadableWorkbookException("合并单元格过多。", "Too many merged cells.");
                    else if (_lines[place].Cells[column].Length == 0)
                        _lines[place].Cells[column] = text;
        }
    }

    private List<RowFault> Remarks(HashSet<int> hiddenColumns)
    {
        var remarks = new List<RowFault>();
        if (_hiddenRows.Count > 0)
            remarks.Add(new(_hiddenRows[0], name, string.Join(", ", _hiddenRows.Take(MostNamed)), $"{_hiddenRows.Count}个隐藏行，未读取。", $"{_hiddenRows.Count} hidden rows, not read."));
        if (hiddenColumns.Count > 0)
            remarks.Add(new(1, name, string.Join(", ", hiddenColumns.Order().Take(MostNamed).Select(c => CellAddress.Of(name, 1, c))), $"{hiddenColumns.Count}个隐藏列，未读取。", $"{hiddenColumns.Count} hidden columns, not read."));
        return remarks;
    }
}
