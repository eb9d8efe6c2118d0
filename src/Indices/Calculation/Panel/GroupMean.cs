using Indices.Calculation.Elementwise;

namespace Indices.Calculation.Panel;

/// <summary>Weighted means of the children of a group in a block of cells, child by child: M = (Σ w x^r / Σ w)^(1/r), exp(Σ w ln x / Σ w) at r = 0.</summary>
/// <remarks>As <see cref="Composite.WeightedMean"/>, but for logarithms and powers that have the same bits on every machine.</remarks>
internal sealed class GroupMean(int cells)
{
    private readonly double[] _sum = new double[cells];
    private readonly double[] _weight = new double[cells];

    /// <summary>The means once <see cref="Finish"/> has been called; NaN where there is none.</summary>
    internal ReadOnlySpan<double> Values => _sum;

    internal void Clear()
    {
        Array.Clear(_sum);
        Array.Clear(_weight);
    }

    internal void Add(ReadOnlySpan<double> children, double weight, double power, MissingChildren missing)
    {
        var sums = _sum.AsSpan(0, children.Length);
        switch (power)
        {
            case 1.0: Each.Update(new AddTerm<ArithmeticMean>(weight, power, missing), children, sums); break;
            case 0.0: Each.Update(new AddTerm<GeometricMean>(weight, power, missing), children, sums); break;
            case -1.0: Each.Update(new AddTerm<HarmonicMean>(weight, power, missing), children, sums); break;
            default: Each.Update(new AddTerm<PowerMean>(weight, power, missing), children, sums); break;
        }
        if (missing == MissingChildren.RescaleWeights)
            Each.Update(new AddWeight(weight), children, _weight.AsSpan(0, children.Length));
    }

    /// <param name="count">Cells of the block.</param>
    internal void Finish(int count, double power, MissingChildren missing)
    {
        var sums = _sum.AsSpan(0, count);
        if (missing == MissingChildren.RescaleWeights)
            Each.Update(default(DivideBy), _weight.AsSpan(0, count), sums);
        switch (power)
        {
            case 1.0: break;
            case 0.0: Each.Of(new Value<GeometricMean>(power), sums, sums); break;
            case -1.0: Each.Of(new Value<HarmonicMean>(power), sums, sums); break;
            default: Each.Of(new Value<PowerMean>(power), sums, sums); break;
        }
    }
}
