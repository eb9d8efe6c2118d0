using Indices.Observations;
using Indices.Time;

namespace Indices.Intake;

/// <summary>What a waiting document would change, against the newest values known.</summary>
/// <param name="Changes">Rows that would change something, in file order; at most <see cref="MostRows"/>.</param>
/// <param name="Findings">By row; at most <see cref="MostRows"/>.</param>
/// <param name="Fingerprint">Of all that it says; what is accepted is what was seen.</param>
public sealed record Preview(
    PendingDocument Pending,
    PreviewCounts Counts,
    IReadOnlyList<RowChange> Changes,
    IReadOnlyList<QuarantinedRow> Findings,
    string Fingerprint)
{
    /// <summary>Its source wants all of a document or nothing of it.</summary>
    public bool IsAllOrNothing { get; init; }

    /// <summary>Some of its warnings are accepted only by two persons, one after the other.</summary>
    public bool NeedsTwo { get; init; }

    /// <summary>What the first of them said of just this preview; null when nobody has.</summary>
    public Endorsement? Endorsement => NeedsTwo && Pending.Endorsement is { } given && given.Fingerprint == Fingerprint ? given : null;

    /// <summary>Nothing of it can go in, whoever agrees.</summary>
    public bool IsHopeless => Counts.Acceptable == 0 || (IsAllOrNothing && Counts.Refused > 0);

    /// <summary>More rows than anybody reads on a page; the counts are of all.</summary>
    public const int MostRows = 5_000;
}

/// <param name="Deals">Deals that would go in or are known.</param>
/// <param name="Held">Rows that a rule warns of; they are counted among the changes as well.</param>
/// <param name="Refused">Errors.</param>
public sealed record PreviewCounts(int Added, int Revised, int Earlier, int Unchanged, int Deals, int Held, int Refused)
{
    /// <summary>Rows that can go in.</summary>
    public int Acceptable => Added + Revised + Earlier + Unchanged + Deals;
}

/// <param name="Old">What is known; null when nothing is, or that it is missing.</param>
/// <param name="New">Null when the row says that the value is missing.</param>
/// <param name="IsHeld">A rule warns of it.</param>
public sealed record RowChange(
    int Row, SeriesId Series, Period Period, ChangeKind Kind, string? Old, string? New, ObservationStatus Status, bool IsHeld);

public enum ChangeKind
{
    /// <summary>Nothing was known of the period.</summary>
    Added,
    Revised,
    /// <summary>An older vintage than the newest known: it fills in history, and what is known now stays.</summary>
    Earlier,
    Unchanged,
}
