using Indices.Observations;
using Indices.Sources;
using Ingest.Sources.Csv;
using Ingest.Sources.Tables;

namespace Ingest.Sources.Large;

/// <summary>A text that is too large to be held in memory: it is read once, then in parts that each hold all that is said of some indicators.</summary>
/// <remarks>It says what <see cref="StatisticsFile"/> would say; only tables with one observation a row are so large.</remarks>
internal sealed class LargeText
{
    /// <summary>Larger files are another kind of thing.</summary>
    private const long LargestBytes = 1L << 31;

    // A file with more than this is the wrong file, and nobody would read on.
    private const int MostFaults = 100_000;
    private const int Told = 100;

    private const int LinesTogether = 1024;
    private const int LinesWaiting = 8;

    private readonly IEnumerable<CsvLine> _lines;
    private readonly CsvLine? _header;
    private readonly RowFault? _fault;

    private LargeText(IEnumerable<CsvLine> lines, CsvLine? header, RowFault? fault) => (_lines, _header, _fault) = (lines, header, fault);

    /// <summary>Null for what is to be read in one piece.</summary>
    /// <param name="file">Can be read several times; read again when the parts are asked for.</param>
    /// <param name="from">Bytes from which a text is large.</param>
    internal static LargeText? Of(Stream file, FileContext context, long from)
    {
        if (file.Length < from || context.Source?.Kind is not (null or SourceKind.Csv or SourceKind.Tsv))
            return null;
        var head = new byte[Math.Min(FetchedContent.Head, file.Length)];
        file.Position = 0;
        file.ReadExactly(head);
        if (WorkbookFile.Begins(head))
            return null;
        if (file.Length > LargestBytes)
            return new([], null, new(1, "", "", $"文件超过{LargestBytes >> 20} MB。", $"The file is larger than {LargestBytes >> 20} MB."));
        var (found, fault) = Decoding.Find(file);
        if (fault is not null)
            return new([], null, fault);
        var lines = CsvLines.Of(() => found.Open(file));
        return SheetReader.HeaderOf(lines) is { } header && !TidyTable.IsDeals(header) ? new(lines, header, null) : null;
    }

    /// <summary>What was found in the file as a whole, then the rows in parts.</summary>
    /// <param name="scratch">Folder for a temporary file about as large as the text.</param>
    internal IEnumerable<FileContent> Parts(FileContext context, string scratch)
    {
        if (_fault is not null)
        {
            yield return FileContent.Refuse(_fault);
            yield break;
        }
        using var spool = new RowSpool(scratch);
        var (read, header) = Spool(context, spool);
        yield return read;
        if (header is null)
            yield break;
        foreach (var rows in spool.Parts())
            yield return new TablesRead { Observations = rows.ConvertAll(r => new Placed<NewObservation>(r, Place.In("", r.Row, 0, header))) }.Settled();
    }

    /// <returns>What was found, and the header of the values; null when nothing of the file goes in.</returns>
    private (FileContent Read, string? Header) Spool(FileContext context, RowSpool spool)
    {
        using var table = CsvTable.Of(ReadAhead.Of(_lines.SkipWhile(l => l.Number < _header!.Number), LinesTogether, LinesWaiting));
        var columns = TidyTable.ColumnsOf(_header!, context);
        if ((table.Fault ?? columns.Fault) is { } unread)
            return (FileContent.Refuse(unread), null);
        var (faults, refusal) = table.Rows(columns, ObservationColumns.Value, new ObservationFile(context).Read, row => spool.Add(row.Value), int.MaxValue);
        if (refusal is null && faults.Count > MostFaults)
            return (FileContent.Empty with
            {
                Faults = [new(1, "", "", $"有{faults.Count}行不能读取，未采用任何内容；先列出{Told}行。", $"{faults.Count} rows cannot be read; nothing was taken. The first {Told} follow."), .. faults.Take(Told)],
            }, null);
        return refusal is not null ? (FileContent.Refuse(refusal), null)
            : (FileContent.Empty with { Faults = faults, IgnoredColumns = columns.Ignored }, columns.Spelling(ObservationColumns.Value));
    }
}
