using System.Text.RegularExpressions;
using Indices.Intake;
using Ingest.Sources;
using Ingest.Sources.Csv;
using Ingest.Sources.Tables;

namespace Ingest.Intake;

/// <summary>Some rows of a file read again, with corrected cells, each under a number of the caller's.</summary>
internal static partial class Excerpt
{
    /// <param name="rows">Rows of the file, and the number under which each is to be read.</param>
    internal static FileContent Read(byte[] file, IReadOnlyList<(int Line, ReplayedRow Row)> rows, FileContext context)
    {
        var (sheets, fault) = Sheets(file);
        if (fault is not null)
            return FileContent.Refuse(fault with { Row = rows[0].Line });
        var wanted = rows.ToLookup(r => r.Row.Place.Row);
        var read = sheets.Select(s => SheetReader.Read(s with { Lines = Edited(s, wanted) }, context)).ToList();
        var content = TablesRead.Together(read.Any(r => r.HoldsTable) ? [.. read.Where(r => r.HoldsTable)] : read).Settled();
        int Line(int row) => wanted[row].First().Line;
        return content with
        {
            Observations = [.. content.Observations.Where(o => wanted.Contains(o.Row)).Select(o => o with { Row = Line(o.Row) })],
            Deals = [.. content.Deals.Where(d => wanted.Contains(d.Row)).Select(d => d with { Row = Line(d.Row) })],
            Faults = [.. content.Faults.Where(f => wanted.Contains(f.Row)).Select(f => f with { Row = Line(f.Row) })],
            // Said once, when the file itself was read.
            Remarks = [],
            IgnoredColumns = [],
        };
    }

    private static (IReadOnlyList<Sheet> Sheets, RowFault? Fault) Sheets(byte[] file)
    {
        if (WorkbookFile.Begins(file))
            return WorkbookFile.Read(file, takesFormulas: false);
        var (text, fault) = Decoding.Read(file);
        return fault is null ? ([new Sheet("", CsvLines.Of(text!), [])], null) : ([], fault);
    }

    /// <summary>A tidy table needs its header alone beside the rows, so that rows nobody chose contradict nothing; a bulletin is read whole.</summary>
    private static List<CsvLine> Edited(Sheet sheet, ILookup<int, (int Line, ReplayedRow Row)> wanted)
    {
        var lines = sheet.Lines.ToList();
        var header = lines.Find(l => !l.IsBlank && TidyTable.IsHeader(l));
        return [.. lines
            .Where(l => header is null || l == header || wanted.Contains(l.Number))
            .Select(l => l == header ? l : Corrected(header, l, wanted[l.Number].Select(w => w.Row).Where(r => r.Column.Length > 0)))];
    }

    private static CsvLine Corrected(CsvLine? header, CsvLine line, IEnumerable<ReplayedRow> corrections)
    {
        var cells = (string[])line.Cells.Clone();
        foreach (var correction in corrections)
        {
            var place = header is null ? -1 : Array.FindIndex(header.Cells, h => h.Trim() == correction.Column);
            if (place < 0 && Address().Match(correction.Column) is { Success: true } address)
                place = CellAddress.TryParse(address.Groups["cell"].ValueSpan)?.Column ?? -1;
            if (place < 0)
                continue;
            if (place >= cells.Length)
                cells = [.. cells, .. Enumerable.Repeat("", place + 1 - cells.Length)];
            cells[place] = correction.Text;
        }
        return line with { Cells = cells };
    }

    /// <summary>A cell of a workbook as findings name it: sheet, column and row.</summary>
    [GeneratedRegex(@"!(?<cell>[A-Z]{1,3}[0-9]+)( |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
