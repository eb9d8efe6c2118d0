using Indices.Calculation.Prices.Formulas;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>What the compute command was asked to make of a file of prices.</summary>
/// <param name="Chained">Bilateral formulas as links between neighbours; otherwise every period against one.</param>
/// <param name="Reference">That one period; null: the first.</param>
/// <param name="Basket">Periods whose quantities weigh a fixed-basket formula; empty: the first.</param>
/// <param name="Window">Periods in a window of a multilateral formula.</param>
/// <param name="Carried">Missing prices are taken from a neighbouring period, with quantity 0.</param>
internal sealed record FormulaRequest(
    string Prices,
    string Out,
    IReadOnlyList<BilateralFormula> Bilateral,
    IReadOnlyList<MultilateralFormula> Multilateral,
    bool Chained,
    Period? Reference,
    IReadOnlyList<Period> Basket,
    int Window,
    Splice Splice,
    bool Carried);
