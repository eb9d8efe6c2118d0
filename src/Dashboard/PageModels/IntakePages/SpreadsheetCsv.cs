using System.Globalization;
using System.Text;
using CsvHelper;
using Dashboard.Api;

namespace Dashboard.PageModels.IntakePages;

/// <summary>CSV that opens in a spreadsheet: UTF-8 with a mark.</summary>
internal static class SpreadsheetCsv
{
    internal static byte[] Of(IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture))
            foreach (var row in rows)
                SeriesCsv.WriteRow(csv, row);
        return bytes.ToArray();
    }
}
