using Indices.Calculation.Prices.Formulas;
using Indices.Time;

namespace Ingest.Sources;

/// <summary>What a file of prices holds. A refused file has faults and nothing else.</summary>
/// <param name="Quotes">In file order.</param>
/// <param name="Faults">By row.</param>
/// <param name="IgnoredColumns">Headers that are not known, as the file spells them.</param>
/// <param name="QuantityColumn">The header of the quantities, as the file spells it.</param>
/// <param name="PeriodSpelling">How the file first spelled each period.</param>
public sealed record PriceContent(
    IReadOnlyList<QuoteRow> Quotes,
    IReadOnlyList<RowFault> Faults,
    IReadOnlyList<string> IgnoredColumns,
    string QuantityColumn,
    IReadOnlyDictionary<Period, string> PeriodSpelling)
{
    internal static PriceContent Refuse(RowFault fault) => new([], [fault], [], "", new Dictionary<Period, string>());
}

/// <param name="Row">1-based line of the file.</param>
public sealed record QuoteRow(int Row, PriceQuote Quote);
