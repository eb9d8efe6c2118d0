using Ingest.Sources.Tables;

namespace Ingest.Sources.Csv;

/// <summary>A table opened at its header: whatever stands in it gives rows or located faults, never an exception.</summary>
internal sealed class CsvTable : IDisposable
{
    private const int MostRows = 1_048_576;

    private readonly IEnumerator<CsvLine> _lines;

    private CsvTable(IEnumerator<CsvLine> lines, CsvLine? header, RowFault? fault) => (_lines, Header, Fault) = (lines, header!, fault);

    /// <summary>The first line that is not blank; not meant to be used after a fault.</summary>
    internal CsvLine Header { get; }

    /// <summary>What refuses the whole file, or null.</summary>
    internal RowFault? Fault { get; }

    internal static CsvTable Open(byte[] bytes)
    {
        if (bytes.Length > CsvFile.LargestBytes)
            return Refused(CsvFile.TooLarge);
        var (text, fault) = Decoding.Read(bytes);
        return text is null ? Refused(fault!) : Of(CsvLines.Of(text));
    }

    /// <summary>The table whose header is the first line that is not blank.</summary>
    internal static CsvTable Of(IEnumerable<CsvLine> rows)
    {
        var lines = rows.GetEnumerator();
        while (lines.MoveNext())
            if (!lines.Current.IsBlank)
                return new(lines, lines.Current, Broken(lines.Current));
        lines.Dispose();
        return Refused(new(1, "", "", "文件是空的。", "The file is empty."));
    }

    /// <summary>Reads the rest of the file.</summary>
    /// <param name="most">Rows that it may have.</param>
    /// <param name="keep">Gets each row that can be read.</param>
    /// <returns>What is wrong with the others; a refusal means the whole file.</returns>
    internal (List<RowFault> Faults, RowFault? Refusal) Rows<T>(Columns columns, string valueColumn, Func<RowReader, T> read, Action<Placed<T>> keep, int most = MostRows)
    {
        var (count, faults) = (0, new List<RowFault>());
        while (_lines.MoveNext())
        {
            if (_lines.Current.IsBlank)
                continue;
            if (count++ == most)
                return (faults, new(_lines.Current.Number, "", "", $"超过{most}行，请分成几个文件。", $"More than {most} rows; split the file."));
            if (Misshapen(columns, _lines.Current) is { } misshapen)
            {
                faults.Add(misshapen);
                continue;
            }
            var row = new RowReader(columns, _lines.Current);
            var value = read(row);
            if (row.Fault is { } fault)
                faults.Add(fault);
            else
                keep(new(value, columns.PlaceOf(_lines.Current, valueColumn)));
        }
        return count > 0
            ? (faults, null)
            : (faults, columns.PlaceOf(Header, "").Fault("", "只有表头，没有数据。", "There is a header but no data."));
    }

    public void Dispose() => _lines.Dispose();

    private static RowFault? Broken(CsvLine header) =>
        header.IsBroken ? new(header.Number, "", header.Raw, "表头的引号不成对。", "The header's quotes do not match.") : null;

    private static RowFault? Misshapen(Columns columns, CsvLine line)
    {
        if (line.IsBroken)
            return Unquotable(line);
        // Spreadsheets leave empty cells behind at the end of a row; they say nothing.
        if (line.Cells.Length < columns.Count || Array.FindIndex(line.Cells, columns.Count, c => !string.IsNullOrWhiteSpace(c)) >= 0)
            return columns.PlaceOf(line, "").Fault(line.Raw, $"有{line.Cells.Length}格，表头有{columns.Count}格。", $"{line.Cells.Length} cells where the header has {columns.Count}.");
        return null;
    }

    // A quote that nothing closes takes the lines after it along; whoever mends it must know how many.
    private static RowFault Unquotable(CsvLine line)
    {
        var last = line.Number + line.Raw.AsSpan().Count('\n');
        return last == line.Number
            ? new(line.Number, "", line.Raw, "引号不成对或位置不对(RFC 4180)。", "Quotes do not match or are misplaced (RFC 4180).")
            : new(line.Number, "", line.Raw, $"引号不成对或位置不对(RFC 4180)，到第{last}行都成了这一条。", $"Quotes do not match or are misplaced (RFC 4180); everything down to line {last} became part of this record.");
    }

    private static CsvTable Refused(RowFault fault) => new(Enumerable.Empty<CsvLine>().GetEnumerator(), null, fault);
}
