using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Indices.Releases;

namespace Dashboard.Api;

/// <summary>A series as a tidy table: one row for each period and node, every row complete in itself.</summary>
public static class SeriesCsv
{
    internal static readonly string[] Header =
    [
        "index", "area", "period", "node", "value", "status", "coverage", "origin",
        "methodology_version", "release_version", "released_at", "reason", "release_period",
    ];

    // RFC 4180, whatever the server runs on.
    internal static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public static string Write(IndexSeries series)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Rfc4180))
        {
            WriteRow(csv, Header);
            foreach (var row in series.Observations)
                WriteRow(csv, Row(series, row));
        }
        return text.ToString();
    }

    internal static string?[] Row(IndexSeries series, ObservationEntry row)
    {
        // In a history each row has a release of its own.
        var release = row.Release?.Split("/v") ?? [series.Period, series.ReleaseVersion.ToString(CultureInfo.InvariantCulture)];
        return
        [
            Text(series.Index), Text(series.Area), row.Period, Text(row.Node),
            row.Value?.ToString(CultureInfo.InvariantCulture), row.Status,
            row.Coverage.ToString("R", CultureInfo.InvariantCulture), series.Origin, row.MethodologyVersion, release[1],
            UtcText.Of(row.ReleasedAt ?? series.ReleasedAt),
            Text(row.Reason), release[0],
        ];
    }

    /// <summary>Text that a spreadsheet would take for a formula gets a leading apostrophe. Numbers are written by us and keep their sign.</summary>
    public static string? Text(string? cell) => SpreadsheetText.Neutral(cell);

    internal static void WriteRow(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
