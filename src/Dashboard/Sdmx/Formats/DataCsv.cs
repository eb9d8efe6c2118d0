using System.Globalization;
using CsvHelper;
using Dashboard.Api;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Formats;

/// <summary>SDMX-CSV 1.0 and 2.0: one line for each observation, or for each series where no observations are asked for.</summary>
internal static class DataCsv
{
    private static readonly string[] Lead1 = ["DATAFLOW"];
    private static readonly string[] Lead2 = ["STRUCTURE", "STRUCTURE_ID", "ACTION"];

    internal static string Write(DataMessage message, FormatKind kind, CsvOptions options)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, SeriesCsv.Rfc4180))
        {
            var places = Places(message);
            var subject = Urns.Key(message.Subject);
            SeriesCsv.WriteRow(csv, [.. kind == FormatKind.Csv2 ? Lead2 : Lead1, .. places.Select(p => Header(message, p, options))]);
            foreach (var set in message.Sets)
                foreach (var row in message.Query.HasObservations ? set.Rows : set.Rows.DistinctBy(SeriesKey.Of))
                    SeriesCsv.WriteRow(csv,
                    [
                        .. kind == FormatKind.Csv2
                            ? new[] { message.IsOfStructure ? "datastructure" : "dataflow", subject, set.Action[..1] }
                            : [subject],
                        .. places.Select(p => Cell(message, row, p, options)),
                    ]);
        }
        return text.ToString();
    }

    private static IEnumerable<int> Places(DataMessage message) => Enumerable.Range(0, message.Components.Length).Where(i => message.Components[i].Role switch
    {
        Role.Dimension => true,
        Role.Time => message.Query.HasObservations,
        Role.Measure => message.Query.HasObservations && message.Query.HasMeasure,
        Role.SeriesAttribute => message.SeriesAttributes.Contains(i) || message.ObservationAttributes.Contains(i),
        _ => message.ObservationAttributes.Contains(i),
    });

    private static string Header(DataMessage message, int place, CsvOptions options)
    {
        var component = message.Components[place];
        return options.WithNames ? $"{component.Id}: {message.Structure.NameOf(component).In(message.Language.IsEnglish)}" : component.Id;
    }

    private static string? Cell(DataMessage message, DataRow row, int place, CsvOptions options)
    {
        var (component, cell) = (message.Components[place], row.Cells[place]);
        if (component.IsNumber || component.Role == Role.Time)
            return component.Role == Role.Time && options.IsTimeNormalised ? row.Period.Start.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture) : cell;
        return SeriesCsv.Text(options.WithNames && cell is not null && component.Codes?.NameOf(cell) is { } name ? $"{cell}: {name.In(message.Language.IsEnglish)}" : cell);
    }
}
