namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// Means of the price relatives r = p₁ / p₀ with weights that sum to 1. Which mean and which weights make the formula
/// (Consumer Price Index Manual 2004, chapters 15, 16 and 20).
/// </summary>
internal static class MeanFormulas
{
    /// <summary>Equal weights (Carli 1764).</summary>
    internal static BilateralFormula Carli { get; } = Arithmetic("carli", FormulaWeights.None, Equal);

    /// <summary>Shares of the later period (Palgrave 1886).</summary>
    internal static BilateralFormula Palgrave { get; } = Arithmetic("palgrave", FormulaWeights.Compared, m => m.LaterShares());

    /// <summary>Shares of the basket's value (Young 1812).</summary>
    internal static BilateralFormula Young { get; } = Arithmetic(
        "young", FormulaWeights.Basket, m => m.Shares(n => m.Basket!.Prices[n] * m.Basket.Quantities[n]));

    /// <summary>Equal weights (Jevons 1865).</summary>
    internal static BilateralFormula Jevons { get; } = Geometric("jevons", FormulaWeights.None, Equal);

    /// <summary>Shares of the earlier period.</summary>
    internal static BilateralFormula GeometricLaspeyres { get; } = Geometric("geomlaspeyres", FormulaWeights.Compared, m => m.EarlierShares());

    /// <summary>Shares of the later period.</summary>
    internal static BilateralFormula GeometricPaasche { get; } = Geometric("geompaasche", FormulaWeights.Compared, m => m.LaterShares());

    /// <summary>Mean of the shares of both periods (Törnqvist 1936; 15.81).</summary>
    internal static BilateralFormula Tornqvist { get; } = Geometric("tornqvist", FormulaWeights.Compared, m =>
    {
        var (earlier, later) = (m.EarlierShares(), m.LaterShares());
        return m.Each(n => 0.5 * (earlier[n] + later[n]));
    });

    /// <summary>Logarithmic means of the shares, made to sum to 1 (Sato 1976; Vartia 1976). A share that stays the same is its own mean.</summary>
    internal static BilateralFormula SatoVartia { get; } = Geometric("satovartia", FormulaWeights.Compared, m =>
    {
        var (earlier, later) = (m.EarlierShares(), m.LaterShares());
        return m.Shares(n => earlier[n] > 0 && later[n] > 0 ? LogMean.Of(later[n], earlier[n]) : 0.0);
    });

    /// <summary>Equal weights (Jevons 1865; Coggeshall 1887). A part moves the harmonic mean by H w (1 − 1/r): Σ w (1 − 1/r) = 1 − 1/H.</summary>
    internal static BilateralFormula Harmonic { get; } = new("harmonic", FormulaWeights.None, HarmonicMean, m =>
    {
        var mean = HarmonicMean(m);
        return m.Each(n => mean / m.Count * (1 - 1 / m.Relative(n)));
    });

    /// <summary>
    /// Constant elasticity of substitution: the mean of order 1 − σ with the shares of the earlier period (Lloyd 1975;
    /// Moulton 1996; chapter 17). At σ = 1 it is the geometric Laspeyres.
    /// </summary>
    internal static BilateralFormula Ces(double sigma) => sigma == 1.0
        ? Geometric("ces", FormulaWeights.Compared, m => m.EarlierShares())
        : new("ces", FormulaWeights.Compared, m =>
        {
            var shares = m.EarlierShares();
            return Math.Pow(m.Sum(n => shares[n] * Math.Pow(m.Relative(n), 1 - sigma)), 1 / (1 - sigma));
        });

    private static double[] Equal(MatchedPair m) => m.Shares(_ => 1.0);

    private static double HarmonicMean(MatchedPair m) => m.Count / m.Sum(n => 1 / m.Relative(n));

    private static BilateralFormula Arithmetic(string name, FormulaWeights weights, Func<MatchedPair, double[]> shares) => new(
        name, weights,
        m =>
        {
            var w = shares(m);
            return m.Sum(n => w[n] * m.Relative(n));
        },
        m =>
        {
            var w = shares(m);
            return m.Each(n => w[n] * (m.Relative(n) - 1));
        });

    // ln P = Σ w ln r, and P − 1 = L(P, 1) ln P: the logarithmic mean makes the parts additive (methodology, section 7;
    // Reinsdorf, Diewert and Ehemann 2002).
    private static BilateralFormula Geometric(string name, FormulaWeights weights, Func<MatchedPair, double[]> shares) => new(
        name, weights,
        m => GeometricMean(m, shares(m)),
        m =>
        {
            var w = shares(m);
            var mean = LogMean.Of(GeometricMean(m, w), 1.0);
            return m.Each(n => mean * w[n] * Math.Log(m.Relative(n)));
        });

    private static double GeometricMean(MatchedPair m, double[] w) => Math.Exp(m.Sum(n => w[n] * Math.Log(m.Relative(n))));
}
