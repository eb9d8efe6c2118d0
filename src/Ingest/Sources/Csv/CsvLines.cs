using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ingest.Sources.Csv;

/// <summary>One row of a table, whatever kind of file it stands in.</summary>
/// <param name="Number">1-based line on which the record starts, or row of the sheet.</param>
/// <param name="Raw">The record as it stands in the file.</param>
/// <param name="IsBroken">Its quotes do not follow RFC 4180.</param>
internal sealed record CsvLine(int Number, string[] Cells, string Raw, bool IsBroken)
{
    internal bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    /// <summary>Cells of a sheet that must not be read as they stand, by place; null when there are none.</summary>
    internal IReadOnlyDictionary<int, Reason>? Unreadable { get; init; }
}

/// <summary>Records of RFC 4180 text, one at a time, separated by commas or, where its first line says so, by tabs.</summary>
internal static class CsvLines
{
    internal static IEnumerable<CsvLine> Of(string text)
    {
        var isBad = false;
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = IsTabbed(text) ? "\t" : ",",
            HasHeaderRecord = false,
            BadDataFound = _ => isBad = true,
        };
        using var parser = new CsvParser(new StringReader(text), rules);
        // The parser counts the line where a record ends, and differently for records that are broken; people look for its start.
        var (position, line) = (0, 1);
        while (parser.Read())
        {
            isBad = false;
            var cells = parser.Record!;
            var raw = parser.RawRecord;
            for (; position < text.Length && text[position] is '\r' or '\n'; position++)
                line += text[position] == '\n' ? 1 : 0;
            // A sound record has an even number of quotes; CsvHelper says nothing of some that are left open to the end of the file.
            yield return new CsvLine(line, cells, raw.TrimEnd('\r', '\n'), isBad || raw.AsSpan().Count('"') % 2 != 0);
            line += text.AsSpan(position, (int)parser.CharCount - position).Count('\n');
            position = (int)parser.CharCount;
        }
    }

    // Numbers may have commas in them, and titles no tabs; so most of the first lines decide.
    private static bool IsTabbed(string text)
    {
        const int looked = 20;
        var (with, without) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace() && !line.Contains('\t'))
                continue;
            if (line.Contains('\t'))
                with++;
            else
                without++;
            if (with + without == looked)
                break;
        }
        return with > without;
    }
}
