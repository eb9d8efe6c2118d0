using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Composite;

/// <summary>How an indicator stands in one period of the index (methodology, sections 3.4 and 3.5).</summary>
/// <param name="Reading">Value to score; null for <see cref="StandingKind.NeverObserved"/> and <see cref="StandingKind.ClassMean"/>.</param>
/// <param name="Age">Own periods since the newest reading.</param>
/// <param name="Overdue">Own periods whose value should be there and is not.</param>
internal readonly record struct Standing(StandingKind Kind, Reading? Reading, ObservationStatus Status, int Age, int Overdue)
{
    /// <summary>
    /// True when what is scored stands in for a value of the period that is still to come. January without a value and a
    /// release step that is held are as they should be.
    /// </summary>
    internal bool StandsIn(Alignment alignment) => Kind switch
    {
        StandingKind.Observed => false,
        StandingKind.Held => Status != ObservationStatus.L && alignment != Alignment.StepRelease,
        _ => true,
    };

    internal bool IsCovered => Kind is StandingKind.Observed or StandingKind.Held;
}

internal enum StandingKind
{
    NeverObserved,
    Observed,
    /// <summary>The next value is not due yet.</summary>
    Held,
    /// <summary>Overdue, within the limit of carrying forward.</summary>
    Carried,
    /// <summary>Overdue beyond the limit: the score moves with its siblings.</summary>
    ClassMean,
}
