namespace Indices.Observations;

/// <summary>The letters of SDMX code list CL_OBS_STATUS that we use.</summary>
public enum ObservationStatus
{
    /// <summary>Normal value.</summary>
    A,
    /// <summary>Provisional.</summary>
    P,
    /// <summary>Estimated.</summary>
    E,
    /// <summary>Imputed by us.</summary>
    I,
    /// <summary>Time series break.</summary>
    B,
    /// <summary>Low reliability.</summary>
    U,
    /// <summary>Suppressed; not the same as missing.</summary>
    Q,
    /// <summary>Missing: exists but was not collected (January of a year-to-date series).</summary>
    L,
    /// <summary>Missing: cannot exist.</summary>
    M,
    /// <summary>Missing.</summary>
    O,
}

public static class ObservationStatuses
{
    /// <summary>
    /// The flag that a result takes from its inputs: Q &gt; U &gt; I &gt; E &gt; P &gt; A (methodology, section 2.2).
    /// B counts as A, because the break is stated where the version changes; missing kinds do not pass on.
    /// </summary>
    public static ObservationStatus Worse(ObservationStatus left, ObservationStatus right) =>
        Rank(left) >= Rank(right) ? left : right;

    private static int Rank(ObservationStatus status) => status switch
    {
        ObservationStatus.Q => 5,
        ObservationStatus.U => 4,
        ObservationStatus.I => 3,
        ObservationStatus.E => 2,
        ObservationStatus.P => 1,
        _ => 0,
    };

    /// <summary>True for L, M and O: there is no value and none is meant.</summary>
    public static bool IsMissing(this ObservationStatus status) =>
        status is ObservationStatus.L or ObservationStatus.M or ObservationStatus.O;
}
