using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Observations;
using Indices.Time;

namespace Indices.Releases;

/// <summary>One version of one index for one period, as offered or published. What it holds never changes.</summary>
/// <param name="Number">1 for the first version of the period; a revision or correction is the next.</param>
/// <param name="DataVintage">Cut-off: nothing that became known later was used.</param>
/// <param name="ReleaseAt">Instant from which everyone may see it, or shall when it is approved; null while it is a candidate.</param>
/// <param name="Fingerprint">SHA-256 of all published text of this version.</param>
public sealed record ReleaseVersion(
    long Id,
    string Index,
    Period Period,
    int Number,
    ReleaseKind Kind,
    string? Reason,
    string MethodologyVersion,
    Vintage DataVintage,
    Origin Origin,
    string Fingerprint,
    long CalculationId,
    DateTimeOffset ProposedAt,
    ReleaseState State,
    DateTimeOffset? ReleaseAt,
    string? DecidedBy,
    DateTimeOffset? DecidedAt)
{
    /// <summary>Who ordered the calculation: an account, or a job.</summary>
    public string ProposedBy { get; init; } = "";

    /// <summary>What the public is told of a correction; null for everything else.</summary>
    public CorrectionNotice? Notice { get; init; }
}

public enum ReleaseKind
{
    /// <summary>First publication of a period.</summary>
    Initial,
    /// <summary>Planned: newer inputs inside the open window.</summary>
    Revision,
    /// <summary>An error of ours, put right and announced.</summary>
    Correction,
}

/// <summary>Derived from the decisions; visible to the public means <see cref="Approved"/> and due.</summary>
public enum ReleaseState
{
    /// <summary>拟稿: open.</summary>
    Candidate,
    /// <summary>审核: found in order by one person; a second one has to approve it.</summary>
    Reviewed,
    Approved,
    Rejected,
}

/// <summary>A release version with all that is published of it.</summary>
/// <param name="Values">The whole series, period by period, index first.</param>
/// <param name="Parameters">Name and round-trip value of every number that went in beside the observations.</param>
public sealed record ReleaseContent(
    ReleaseVersion Version,
    ImmutableArray<PublishedValue> Values,
    ImmutableArray<PublishedContribution> Contributions,
    ImmutableArray<PublishedScore> Scores,
    ImmutableArray<PublishedLevel> Levels,
    ImmutableArray<string> Notes)
{
    /// <summary>Of the release's own period; null for a price index, without a published value, or where the methodology has no rule for it.</summary>
    public UncertaintyResult? Uncertainty { get; init; }
}

/// <param name="Text">The value rounded once, as published; null when it is not published.</param>
/// <param name="Value">The full double beside it.</param>
/// <param name="Reason">Why it is not published; null when it is.</param>
public sealed record PublishedValue(
    Period Period,
    string Node,
    string Version,
    string? Text,
    double? Value,
    ObservationStatus Status,
    double Coverage,
    string? Reason);

/// <param name="Values">That the version added to its index, or changed.</param>
public sealed record ReleaseStep(ReleaseVersion Version, ImmutableArray<PublishedValue> Values);

/// <param name="From">Period of the release before, whose published value the points start from.</param>
public sealed record CausePoints(Period From, ChangeCause Cause, double Points);

/// <param name="Text">Points rounded by largest remainder, so that a table adds up.</param>
public sealed record PublishedContribution(Period From, Period To, string Group, string Indicator, string Text, double Points);

/// <summary>Indicator values and scores of the release's own period.</summary>
public sealed record PublishedScore(Period Period, string Indicator, double? Value, double? Score, ObservationStatus Status);

/// <summary>An indicator as one release version used it.</summary>
public sealed record ReleasedScore(ReleaseVersion Version, PublishedScore Score);

/// <summary>A companion series of a price index, such as the average price.</summary>
public sealed record PublishedLevel(Period Period, string Series, string? Text, double? Value, string Unit);
