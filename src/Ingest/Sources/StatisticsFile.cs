using Ingest.Sources.Csv;
using Ingest.Sources.Tables;

namespace Ingest.Sources;

/// <summary>Reads a file of statistics, text or workbook as its content says, whatever it is called. Pure and total: any bytes give values or located faults.</summary>
public static class StatisticsFile
{
    /// <param name="bytes">More than <see cref="CsvFile.LargestBytes"/> are refused.</param>
    public static FileContent Read(byte[] bytes, FileContext context) =>
        bytes.Length <= CsvFile.LargestBytes && WorkbookFile.Begins(bytes) ? Workbook(bytes, context) : CsvFile.Read(bytes, context);

    private static FileContent Workbook(byte[] bytes, FileContext context)
    {
        var (sheets, fault) = WorkbookFile.Read(bytes, takesFormulas: false);
        if (fault is not null)
            return FileContent.Refuse(fault);
        var read = sheets.Where(s => s.Lines.Any()).Select(s => SheetReader.Read(s, context)).ToList();
        var remarks = sheets.SelectMany(s => s.Remarks).ToList();
        if (read.Count == 0)
            return FileContent.Refuse(new(1, "", "", "工作簿没有可见的内容。", "Nothing is visible in the workbook."));
        // A sheet of notes beside sheets of figures is no fault.
        if (read.Any(r => r.HoldsTable))
            read = [.. read.Where(r => r.HoldsTable), new TablesRead { Remarks = [.. read.Where(r => !r.HoldsTable).SelectMany(r => r.Faults)] }];
        read.Add(new TablesRead { Remarks = remarks });
        return TablesRead.Together(read).Settled();
    }
}
