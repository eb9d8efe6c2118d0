using System.Text;
using Indices.Observations;
using Ingest.Sources;
using Ingest.Sources.Csv;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>Files named on the command line.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    internal static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: 读不到文件。", $"Cannot read the file: {failure.Message}");
        }
    }

    internal static string Text(string path)
    {
        try
        {
            return Strict.GetString(Bytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{path}: 不是UTF-8。", "Not UTF-8.");
        }
    }

    /// <summary>Statistics that came by no door: known from the end of their periods unless the file says when, and blanks are gaps.</summary>
    /// <param name="area">Area of deals that name none.</param>
    /// <exception cref="BadInputException">Any row cannot be read: a calculation on part of a file would be a wrong one.</exception>
    internal static FileContent Statistics(string path, string area)
    {
        var content = CsvFile.Read(Bytes(path), new FileContext("", Origin.Official, area, ReceivedAt: null, Blank: ObservationStatus.O, OfficeClock.Zone));
        Refuse(path, content.Faults);
        return content;
    }

    internal static void Refuse(string path, IEnumerable<RowFault> faults)
    {
        var lines = faults.Select(f => Line(path, f.Row, f.Column, f.Text, f.Chinese, f.English)).ToList();
        if (lines.Count > 0)
            throw new BadInputException(string.Join(Environment.NewLine, lines));
    }

    /// <summary>One refusal as people and editors read it: file, line, column, text, reasons.</summary>
    internal static string Line(string file, int row, string column, string text, string chinese, string english)
    {
        var place = column.Length == 0 ? $"{file}:{row}:" : $"{file}:{row}: {column}:";
        return $"{place} {(text.Length == 0 ? "" : $"\"{text.ReplaceLineEndings("⏎")}\" ")}{chinese} {english}";
    }
}
