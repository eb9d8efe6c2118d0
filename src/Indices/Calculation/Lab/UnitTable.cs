using System.Collections.Immutable;

namespace Indices.Calculation.Lab;

/// <summary>Makes a column from a column, one value for each unit.</summary>
public delegate double[] ColumnStep(ReadOnlySpan<double> column);

/// <summary>Units (areas or periods, the rows) by indicators (the columns). What is missing is NaN. Immutable; the order of rows and columns is kept by every step.</summary>
public sealed class UnitTable
{
    private readonly ImmutableArray<ImmutableArray<double>> _columns;

    /// <param name="columns">One for each indicator, with one value for each unit.</param>
    /// <exception cref="ArgumentException">The shapes do not agree.</exception>
    public UnitTable(ImmutableArray<string> units, ImmutableArray<string> indicators, ImmutableArray<ImmutableArray<double>> columns)
    {
        if (columns.Length != indicators.Length || columns.Any(column => column.Length != units.Length))
            throw new ArgumentException("One column for each indicator, one value for each unit.", nameof(columns));
        (Units, Indicators, _columns) = (units, indicators, columns);
    }

    public ImmutableArray<string> Units { get; }

    public ImmutableArray<string> Indicators { get; }

    public double this[int unit, int indicator] => _columns[indicator][unit];

    /// <summary>Not one value is there.</summary>
    public bool IsEmpty => _columns.All(column => column.All(double.IsNaN));

    public bool HasMissing => _columns.Any(column => column.Any(double.IsNaN));

    public ReadOnlySpan<double> Column(int indicator) => _columns[indicator].AsSpan();

    /// <exception cref="ArgumentException">No such indicator.</exception>
    public ReadOnlySpan<double> Column(string indicator) => _columns[IndexOf(indicator)].AsSpan();

    /// <exception cref="ArgumentException">No such indicator.</exception>
    public int IndexOf(string indicator) => Indicators.IndexOf(indicator) is >= 0 and var found
        ? found : throw new ArgumentException($"No column {indicator}.", nameof(indicator));

    /// <summary>The same units and indicators with other values, column by column.</summary>
    public UnitTable WithColumns(Func<int, double[]> column) =>
        new(Units, Indicators, [.. Enumerable.Range(0, Indicators.Length).Select(j => ImmutableArray.Create(column(j)))]);

    /// <summary>The same units and indicators with every column put through one step.</summary>
    public UnitTable MapColumns(ColumnStep step) => WithColumns(j => step(Column(j)));

    /// <summary>The units for which the predicate holds.</summary>
    public UnitTable WithUnits(Func<int, bool> isKept)
    {
        var kept = Enumerable.Range(0, Units.Length).Where(isKept).ToList();
        return new(
            [.. kept.Select(i => Units[i])],
            Indicators,
            [.. _columns.Select(column => kept.Select(i => column[i]).ToImmutableArray())]);
    }

    /// <summary>Some of the indicators, in the order given.</summary>
    /// <exception cref="ArgumentException">One of them is not there.</exception>
    public UnitTable WithIndicators(IEnumerable<string> indicators)
    {
        var kept = indicators.Select(IndexOf).ToList();
        return new(Units, [.. kept.Select(j => Indicators[j])], [.. kept.Select(j => _columns[j])]);
    }
}
