using Indices.Calculation.Prices.Formulas;
using Indices.Time;

namespace Ingest.Sources.Csv;

/// <summary>Reads a CSV file of prices for the price formulas; never stored. Several rows of one cell and period are outlets or sales of it.</summary>
public static class PriceFile
{
    private const string Cell = "cell";
    private const string Price = "price";
    private const string Quantity = "quantity";

    private static readonly ColumnSet s_columns = new(
        new(Cell, true, "product", "单元", "产品", "品种"),
        new(ObservationColumns.Period, true, "时期", "期间", "报告期"),
        new(Price, true, "价格"),
        new(Quantity, false, "数量", "金额"));

    public static PriceContent Read(byte[] bytes)
    {
        using var table = CsvTable.Open(bytes);
        if (table.Fault is { } fault)
            return PriceContent.Refuse(fault);
        var columns = Columns.Of(table.Header, s_columns);
        if (columns.Fault is { } unread)
            return PriceContent.Refuse(unread);
        var spelling = new Dictionary<Period, string>();
        var rows = new List<QuoteRow>();
        var (faults, refusal) = table.Rows(columns, Price, row => Quote(row, spelling), row => rows.Add(row.Value));
        return refusal is not null
            ? PriceContent.Refuse(refusal)
            : Content(rows, faults, columns, spelling);
    }

    private static PriceContent Content(List<QuoteRow> rows, IEnumerable<RowFault> faults, Columns columns, Dictionary<Period, string> spelling) =>
        new(rows, [.. faults.Concat(Unweighable(rows, columns)).OrderBy(f => f.Row)], columns.Ignored, columns.Spelling(Quantity), spelling);

    private static QuoteRow Quote(RowReader row, Dictionary<Period, string> spelling)
    {
        var period = row.Value(ObservationColumns.Period, Years.PeriodOf, null, Reasons.NotAPeriodKey.Chinese, Reasons.NotAPeriodKey.English);
        if (row.Fault is null && (period.IsMergedJanuaryFebruary || (spelling.Count > 0 && spelling.First().Key.Frequency != period.Frequency)))
            row.Refuse(ObservationColumns.Period, "各行时期的频率须相同，且不能是合并的1-2月。", "All periods have one frequency, and January and February are not merged.");
        var price = row.Number(Price, true);
        if (price <= 0)
            row.Refuse(Price, "价格须大于0。", "A price must be above 0.");
        var quantity = row.Number(Quantity, false);
        if (quantity < 0)
            row.Refuse(Quantity, "数量不能为负。", "A quantity must not be negative.");
        var quote = new PriceQuote(row.Required(Cell), period, price ?? double.NaN, quantity ?? double.NaN);
        if (row.Fault is null)
            spelling.TryAdd(period, row.Text(ObservationColumns.Period));
        return new(row.Line, quote);
    }

    // A unit value of several rows is weighed by their quantities.
    private static IEnumerable<RowFault> Unweighable(IEnumerable<QuoteRow> rows, Columns columns) => rows
        .GroupBy(r => (r.Quote.Product, r.Quote.Period))
        .Where(g => g.Skip(1).Any() && !(g.Sum(r => r.Quote.Quantity) > 0))
        .SelectMany(g => g.Skip(1))
        .Select(r => new RowFault(r.Row, columns.Spelling(Quantity), "",
            $"{r.Quote.Product}在{r.Quote.Period}有多行，须有数量才能合成单位价值。",
            $"{r.Quote.Product} has several rows in {r.Quote.Period}; a unit value needs their quantities."));
}
