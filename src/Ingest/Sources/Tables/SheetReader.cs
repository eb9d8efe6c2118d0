using Ingest.Sources.Csv;
using Ingest.Sources.Tables.Wide;

namespace Ingest.Sources.Tables;

/// <summary>Finds out what kind of table a sheet or text holds, and reads it.</summary>
internal static class SheetReader
{
    // Titles and units may stand above a header.
    private const int LookedAt = 20;

    internal static TablesRead Read(Sheet sheet, FileContext context)
    {
        var header = HeaderOf(sheet.Lines);
        if (header is null && context.Series is not null && !sheet.Lines.Any(l => l.IsBroken))
            return Wide(sheet, context);
        using var table = CsvTable.Of(header is null ? sheet.Lines : sheet.Lines.SkipWhile(l => l.Number < header.Number));
        return table.Fault is { } fault ? TablesRead.Refuse(fault) : TidyTable.Read(table, sheet.Name, context);
    }

    /// <summary>The header of a table with one value a row, or null.</summary>
    internal static CsvLine? HeaderOf(IEnumerable<CsvLine> lines) => lines.Where(l => !l.IsBlank).Take(LookedAt).FirstOrDefault(TidyTable.IsHeader);

    private static TablesRead Wide(Sheet sheet, FileContext context)
    {
        if (sheet.Lines.FirstOrDefault(l => !l.IsBlank) is not { } first)
            return TablesRead.Refuse(new(1, "", "", "文件是空的。", "The file is empty."));
        var labels = new SeriesLabels(context);
        var headings = new HeadingReader(labels);
        var (tables, remarks) = new WideSheet(sheet, headings, labels).Read();
        var read = tables.Select(t => new WideTableReader(sheet, t, context, headings).Read()).ToList();
        return read.All(r => r.Observations.Count + r.Faults.Count == 0)
            ? TablesRead.NoTable(sheet.PlaceOf(first.Number, -1).Fault(first.Raw,
                "没有找到可读的表：没有指标、地区、时期、数值各列(以逗号或制表符分隔)，也没有标题能对应到指标。",
                "No table was found: neither the columns indicator, area, period and value (separated by commas or tabs) nor labels of indicators."))
            : TablesRead.Together([.. read, new TablesRead { Remarks = remarks }]);
    }
}
