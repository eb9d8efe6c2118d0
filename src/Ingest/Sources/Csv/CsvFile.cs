using Indices.Observations;
using Indices.Time;

namespace Ingest.Sources.Csv;

/// <summary>
/// Reads a CSV file of observations or of deals; which of the two, its header says. Pure and total: any bytes give values
/// or located faults, never an exception. Good rows are kept beside refused ones; a file whose encoding, quotes or header
/// cannot be read is refused whole.
/// </summary>
public static class CsvFile
{
    /// <summary>Larger files are refused: they would not fit beside everything else in memory.</summary>
    public const long LargestBytes = 64 * 1024 * 1024;

    private const int MostRows = 500_000;

    public static FileContent Read(byte[] bytes, FileContext context)
    {
        if (bytes.Length > LargestBytes)
            return Refuse(1, $"文件超过{LargestBytes >> 20} MB。", $"The file is larger than {LargestBytes >> 20} MB.");
        var (text, fault) = Decoding.Read(bytes);
        if (text is null)
            return FileContent.Refuse(fault!);
        using var lines = CsvLines.Of(text).GetEnumerator();
        while (lines.MoveNext())
            if (!lines.Current.IsBlank)
                return ReadBody(lines.Current, lines, context);
        return Refuse(1, "文件是空的。", "The file is empty.");
    }

    private static FileContent ReadBody(CsvLine header, IEnumerator<CsvLine> lines, FileContext context)
    {
        if (header.IsBroken)
            return FileContent.Refuse(new(header.Number, "", header.Raw, "表头的引号不成对。", "The header's quotes do not match."));
        var isDeals = header.Cells.Any(c => DealFile.Set.Find(c) == DealFile.Deal);
        var columns = Columns.Of(header, isDeals ? DealFile.Set : ObservationColumns.Set);
        if (columns.Fault is { } fault)
            return FileContent.Refuse(fault);
        return isDeals ? Deals(columns, lines, context) : Observations(columns, lines, context);
    }

    private static FileContent Observations(Columns columns, IEnumerator<CsvLine> lines, FileContext context)
    {
        var file = new ObservationFile(context);
        var (rows, faults, refusal) = Rows(columns, lines, file.Read);
        if (refusal is not null)
            return FileContent.Refuse(refusal);
        var kept = Duplicates.Settle(rows, o => (o.Series, o.Period, o.Vintage), o => o.Row, Agree,
            o => o.ValueText ?? o.Status.ToString(), columns.Spelling(ObservationColumns.Value), faults);
        return new(kept, [], InOrder(faults), columns.Ignored, file.PeriodSpelling);
    }

    private static FileContent Deals(Columns columns, IEnumerator<CsvLine> lines, FileContext context)
    {
        var (rows, faults, refusal) = Rows(columns, lines, new DealFile(context).Read);
        if (refusal is not null)
            return FileContent.Refuse(refusal);
        var kept = Duplicates.Settle(rows, r => (r.Deal.Code, r.Deal.Vintage), r => r.Row, (a, b) => a.Deal == b.Deal,
            r => r.Deal.Code, columns.Spelling(DealFile.Deal), faults);
        return new([], kept, InOrder(faults), columns.Ignored, new Dictionary<Period, string>());
    }

    private static (List<T> Rows, List<RowFault> Faults, RowFault? Refusal) Rows<T>(
        Columns columns, IEnumerator<CsvLine> lines, Func<RowReader, T> read)
    {
        var rows = new List<T>();
        var faults = new List<RowFault>();
        while (lines.MoveNext())
        {
            if (lines.Current.IsBlank)
                continue;
            if (rows.Count + faults.Count == MostRows)
                return (rows, faults, new(lines.Current.Number, "", "", $"超过{MostRows}行，请分成几个文件。", $"More than {MostRows} rows; split the file."));
            if (Misshapen(columns, lines.Current) is { } misshapen)
            {
                faults.Add(misshapen);
                continue;
            }
            var row = new RowReader(columns, lines.Current);
            var value = read(row);
            if (row.Fault is { } fault)
                faults.Add(fault);
            else
                rows.Add(value);
        }
        return rows.Count + faults.Count > 0
            ? (rows, faults, null)
            : (rows, faults, new(1, "", "", "只有表头，没有数据。", "There is a header but no data."));
    }

    private static RowFault? Misshapen(Columns columns, CsvLine line)
    {
        if (line.IsBroken)
            return new(line.Number, "", line.Raw, "引号不成对或位置不对(RFC 4180)。", "Quotes do not match or are misplaced (RFC 4180).");
        // Spreadsheets leave empty cells behind at the end of a row; they say nothing.
        if (line.Cells.Length < columns.Count || line.Cells.Skip(columns.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
            return new(line.Number, "", line.Raw, $"有{line.Cells.Length}格，表头有{columns.Count}格。", $"{line.Cells.Length} cells where the header has {columns.Count}.");
        return null;
    }

    private static bool Agree(NewObservation left, NewObservation right) =>
        left.Status == right.Status && left.Bound == right.Bound && Number(left).Equals(Number(right));

    private static double? Number(NewObservation observation) =>
        observation.ValueText is { } text ? NumberText.ValueOf(text) : null;

    private static IReadOnlyList<RowFault> InOrder(List<RowFault> faults) => [.. faults.OrderBy(f => f.Row)];

    private static FileContent Refuse(int line, string chinese, string english) => FileContent.Refuse(new(line, "", "", chinese, english));
}
