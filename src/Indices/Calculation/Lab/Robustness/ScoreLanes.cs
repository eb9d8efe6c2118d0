namespace Indices.Calculation.Lab.Robustness;

/// <summary>
/// A table of scores as a mean of one power adds them up: x at power 1, ln x at 0, x^p otherwise, taken once. Units lie side by
/// side in each row, padded to whole vectors with missing values.
/// </summary>
internal sealed class ScoreLanes
{
    /// <summary>Units that are worked on together.</summary>
    internal const int Lanes = 4;

    private readonly double[] _values;

    /// <exception cref="UndefinedResultException">A score has no image at this power.</exception>
    internal ScoreLanes(UnitTable table, double power)
    {
        Stride = (table.Units.Length + Lanes - 1) / Lanes * Lanes;
        _values = new double[table.Indicators.Length * Stride];
        Array.Fill(_values, double.NaN);
        for (var j = 0; j < table.Indicators.Length; j++)
            for (var unit = 0; unit < table.Units.Length; unit++)
                _values[j * Stride + unit] = To(power, table[unit, j]);
    }

    internal int Stride { get; }

    internal ReadOnlySpan<double> Row(int indicator) => _values.AsSpan(indicator * Stride, Stride);

    /// <summary>What is added up of a score.</summary>
    /// <exception cref="UndefinedResultException">The score is too small for the power.</exception>
    internal static double To(double power, double x)
    {
        if (power <= 0.0 && x <= 0.0 || power != 1.0 && x < 0.0)
            throw new UndefinedResultException("含零或负值，该平均无定义。", "A value is zero or negative: this mean is not defined.");
        return power switch { 1.0 => x, 0.0 => Math.Log(x), -1.0 => 1.0 / x, _ => Math.Pow(x, power) };
    }

    /// <summary>The mean of what was added up.</summary>
    internal static double From(double power, double y) =>
        power switch { 1.0 => y, 0.0 => Math.Exp(y), -1.0 => 1.0 / y, _ => Math.Pow(y, 1.0 / power) };
}
