using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Ingest.Archive;

namespace Dashboard.CommandLine;

/// <summary>Result files as CSV: UTF-8, LF, full round-trip doubles.</summary>
internal static class CsvText
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    internal static byte[] Of(string[] header, IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), Format))
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        return bytes.ToArray();
    }

    /// <summary>Empty where there is no finite value.</summary>
    internal static string Number(double? value) => value is { } v && double.IsFinite(v) ? v.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>1 or 0; empty where it is not known.</summary>
    internal static string Flag(bool? value) => value is { } known ? known ? "1" : "0" : "";

    /// <summary>Writes files into a folder, each whole or not at all.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    internal static void Write(string folder, params (string Name, byte[] Content)[] files)
    {
        try
        {
            foreach (var (name, content) in files)
                DurableFile.Write(Path.Combine(folder, name), stream => stream.Write(content));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: 无法写入。", $"Cannot be written: {failure.Message}");
        }
    }
}
