namespace Indices.Calculation.Prices.Formulas;

/// <summary>Formulas made of two others, or of a value change and another.</summary>
internal static class CompositeFormulas
{
    /// <summary>√(Laspeyres · Paasche) (Fisher 1922; Consumer Price Index Manual 2004, 15.12).</summary>
    internal static BilateralFormula Fisher { get; } = GeometricMean("fisher", BasketFormulas.Laspeyres, BasketFormulas.Paasche);

    /// <summary>√(Carli · harmonic) (Carruthers, Sellwood and Ward 1980; Dalén 1992).</summary>
    internal static BilateralFormula Cswd { get; } = GeometricMean("cswd", MeanFormulas.Carli, MeanFormulas.Harmonic);

    /// <summary>Mean of Laspeyres and Paasche (Drobisch 1871; Sidgwick 1883; Bowley 1901).</summary>
    internal static BilateralFormula Drobisch { get; } = new(
        "drobish", FormulaWeights.Compared,
        m => (BasketFormulas.Laspeyres.Index(m) + BasketFormulas.Paasche.Index(m)) / 2,
        m =>
        {
            var (laspeyres, paasche) = (BasketFormulas.Laspeyres.Contributions!(m), BasketFormulas.Paasche.Contributions!(m));
            return m.Each(n => (laspeyres[n] + paasche[n]) / 2);
        });

    /// <summary>A + √(A² + V₁ / V₀) with A half of the Laspeyres price index less the Laspeyres quantity index (Stuvel 1957).</summary>
    internal static BilateralFormula Stuvel { get; } = new("stuvel", FormulaWeights.Compared, m =>
    {
        var value = m.Sum(n => m.P0[n] * m.Q0[n]);
        var half = 0.5 * (BasketFormulas.Laspeyres.Index(m) - m.Sum(n => m.P0[n] * m.Q1[n]) / value);
        return half + Math.Sqrt(half * half + m.Sum(n => m.P1[n] * m.Q1[n]) / value);
    });

    // G² = A B gives G − 1 = (G (A − 1) + A (B − 1)) / (G + A), so parts that add up to A and to B add up to G. Of Fisher
    // it is the decomposition of van IJzeren (1987; Balk 2008, section 4.2.2).
    private static BilateralFormula GeometricMean(string name, BilateralFormula first, BilateralFormula second) => new(
        name, first.Weights,
        m => Math.Sqrt(first.Index(m) * second.Index(m)),
        m =>
        {
            var a = first.Index(m);
            var g = Math.Sqrt(a * second.Index(m));
            var (ofFirst, ofSecond) = (first.Contributions!(m), second.Contributions!(m));
            return m.Each(n => (g * ofFirst[n] + a * ofSecond[n]) / (g + a));
        });
}
