using Indices.Intake;
using Indices.Observations;
using Ingest.Sources.Csv;

namespace Ingest.Intake;

/// <summary>Values typed in, as a file of observations like any other.</summary>
internal static class EntryDocument
{
    private static readonly string[] Header =
    [
        ObservationColumns.Indicator, ObservationColumns.Measure, ObservationColumns.Area, ObservationColumns.Scope,
        ObservationColumns.Origin, ObservationColumns.Period, ObservationColumns.Value, ObservationColumns.Status, ObservationColumns.Label,
    ];

    internal static byte[] Write(IEnumerable<EnteredValue> values, string by, DateTimeOffset at)
    {
        // The same value typed again after another is news; without the label its file would be the one known already.
        var label = FormattableString.Invariant($"manual entry by {by} at {at.UtcDateTime:O}");
        return CsvBytes.Of(values.Select(v => Row(v, label)).Prepend(Header));
    }

    private static string[] Row(EnteredValue entered, string label)
    {
        var (series, missing) = (entered.Series, StatusOf(entered.Text));
        return
        [
            series.Indicator, series.Measure, series.Area, series.Scope, series.Origin.ToString().ToLowerInvariant(),
            entered.Period.ToString(), missing is null ? entered.Text.Trim() : "", missing?.ToString() ?? "", label,
        ];
    }

    private static ObservationStatus? StatusOf(string text) =>
        CodeWords.Status(text.Trim()) is { } status && (status.IsMissing() || status is ObservationStatus.Q) ? status : null;
}
