using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dashboard.Api;

/// <summary>The targets as a tidy table, one row each, in the order of the document.</summary>
public static class TargetCsv
{
    private static readonly string[] Header =
    [
        "code", "name_zh", "name_en", "unit", "kind", "comparison", "target", "goal", "tolerance", "deadline", "rating",
        "value", "period", "status", "baseline", "path_value", "progress_percent", "attainment_percent",
        "required_annual_growth_percent", "required_per_year", "compound_growth_percent", "years_met", "verdict", "origin",
        "document", "sentence", "notes",
    ];

    // RFC 4180, whatever the server runs on.
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static string Write(IEnumerable<TargetEntry> targets)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Rfc4180))
        {
            WriteRow(csv, Header);
            foreach (var target in targets)
                WriteRow(csv, Cells(target));
        }
        return text.ToString();
    }

    private static IEnumerable<string?> Cells(TargetEntry t) =>
    [
        t.Code, SeriesCsv.Text(t.NameZh), SeriesCsv.Text(t.NameEn), t.Unit, t.Kind, t.Comparison,
        Number(t.Target), Number(t.Goal), Number(t.Tolerance), t.Deadline, t.Rating,
        Number(t.Value), t.Period, t.Status, Number(t.Baseline), Number(t.PathValue), Number(t.ProgressPercent), Number(t.AttainmentPercent),
        Number(t.RequiredAnnualGrowthPercent), Number(t.RequiredPerYear), Number(t.CompoundGrowthPercent),
        t.YearsMet?.ToString(CultureInfo.InvariantCulture), t.Verdict, t.Origin,
        SeriesCsv.Text(t.Document), SeriesCsv.Text(t.Sentence), SeriesCsv.Text(string.Join("；", t.Notes)),
    ];

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static void WriteRow(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
