using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Releases.Checks;

/// <summary>All that a checklist looks at.</summary>
/// <param name="Versions">Of the index's methodology, oldest first.</param>
/// <param name="Published">The newest approved release of the candidate's period or an earlier one; null for the first of all.</param>
/// <param name="Required">What the revision policy makes of the candidate; null where nothing is published.</param>
/// <param name="OpenRows">Rows in the quarantine, of documents that speak of the index's series, by document.</param>
/// <param name="NextInstant">When the period after this one is announced; null when nobody can say.</param>
/// <param name="Slot">The announced instant of this release; null when nobody can say.</param>
/// <param name="ReleaseAt">The instant asked for; null at once.</param>
public sealed record ChecklistFacts(
    ReleaseContent Candidate,
    CandidateReview Review,
    ImmutableArray<IndexMethodology> Versions,
    ReleaseContent? Published,
    ReleaseKind? Required,
    ImmutableArray<OpenRows> OpenRows,
    DateTimeOffset? NextInstant,
    DateTimeOffset? Slot,
    DateTimeOffset? ReleaseAt,
    bool IsDemonstration)
{
    internal ReleaseVersion Version => Candidate.Version;

    internal IndexMethodology? Methodology => Versions.FirstOrDefault(v => v.Version == Version.MethodologyVersion);

    /// <summary>Of the release's own period.</summary>
    internal IEnumerable<PublishedValue> Values => Candidate.Values.Where(v => v.Period == Version.Period);

    internal PublishedValue? Index => Values.FirstOrDefault(v => v.Node == Version.Index);
}

/// <param name="Document">Its name.</param>
public sealed record OpenRows(string Document, int Count);

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Code">Short name of the rule.</param>
/// <param name="IsError">True: no review and no approval. False: it passes for a reason that is typed and kept.</param>
public sealed record ChecklistItem(string Code, bool IsError, LocalText Finding);
