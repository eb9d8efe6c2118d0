using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>What one indicator of a version can be in one period.</summary>
/// <param name="Value">Value scored: observed, held or carried forward.</param>
/// <param name="Trend">Value that the last change would have led to; the same as <paramref name="Value"/> unless imputed.</param>
/// <param name="Revision">Column of the revision error; −1 without.</param>
/// <param name="Imputed">Null when the value is there, or not yet due.</param>
internal sealed record ScoreCell(int Indicator, double Value, double Trend, int Revision, ImputedCell? Imputed)
{
    /// <summary>True when the score depends on the draw beyond the discrete choices.</summary>
    internal bool Varies(ImputationVariant imputation) => Revision >= 0 || MovesWithSiblings(imputation);

    internal bool MovesWithSiblings(ImputationVariant imputation) => Imputed is { Before: >= 0 } imputed
        && (imputation == ImputationVariant.ClassMean || (imputation == ImputationVariant.Published && imputed.IsClassMean));
}

/// <param name="IsClassMean">True when the published index has the class mean here.</param>
/// <param name="Before">Cell of the same indicator one period before; −1 when there is none to move.</param>
/// <param name="Siblings">Observed in both periods; none leaves the score as it was.</param>
internal sealed record ImputedCell(bool IsClassMean, int Before, ImmutableArray<MovedSibling> Siblings);

/// <param name="Slot">Of its weight.</param>
/// <param name="Now">Its cell in the period.</param>
/// <param name="Before">Its cell one period before.</param>
internal readonly record struct MovedSibling(int Slot, int Now, int Before);
