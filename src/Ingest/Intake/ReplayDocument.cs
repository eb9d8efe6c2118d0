using System.Globalization;
using System.Text;
using Indices.Intake;
using Indices.Provenance;
using Ingest.Sources.Csv;

namespace Ingest.Intake;

/// <summary>
/// A document that reads rows of other documents again: CSV, a line for each row, with the cell that is corrected, who did
/// it, when and why. It is a document like any other, so that a value found in it leads to the bytes first received.
/// </summary>
internal static class ReplayDocument
{
    private const string Address = "replay:";
    private static readonly string[] Header = ["document", "file", "row", "column", "text", "reason", "by", "at"];

    internal static bool IsOne(RawDocument document) => document.Address.StartsWith(Address, StringComparison.Ordinal);

    internal static string AddressOf(string by) => Address + by;

    internal static byte[] Write(IEnumerable<ReplayedRow> rows, Func<string, string> nameOf, string reason, string by, DateTimeOffset at) =>
        CsvBytes.Of(rows.Select(row => new[]
        {
            row.Place.DocumentSha256, nameOf(row.Place.DocumentSha256), row.Place.Row.ToString(CultureInfo.InvariantCulture),
            row.Column, row.Text, reason, by, at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        }).Prepend(Header));

    /// <summary>The rows that it names, each with its own line.</summary>
    internal static IEnumerable<(int Line, ReplayedRow Row)> Lines(byte[] bytes) =>
        from line in CsvLines.Of(Encoding.UTF8.GetString(bytes)).Skip(1)
        let place = new RowPlace(line.Cells[0], int.Parse(line.Cells[2], CultureInfo.InvariantCulture))
        select (line.Number, new ReplayedRow(place, line.Cells[3], line.Cells[4]));
}
