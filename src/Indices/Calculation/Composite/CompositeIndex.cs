namespace Indices.Calculation.Composite;

internal static class CompositeIndex
{
    internal static IndexResult Calculate(IndexInputs inputs) => throw new NotSupportedException(inputs.Area);
}
