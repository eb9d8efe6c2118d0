using Indices.Observations;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>A table with one value a row and known columns: observations or deals, as its header says.</summary>
internal static class TidyTable
{
    /// <summary>True where a header can only be meant for such a table, be it complete or not.</summary>
    internal static bool IsHeader(CsvLine line) => IsDeals(line) ? Columns.Of(line, DealFile.Set).Known > 2
        : Columns.Of(line, ObservationColumns.Set) is { Fault: null } or { Known: > 2 };

    internal static TablesRead Read(CsvTable table, string sheet, FileContext context)
    {
        var columns = ColumnsOf(table.Header, context, sheet);
        if (columns.Fault is { } unread)
            return columns.Known > 1 ? TablesRead.Refuse(unread) : TablesRead.NoTable(unread);
        return IsDeals(table.Header) ? Deals(columns, table, context) : Observations(columns, table, context);
    }

    /// <summary>The columns of what the header says that its rows are.</summary>
    internal static Columns ColumnsOf(CsvLine header, FileContext context, string sheet = "") => Columns.Of(
        header, IsDeals(header) ? DealFile.Set : context.Series is null ? ObservationColumns.WithoutUnit : ObservationColumns.Set, sheet);

    internal static bool IsDeals(CsvLine header) => header.Cells.Any(c => DealFile.Set.Find(c) == DealFile.Deal);

    private static TablesRead Observations(Columns columns, CsvTable table, FileContext context)
    {
        var file = new ObservationFile(context);
        var rows = new List<Placed<NewObservation>>();
        var (faults, refusal) = table.Rows(columns, ObservationColumns.Value, file.Read, rows.Add);
        return refusal is not null ? TablesRead.Refuse(refusal)
            : new TablesRead { Observations = rows, Faults = faults, IgnoredColumns = columns.Ignored, PeriodSpelling = file.PeriodSpelling };
    }

    private static TablesRead Deals(Columns columns, CsvTable table, FileContext context)
    {
        var rows = new List<Placed<DealRow>>();
        var (faults, refusal) = table.Rows(columns, DealFile.Deal, new DealFile(context).Read, rows.Add);
        return refusal is not null ? TablesRead.Refuse(refusal)
            : new TablesRead { Deals = rows, Faults = faults, IgnoredColumns = columns.Ignored };
    }
}
