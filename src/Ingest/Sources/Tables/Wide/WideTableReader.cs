using Indices.Observations;
using Indices.Time;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;
using Ingest.Validation;

namespace Ingest.Sources.Tables.Wide;

/// <summary>Reads the numbers of a wide table. Each is placed by what its column, its row, its section and its title say; what they leave open refuses it.</summary>
internal sealed class WideTableReader(Sheet sheet, WideTable table, FileContext context, HeadingReader headings)
{
    private readonly IReadOnlyList<WideColumn> _columns = WideColumn.Of(table, headings);
    private static readonly string[] Everything = ["全市", "合计", "总计", "全部"];

    private readonly TablesRead _read = new();
    private readonly List<Placed<NewObservation>> _totalGrowth = [];

    internal TablesRead Read()
    {
        var section = Heading.Nothing;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            section = table.Sections.GetValueOrDefault(i, section);
            Row(table.Rows[i], section);
        }
        foreach (var column in _columns.Where(c => !c.HasValues && c.Text.Length > 0 && !c.Headings.Any(h => h.HeadsLabels)))
            _read.Remarks.Add(sheet.PlaceOf(table.Headers[^1].Number, column.Place).Fault(column.Text, "这一列不是本期数值，未读取。", "This column holds no values of the period; not read."));
        KeepTotalGrowth();
        return _read;
    }

    private void Row(CsvLine line, Heading section)
    {
        var said = _columns.Where(c => IsLabel(c, line)).Select(c => headings.Read(line.Cells[c.Place])).Append(section).ToList();
        var series = said.Select(h => h.Series).FirstOrDefault(s => s is not null);
        // 其他, or a place that nobody knows: the numbers beside it are not those of the column or the title.
        var isElsewhere = _columns.FirstOrDefault(c => IsLabel(c, line) && !IsValue(c, line)) is { } first
            && headings.Read(line.Cells[first.Place]) is { SaysSomething: false } or { IsOther: true } && !Everything.Contains(line.Cells[first.Place].Trim());
        var isAnswered = false;
        var blanks = 0;
        foreach (var column in _columns.Where(c => c.HasValues || (table.Headers.Count == 0 && IsValue(c, line))))
        {
            var cell = column.Place < line.Cells.Length ? line.Cells[column.Place] : "";
            if ((series ?? (isElsewhere ? null : column.Series ?? table.Series)) is not { } label)
                continue;
            isAnswered = true;
            if (string.IsNullOrWhiteSpace(cell))
                blanks++;
            else
                Value(new WideCell(line, column, cell, label, said));
        }
        if (!isAnswered)
            _read.Remarks.Add(sheet.PlaceOf(line.Number, -1).Fault(line.Raw, "这一行没有对应到指标，未读取。", "No indicator goes by this label; not read."));
        else if (blanks > 0)
            _read.Remarks.Add(sheet.PlaceOf(line.Number, -1).Fault(line.Raw, $"{blanks}个空格没有数值，未读取。", $"{blanks} empty cells, not read."));
    }

    private bool IsLabel(WideColumn column, CsvLine line) =>
        column.Place < line.Cells.Length && !string.IsNullOrWhiteSpace(line.Cells[column.Place]) && !column.HasValues && !column.IsOther
        && (table.Headers.Count > 0 || !IsValue(column, line));

    private static bool IsValue(WideColumn column, CsvLine line) =>
        column.Place < line.Cells.Length && Widths.Narrow(line.Cells[column.Place]) is { Length: > 0 } text
        && (CellNumber.TryParse(text) is not null || NumberText.IsGap(text));

    private void Value(WideCell cell)
    {
        var place = sheet.PlaceOf(cell.Line.Number, cell.Column.Place, cell.Column.Text);
        var (observation, refusal) = cell.Read(table, context, place);
        if (refusal is { } reason)
            _read.Faults.Add(place.Fault(cell.Text, reason.Chinese, reason.English));
        else if (cell.IsTotalGrowth)
            _totalGrowth.Add(new(observation!, place));
        else
            _read.Observations.Add(new(observation!, place));
    }

    // A series has one growth rate a period. Where both are printed it is that of the period itself.
    private void KeepTotalGrowth()
    {
        var ofPeriods = _read.Observations.Select(o => (o.Value.Series, o.Value.Period)).ToHashSet();
        foreach (var growth in _totalGrowth)
            if (ofPeriods.Contains((growth.Value.Series, growth.Value.Period)))
                _read.Remarks.Add(growth.Place.Fault(growth.Value.ValueText ?? "", "另有本期同比，累计同比未读取。", "The growth of the period itself is there too; that of the total was not read."));
            else
                _read.Observations.Add(growth);
    }
}
