using System.Collections.Immutable;

namespace Indices.Methodology;

/// <summary>The check of the strata by regression (methodology, section 11.6).</summary>
/// <param name="MinimumDeals">In a window; with fewer there is no value.</param>
/// <param name="WindowQuarters">Length of the window that moves over the deals.</param>
/// <param name="StandardTenorYears">Tenor of the standard deal whose price the index follows.</param>
/// <param name="Regressors">What a deal's price is corrected for, beside its period.</param>
public sealed record HedonicRule(int MinimumDeals, int WindowQuarters, int StandardTenorYears, ImmutableArray<HedonicRegressor> Regressors);

/// <summary>A characteristic of a deal. The standard deal has product and rating of the first cell, the median amount and the commonest industry.</summary>
public enum HedonicRegressor
{
    /// <summary>Years beyond the standard tenor.</summary>
    Tenor,
    /// <summary>An effect for each rating band but the standard one.</summary>
    Rating,
    /// <summary>An effect for each product but the standard one.</summary>
    Product,
    /// <summary>Logarithm of the amount over the median.</summary>
    Amount,
    /// <summary>An effect for each industry but the commonest.</summary>
    Industry,
}
