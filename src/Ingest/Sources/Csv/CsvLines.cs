using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ingest.Sources.Csv;

/// <param name="Number">1-based line on which the record starts.</param>
/// <param name="Raw">The record as it stands in the file.</param>
/// <param name="IsBroken">Its quotes do not follow RFC 4180.</param>
internal sealed record CsvLine(int Number, string[] Cells, string Raw, bool IsBroken)
{
    internal bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Records of RFC 4180 text, one at a time.</summary>
internal static class CsvLines
{
    internal static IEnumerable<CsvLine> Of(string text)
    {
        var isBad = false;
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            HasHeaderRecord = false,
            BadDataFound = _ => isBad = true,
        };
        using var parser = new CsvParser(new StringReader(text), rules);
        while (parser.Read())
        {
            isBad = false;
            var cells = parser.Record!;
            var raw = parser.RawRecord;
            // A sound record has an even number of quotes; CsvHelper says nothing of one left open to the end of the file.
            var isOpen = !isBad && raw.AsSpan().Count('"') % 2 != 0;
            yield return new CsvLine(StartOf(parser.RawRow, raw, isOpen), cells, raw.TrimEnd('\r', '\n'), isBad || isOpen);
        }
    }

    // RawRow is the line on which the record ends; the line break that ends a closed record is not part of it.
    private static int StartOf(int lastLine, string raw, bool isOpen) =>
        lastLine - (isOpen ? raw.AsSpan() : raw.AsSpan().TrimEnd("\r\n")).Count('\n');
}
