using Indices.Calculation.Composite;
using Indices.Calculation.Prices;

namespace Indices.Calculation;

/// <summary>The one entry to both engines. Pure: no clock, file, network or random source.</summary>
public static class IndexCalculator
{
    /// <summary>Computes every period up to <see cref="IndexInputs.Last"/> that the data allow.</summary>
    public static IndexResult Calculate(IndexInputs inputs) =>
        inputs.Versions[0].IsPrice ? PriceIndex.Calculate(inputs) : CompositeIndex.Calculate(inputs);
}
