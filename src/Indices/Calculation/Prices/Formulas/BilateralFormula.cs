namespace Indices.Calculation.Prices.Formulas;

/// <summary>What a formula weighs by.</summary>
public enum FormulaWeights
{
    /// <summary>Nothing: prices alone.</summary>
    None,
    /// <summary>Quantities of the periods compared.</summary>
    Compared,
    /// <summary>Quantities of given periods, the same in every comparison.</summary>
    Basket,
}

/// <summary>A price index between two periods.</summary>
public sealed class BilateralFormula
{
    internal BilateralFormula(
        string name, FormulaWeights weights, Func<MatchedPair, double> index, Func<MatchedPair, double[]>? contributions = null) =>
        (Name, Weights, Index, Contributions) = (name, weights, index, contributions);

    /// <summary>As written on the command line and in result files.</summary>
    public string Name { get; }

    public FormulaWeights Weights { get; }

    public bool HasContributions => Contributions is not null;

    /// <summary>1 when nothing moved; NaN when it is undefined.</summary>
    internal Func<MatchedPair, double> Index { get; }

    /// <summary>By product: what it adds to the index less 1. The parts add up to it exactly. Null when the formula has no such parts.</summary>
    internal Func<MatchedPair, double[]>? Contributions { get; }
}
