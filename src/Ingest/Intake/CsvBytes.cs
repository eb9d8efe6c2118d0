using System.Globalization;
using CsvHelper;

namespace Ingest.Intake;

/// <summary>Documents that the program itself makes, as CSV in UTF-8.</summary>
internal static class CsvBytes
{
    internal static byte[] Of(IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), CultureInfo.InvariantCulture))
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        return bytes.ToArray();
    }
}
