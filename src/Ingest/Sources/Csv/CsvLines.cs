using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ingest.Sources.Csv;

/// <summary>One row of a table, whatever kind of file it stands in.</summary>
/// <param name="Number">1-based line on which the record starts, or row of the sheet.</param>
/// <param name="Text">The record as it stands in the file; null where its cells say it.</param>
/// <param name="IsBroken">Its quotes do not follow RFC 4180.</param>
internal sealed record CsvLine(int Number, string[] Cells, string? Text, bool IsBroken)
{
    internal bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);

    /// <summary>What stands between the cells.</summary>
    internal char Delimiter { get; init; } = ',';

    /// <summary>The record as it stands in the file.</summary>
    internal string Raw => Text ?? string.Join(Delimiter, Cells);

    /// <summary>Cells of a sheet that must not be read as they stand, by place; null when there are none.</summary>
    internal IReadOnlyDictionary<int, Reason>? Unreadable { get; init; }
}

/// <summary>Records of RFC 4180 text, one at a time, separated by commas or, where its first lines say so, by tabs.</summary>
/// <remarks>Lines without quotes, which are nearly all of a large file, are cut at their delimiters; the others are CsvHelper's.</remarks>
internal static class CsvLines
{
    internal static IEnumerable<CsvLine> Of(string text) => Of(() => new StringReader(text));

    /// <param name="open">Called for each reading.</param>
    internal static IEnumerable<CsvLine> Of(Func<TextReader> open)
    {
        char delimiter;
        using (var beginning = open())
            delimiter = IsTabbed(beginning) ? '\t' : ',';
        using var text = open();
        var cells = new CellCutter(delimiter);
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
                continue;
            if (!line.Contains('"', StringComparison.Ordinal))
            {
                yield return new CsvLine(number, cells.Cut(line), null, false) { Delimiter = delimiter };
                continue;
            }
            var (record, lines) = Whole(line, text, delimiter);
            foreach (var quoted in Quoted(record, number, delimiter))
                yield return quoted;
            number += lines - 1;
        }
    }

    /// <summary>A record with the further lines that its open quotes take in.</summary>
    private static (string Record, int Lines) Whole(string first, TextReader text, char delimiter)
    {
        var isOpen = EndsInQuotes(first, delimiter, false);
        var (record, lines) = (new StringBuilder(first), 1);
        while (isOpen && record.Length < Decoding.LongestLine && text.ReadLine() is { } next)
        {
            record.Append('\n').Append(next);
            isOpen = EndsInQuotes(next, delimiter, isOpen);
            lines++;
        }
        return (record.ToString(), lines);
    }

    // A quote opens at the beginning of a cell, or again after a closing one, which it escapes; anywhere else it is a mistake that ends with its line.
    private static bool EndsInQuotes(string line, char delimiter, bool isOpen)
    {
        var mayOpen = true;
        foreach (var c in line)
            if (c == '"' && (isOpen || mayOpen))
                (isOpen, mayOpen) = (!isOpen, isOpen);
            else
                mayOpen = !isOpen && c == delimiter;
        return isOpen;
    }

    private static IEnumerable<CsvLine> Quoted(string text, int line, char delimiter)
    {
        var isBad = false;
        var rules = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            BadDataFound = _ => isBad = true,
        };
        using var parser = new CsvParser(new StringReader(text), rules);
        // The parser counts the line where a record ends, and differently for records that are broken; people look for its start.
        var position = 0;
        while (parser.Read())
        {
            isBad = false;
            var cells = parser.Record!;
            var raw = parser.RawRecord;
            for (; position < text.Length && text[position] == '\n'; position++)
                line++;
            // A sound record has an even number of quotes; CsvHelper says nothing of some that are left open to the end of the file.
            yield return new CsvLine(line, cells, raw.TrimEnd('\n'), isBad || raw.AsSpan().Count('"') % 2 != 0);
            line += text.AsSpan(position, (int)parser.CharCount - position).Count('\n');
            position = (int)parser.CharCount;
        }
    }

    // Numbers may have commas in them, and titles no tabs; so most of the first lines decide.
    private static bool IsTabbed(TextReader text)
    {
        const int looked = 20;
        var (with, without) = (0, 0);
        while (with + without < looked && text.ReadLine() is { } line)
            if (line.Contains('\t', StringComparison.Ordinal))
                with++;
            else if (!string.IsNullOrWhiteSpace(line))
                without++;
        return with > without;
    }
}
