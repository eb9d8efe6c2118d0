namespace Indices.Calculation.Lab.Treatments;

/// <summary>What stands in for a missing value of a unit over time.</summary>
public enum PanelFill
{
    /// <summary>The newest value before it; nothing stands in before the first.</summary>
    Latest,
    /// <summary>As <see cref="Latest"/>, and the first value before the first.</summary>
    Constant,
    /// <summary>On the line between the neighbours in time; the nearest value before the first and after the last.</summary>
    Linear,
}

/// <summary>Imputation of one unit's values over time (OECD/JRC Handbook, 2008, step 3; COINr's panel imputation).</summary>
public static class PanelImputation
{
    /// <param name="times">One for each value, increasing, in any unit.</param>
    public static double[] Of(ReadOnlySpan<double> values, IReadOnlyList<double> times, PanelFill fill)
    {
        var result = values.ToArray();
        for (var i = 0; i < result.Length; i++)
            if (double.IsNaN(values[i]))
                result[i] = At(i, values, times, fill);
        return result;
    }

    private static double At(int at, ReadOnlySpan<double> values, IReadOnlyList<double> times, PanelFill fill)
    {
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && double.IsNaN(values[before]))
            before--;
        while (after < values.Length && double.IsNaN(values[after]))
            after++;
        if (before < 0)
            return fill == PanelFill.Latest || after == values.Length ? double.NaN : values[after];
        if (fill != PanelFill.Linear || after == values.Length)
            return values[before];
        return values[before] + (values[after] - values[before]) * ((times[at] - times[before]) / (times[after] - times[before]));
    }
}
