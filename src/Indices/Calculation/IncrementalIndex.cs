using Indices.Calculation.Composite;
using Indices.Calculation.Prices;
using Indices.Observations;

namespace Indices.Calculation;

/// <summary>
/// An index that is calculated again when observations arrive: only what depends on them is computed, and the result equals
/// that of <see cref="IndexCalculator.Calculate"/> to the last bit. Immutable, so two questions may start from one state.
/// </summary>
/// <remarks>
/// A composite keeps the readings of every indicator whose series are the same objects (<see cref="Snapshot.With"/> keeps
/// them), the scores that would come out the same, and the groups and contributions over them. A price index is
/// calculated anew: one deal moves the weights of a whole year.
/// </remarks>
public sealed class IncrementalIndex
{
    private readonly IndexInputs _inputs;
    private readonly CompositeIndex? _composite;

    /// <summary>Calculates in full.</summary>
    public IncrementalIndex(IndexInputs inputs) : this(inputs, null)
    {
    }

    private IncrementalIndex(IndexInputs inputs, CompositeIndex? before)
    {
        _inputs = inputs;
        _composite = inputs.Versions[0].IsPrice ? null : new CompositeIndex(inputs, before);
        Result = _composite?.Result ?? PriceIndex.Calculate(inputs);
    }

    public IndexResult Result { get; }

    /// <summary>The same index over another snapshot; cheap when that was made by <see cref="Snapshot.With"/>.</summary>
    public IncrementalIndex With(Snapshot snapshot) => new(_inputs with { Snapshot = snapshot }, _composite);
}
