using System.Globalization;
using MiniExcelLibs;

namespace Dashboard.Api;

/// <summary>A series as a workbook with the columns of the CSV: numbers as numbers, text with the same apostrophe before what looks like a formula.</summary>
internal static class SeriesXlsx
{
    private static readonly HashSet<string> Numbers = ["value", "coverage", "release_version"];

    internal static byte[] Write(IndexSeries series)
    {
        using var buffer = new MemoryStream();
        buffer.SaveAs(
            series.Observations.Select(row => SeriesCsv.Header.Zip(SeriesCsv.Row(series, row)).ToDictionary(c => c.First, c => Cell(c.First, c.Second))),
            sheetName: "data");
        return buffer.ToArray();
    }

    private static object? Cell(string name, string? text) => text is null ? null
        : Numbers.Contains(name) ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : text;
}
