using Indices.Time;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>What one product cost in one period, as collected: one row of a price file.</summary>
/// <param name="Price">Above 0, in the product's own unit.</param>
/// <param name="Quantity">0 or more, in units of the product; NaN when not collected, which leaves the unweighted formulas.</param>
public readonly record struct PriceQuote(string Product, Period Period, double Price, double Quantity);
