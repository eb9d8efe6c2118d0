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

    public static FileContent Read(byte[] bytes, FileContext context)
    {
        using var table = CsvTable.Open(bytes);
        if (table.Fault is { } fault)
            return FileContent.Refuse(fault);
        var isDeals = table.Header.Cells.Any(c => DealFile.Set.Find(c) == DealFile.Deal);
        var columns = Columns.Of(table.Header, isDeals ? DealFile.Set : ObservationColumns.Set);
        if (columns.Fault is { } unread)
            return FileContent.Refuse(unread);
        return isDeals ? Deals(columns, table, context) : Observations(columns, table, context);
    }

    private static FileContent Observations(Columns columns, CsvTable table, FileContext context)
    {
        var file = new ObservationFile(context);
        var (rows, faults, refusal) = table.Rows(columns, file.Read);
        if (refusal is not null)
            return FileContent.Refuse(refusal);
        var kept = Duplicates.Settle(rows, o => (o.Series, o.Period, o.Vintage), o => o.Row, Agree,
            o => o.ValueText ?? o.Status.ToString(), columns.Spelling(ObservationColumns.Value), faults);
        return new(kept, [], InOrder(faults), columns.Ignored, file.PeriodSpelling);
    }

    private static FileContent Deals(Columns columns, CsvTable table, FileContext context)
    {
        var (rows, faults, refusal) = table.Rows(columns, new DealFile(context).Read);
        if (refusal is not null)
            return FileContent.Refuse(refusal);
        var kept = Duplicates.Settle(rows, r => (r.Deal.Code, r.Deal.Vintage), r => r.Row, (a, b) => a.Deal == b.Deal,
            r => r.Deal.Code, columns.Spelling(DealFile.Deal), faults);
        return new([], kept, InOrder(faults), columns.Ignored, new Dictionary<Period, string>());
    }

    private static bool Agree(NewObservation left, NewObservation right) =>
        left.Status == right.Status && left.Bound == right.Bound && Number(left).Equals(Number(right));

    private static double? Number(NewObservation observation) =>
        observation.ValueText is { } text ? NumberText.ValueOf(text) : null;

    private static IReadOnlyList<RowFault> InOrder(List<RowFault> faults) => [.. faults.OrderBy(f => f.Row)];
}
