using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Panel;

/// <summary>Values of many indicators in many areas and periods, in each indicator's own unit; NaN is missing.</summary>
/// <remarks>A cell is an area in a period. Cells run area by area and, within an area, period by period.</remarks>
public sealed class IndicatorPanel
{
    private readonly ImmutableArray<ReadOnlyMemory<double>> _columns;

    /// <param name="columns">One for each indicator, in their order, with a value for every cell.</param>
    /// <exception cref="ArgumentException">A column is missing or of another length.</exception>
    public IndicatorPanel(
        ImmutableArray<string> indicators, ImmutableArray<string> areas, ImmutableArray<Period> periods, ImmutableArray<ReadOnlyMemory<double>> columns)
    {
        (Indicators, Areas, Periods, _columns) = (indicators, areas, periods, columns);
        if (columns.Length != indicators.Length || columns.Any(column => column.Length != CellCount))
            throw new ArgumentException($"{indicators.Length} columns of {CellCount} values are needed.", nameof(columns));
    }

    /// <summary>Codes.</summary>
    public ImmutableArray<string> Indicators { get; }

    public ImmutableArray<string> Areas { get; }

    public ImmutableArray<Period> Periods { get; }

    /// <summary>Areas × periods.</summary>
    public int CellCount => Areas.Length * Periods.Length;

    /// <summary>Place of a cell in every column and result.</summary>
    public int CellOf(int area, int period) => area * Periods.Length + period;

    /// <summary>Values of one indicator in all cells.</summary>
    public ReadOnlySpan<double> Column(int indicator) => _columns[indicator].Span;
}
