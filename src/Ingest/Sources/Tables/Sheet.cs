using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>A rectangle of cells as people see it: what is hidden is left out, merged cells repeat their text.</summary>
/// <param name="Name">Empty for a text.</param>
/// <param name="Lines">Rows from the top; may be read several times.</param>
/// <param name="Remarks">What was left out.</param>
internal sealed record Sheet(string Name, IEnumerable<CsvLine> Lines, IReadOnlyList<RowFault> Remarks)
{
    /// <summary>Where a cell stands.</summary>
    /// <param name="column">0-based; below 0 for the whole row.</param>
    internal Place PlaceOf(int row, int column, string header = "") => Place.In(Name, row, column, header);
}
