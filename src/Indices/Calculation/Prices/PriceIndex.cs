namespace Indices.Calculation.Prices;

internal static class PriceIndex
{
    internal static IndexResult Calculate(IndexInputs inputs) => throw new NotSupportedException(inputs.Area);
}
