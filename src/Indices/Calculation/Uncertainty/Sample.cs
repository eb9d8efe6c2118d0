using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>Where each group of inputs is taken from: A itself, B itself, or A with one group from B.</summary>
internal readonly record struct Sample(DrawMatrix Matrix, UncertaintyGroup? Exchanged = null, DrawMatrix? Other = null)
{
    internal DrawMatrix Of(UncertaintyGroup group) => group == Exchanged ? Other! : Matrix;
}
