using System.Collections.Immutable;
using Indices.Accounts;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;

namespace Indices.Releases;

/// <summary>What the public may see. Every member applies the one predicate: approved, and due at <c>now</c>.</summary>
public interface IReleaseReader
{
    /// <summary>For each index the newest version of its newest visible period.</summary>
    Task<IReadOnlyList<ReleaseContent>> Newest(DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>The newest visible version of a period, or of the newest visible period when <paramref name="period"/> is null.</summary>
    Task<ReleaseContent?> Find(string index, Period? period, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>One visible version of a period, for good.</summary>
    Task<ReleaseContent?> FindVersion(string index, Period period, int number, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>All visible versions of all periods, newest period first, newest version first.</summary>
    Task<IReadOnlyList<ReleaseVersion>> History(string index, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>
    /// What each release in turn brought: of every version that was the newest of its index at its instant, the values that it
    /// added or changed; oldest first, then by index. Laid one on another they make what <see cref="Newest"/> gives.
    /// </summary>
    /// <param name="index">Null for all.</param>
    Task<IReadOnlyList<ReleaseStep>> Steps(string? index, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>
    /// Why the index of a visible version reads otherwise than the release before did: points by cause, summed over all
    /// indicators. Empty where they were not told apart.
    /// </summary>
    Task<IReadOnlyList<CausePoints>> Causes(long releaseVersion, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>What each visible version of an index used of one indicator in its own period; newest period first, newest version first.</summary>
    Task<IReadOnlyList<ReleasedScore>> Scores(string index, string indicator, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Numbers that visible releases of an index have frozen for good: goalposts, the base factor, link factors.</summary>
    Task<FrozenParameters> Frozen(string index, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>A mark that changes whenever something new is visible; equal marks mean every surface shows the same.</summary>
    Task<string> Edition(DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>Instant of the earliest approved release that is not visible yet.</summary>
    Task<DateTimeOffset?> NextInstant(DateTimeOffset now, CancellationToken cancellation = default);
}

/// <summary>What staff may see: everything, published or not.</summary>
public interface ICandidateReader
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ReleaseVersion>> Recent(int count, CancellationToken cancellation = default);

    Task<ReleaseContent?> Content(long id, CancellationToken cancellation = default);

    /// <summary>Newest version of a period whatever its state, or null.</summary>
    Task<ReleaseContent?> NewestVersion(string index, Period period, CancellationToken cancellation = default);

    /// <summary>True when some version of the period has been approved, due or not.</summary>
    Task<bool> HasApproved(string index, Period period, CancellationToken cancellation = default);

    /// <summary>What the newest approved release of any earlier period holds: the closed history of the next one.</summary>
    Task<ReleaseContent?> ApprovedBefore(string index, Period period, CancellationToken cancellation = default);

    Task<FrozenParameters> Frozen(string index, CancellationToken cancellation = default);

    /// <summary>The steps that a version went through, oldest first.</summary>
    Task<IReadOnlyList<WorkflowStep>> Steps(long id, CancellationToken cancellation = default);

    /// <summary>Who may neither review nor approve a version: they ordered its calculation, wrote its note, or let in its data last.</summary>
    /// <param name="series">Codes of what the index is calculated from.</param>
    Task<IReadOnlyList<string>> PreparedBy(ReleaseVersion version, IReadOnlySet<string> series, CancellationToken cancellation = default);

    /// <summary>The receipt, as JSON text.</summary>
    Task<string?> Receipt(long releaseVersion, CancellationToken cancellation = default);

    Task<CandidateReview> Review(long releaseVersion, CancellationToken cancellation = default);
}

/// <remarks>A decision and its line in the audit log are one transaction.</remarks>
public interface IReleaseWriter
{
    /// <summary>Stores a calculation and offers it as a release version, in one transaction. The same content twice is one version.</summary>
    /// <returns>Id of the release version, and whether it is new.</returns>
    Task<(long Id, bool IsNew)> Propose(NewCandidate candidate, CancellationToken cancellation = default);

    /// <summary>
    /// Offers the result of a recalculation and writes it down there, in one transaction: an older open candidate of the
    /// period is set aside for it, and what says the same as the newest version changes nothing. The same period of the
    /// same recalculation again changes nothing either.
    /// </summary>
    /// <param name="recalculation">Its id; the candidate's period is one of its periods.</param>
    /// <returns>What is written down of the period.</returns>
    Task<RecalculationResult> Offer(NewCandidate candidate, long recalculation, CancellationToken cancellation = default);

    /// <summary>Approves a candidate that one alone answers for, as the demonstration does for what is synthetic, and freezes the parameters that close with it. People take the steps of <see cref="IWorkflowWriter"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not an open candidate, or its content changed.</exception>
    Task Approve(long id, string fingerprint, DateTimeOffset releaseAt, Actor by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Records which approved releases have become visible since the last call. Visibility does not depend on it.</summary>
    Task<IReadOnlyList<ReleaseVersion>> RecordPublications(DateTimeOffset now, CancellationToken cancellation = default);
}

/// <param name="Freeze">Parameters that are frozen for good when this version is approved.</param>
/// <param name="Receipt">JSON: everything needed to recompute.</param>
public sealed record NewCandidate(
    string Index,
    Period Period,
    ReleaseKind Kind,
    string? Reason,
    string MethodologyVersion,
    Vintage DataVintage,
    Origin Origin,
    string Fingerprint,
    ImmutableArray<PublishedValue> Values,
    ImmutableArray<PublishedContribution> Contributions,
    ImmutableArray<PublishedScore> Scores,
    ImmutableArray<PublishedLevel> Levels,
    ImmutableArray<string> Notes,
    FrozenParameters Freeze,
    string Receipt,
    string ProposedBy,
    DateTimeOffset ProposedAt)
{
    /// <summary>As <see cref="ReleaseContent.Uncertainty"/>.</summary>
    public UncertaintyResult? Uncertainty { get; init; }

    public CandidateReview Review { get; init; } = CandidateReview.None;
}
