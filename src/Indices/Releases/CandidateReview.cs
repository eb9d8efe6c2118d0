using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Time;

namespace Indices.Releases;

/// <summary>What reviewers are shown of a candidate and nobody else is.</summary>
/// <param name="ComparedWith">Period of the release before, whose published value the changes start from; null when they were not split.</param>
/// <param name="Changes">They add up to the change of the index since then, in points.</param>
/// <param name="Queries">Observations to ask the sources about.</param>
public sealed record CandidateReview(Period? ComparedWith, ImmutableArray<ChangeItem> Changes, ImmutableArray<OutlierQuery> Queries)
{
    public static CandidateReview None { get; } = new(null, [], []);

    public static CandidateReview Of(IndexResult result, ChangeExplanation? change) => new(change?.From, change?.Items ?? [], result.Queries);
}
