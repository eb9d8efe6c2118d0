using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Dashboard.PageModels.IntakePages;

/// <summary>A workbook of one sheet, every cell text, with a header that stays in sight.</summary>
internal static class SpreadsheetXlsx
{
    private const double NarrowestColumn = 10;

    internal static byte[] Of(string sheet, IReadOnlyList<string> header, IReadOnlyList<string[]> rows)
    {
        using var bytes = new MemoryStream();
        bytes.SaveAs(
            rows.Select(row => header.Zip(row).ToDictionary(c => c.First, object (c) => c.Second)),
            sheetName: sheet,
            configuration: new OpenXmlConfiguration
            {
                FreezeRowCount = 1,
                AutoFilter = false,
                DynamicColumns = [.. header.Select((name, i) => new DynamicExcelColumn(name) { Width = Width(rows.Select(r => r[i]).Append(name)) })],
            });
        return bytes.ToArray();
    }

    // A Chinese character takes two places.
    private static double Width(IEnumerable<string> texts) =>
        Math.Max(NarrowestColumn, texts.Max(t => t.Sum(c => c > 0xff ? 2 : 1)) + 2);
}
