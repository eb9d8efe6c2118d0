namespace Dashboard.PageModels.RecalculationPages;

/// <summary>Where a period of an index is on its way to the public. Derived from what is stored, never stored itself.</summary>
public enum PeriodState
{
    /// <summary>The period is not over.</summary>
    NotDue,
    /// <summary>Some input is not in.</summary>
    Waiting,
    /// <summary>All inputs are in, and there is no version.</summary>
    Ready,
    Running,
    Candidate,
    /// <summary>Waits for its instant.</summary>
    Approved,
    Published,
    /// <summary>The newest calculation ended with an error.</summary>
    Failed,
    /// <summary>The newest calculation ended before it came to this period.</summary>
    Interrupted,
}
