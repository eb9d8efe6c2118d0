using System.Globalization;
using Dashboard.Api;
using Indices.Observations;

namespace Dashboard.PageModels.IntakePages;

/// <summary>What was found in a document, as a CSV that opens in a spreadsheet: UTF-8 with a mark, and no cell that could run as a formula.</summary>
internal static class FindingReport
{
    private static readonly string[] Header = ["file", "row", "column", "text", "kind", "code", "reason_zh", "reason_en"];

    internal static byte[] Write(IEnumerable<QuarantinedRow> findings) =>
        SpreadsheetCsv.Of(findings.Select(Cells).Prepend(Header).Select(row => Array.ConvertAll(row, cell => SeriesCsv.Text(cell) ?? "")));

    private static string[] Cells(QuarantinedRow finding) =>
    [
        finding.Document, finding.Row.ToString(CultureInfo.InvariantCulture), finding.Column, finding.Text,
        finding.Kind.ToString().ToLowerInvariant(), finding.Code, finding.ReasonChinese, finding.ReasonEnglish,
    ];
}
