using System.Globalization;
using CsvHelper;
using Indices.Intake;
using Indices.Observations;
using Ingest.Sources.Csv;

namespace Ingest.Intake;

/// <summary>Values typed in, as a file of observations like any other.</summary>
internal static class EntryDocument
{
    internal static byte[] Write(IEnumerable<EnteredValue> values, string by, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes), CultureInfo.InvariantCulture))
        {
            Line(csv, ObservationColumns.Indicator, ObservationColumns.Measure, ObservationColumns.Area, ObservationColumns.Scope,
                ObservationColumns.Origin, ObservationColumns.Period, ObservationColumns.Value, ObservationColumns.Status, ObservationColumns.Label);
            // The same value typed again after another is news; without the label its file would be the one known already.
            var label = FormattableString.Invariant($"manual entry by {by} at {at.UtcDateTime:O}");
            foreach (var entered in values)
            {
                var series = entered.Series;
                var missing = StatusOf(entered.Text);
                Line(csv, series.Indicator, series.Measure, series.Area, series.Scope, series.Origin.ToString().ToLowerInvariant(),
                    entered.Period.ToString(), missing is null ? entered.Text.Trim() : "", missing?.ToString() ?? "", label);
            }
        }
        return bytes.ToArray();
    }

    private static ObservationStatus? StatusOf(string text) =>
        CodeWords.Status(text.Trim()) is { } status && (status.IsMissing() || status is ObservationStatus.Q) ? status : null;

    private static void Line(CsvWriter csv, params string[] cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
