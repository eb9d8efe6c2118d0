namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// What a basket costs: P = Σ q p₁ / Σ q p₀. Which q makes the formula (Consumer Price Index Manual 2004, chapter 15,
/// whose equations are given).
/// </summary>
internal static class BasketFormulas
{
    /// <summary>Ratio of the mean prices (Dutot 1738; chapter 20).</summary>
    internal static BilateralFormula Dutot { get; } = Of("dutot", FormulaWeights.None, (_, _) => 1.0);

    /// <summary>Quantities of the earlier period (15.5).</summary>
    internal static BilateralFormula Laspeyres { get; } = Of("laspeyres", FormulaWeights.Compared, (m, n) => m.Q0[n]);

    /// <summary>Quantities of the later period (15.6).</summary>
    internal static BilateralFormula Paasche { get; } = Of("paasche", FormulaWeights.Compared, (m, n) => m.Q1[n]);

    /// <summary>Geometric means of the quantities (15.19).</summary>
    internal static BilateralFormula Walsh { get; } = Of("walsh", FormulaWeights.Compared, (m, n) => Math.Sqrt(m.Q0[n] * m.Q1[n]));

    /// <summary>Quantities of both periods (15.18).</summary>
    internal static BilateralFormula MarshallEdgeworth { get; } = Of("marshalledgeworth", FormulaWeights.Compared, (m, n) => m.Q0[n] + m.Q1[n]);

    /// <summary>Geary-Khamis of two periods: harmonic means of the quantities (Geary 1958; Khamis 1970).</summary>
    internal static BilateralFormula GearyKhamis { get; } = Of("gk", FormulaWeights.Compared, (m, n) => 2 / (1 / m.Q0[n] + 1 / m.Q1[n]));

    /// <summary>Quantities of other periods than the two compared (Lowe 1823).</summary>
    internal static BilateralFormula Lowe { get; } = Of("lowe", FormulaWeights.Basket, (m, n) => m.Basket!.Quantities[n]);

    private static BilateralFormula Of(string name, FormulaWeights weights, Func<MatchedPair, int, double> quantity) => new(
        name, weights,
        m => m.Sum(n => quantity(m, n) * m.P1[n]) / m.Sum(n => quantity(m, n) * m.P0[n]),
        m =>
        {
            var cost = m.Sum(n => quantity(m, n) * m.P0[n]);
            return m.Each(n => quantity(m, n) * (m.P1[n] - m.P0[n]) / cost);
        });
}
