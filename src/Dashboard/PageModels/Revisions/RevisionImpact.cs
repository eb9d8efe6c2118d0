using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.Revisions;

/// <summary>What a candidate would move of what is published, and its class under the policy.</summary>
/// <param name="Moved">Published values of the index itself that would read otherwise, newest first.</param>
/// <param name="Why">What makes the class, in words.</param>
public sealed record RevisionImpact(RevisionClass Class, LocalText Why, ImmutableArray<CandidateChange> Moved)
{
    /// <param name="published">The newest approved release of the candidate's period or an earlier one.</param>
    public static RevisionImpact Of(
        ReleaseContent candidate, ReleaseContent published, IndexMethodology methodology, CandidateReview review, RevisionPolicy policy)
    {
        var (now, before) = (candidate.Version, published.Version);
        ImmutableArray<CandidateChange> moved =
            [.. CandidateDiff.Of(candidate, published).Where(c => c.Node == now.Index && c.Before is not null)];
        if (moved.IsEmpty)
            return new(RevisionClass.NoNotice, new("已发布的各期数字不变", "no published period reads otherwise"), moved);
        var firstOpen = methodology.FirstOpen(now.Period);
        if (moved.Any(c => c.Period < firstOpen))
            return new(RevisionClass.Correction, new($"{firstOpen} 以前的时期已经关闭", $"periods before {firstOpen} are closed"), moved);
        if (!moved.Any(c => c.Points is not { } points || Math.Abs((decimal)points) > policy.CorrectionAbovePoints))
            return new(RevisionClass.Revision, new($"变动不超过 {policy.CorrectionAbovePoints} 点", $"nothing moves by more than {policy.CorrectionAbovePoints} points"), moved);
        if (now.DataVintage <= before.DataVintage)
            return new(RevisionClass.Correction, new("数据未更新而结果不同", "the result differs although the data are no newer"), moved);
        var method = review.Changes.Where(c => c.Cause == ChangeCause.MethodChange).Sum(c => c.Points);
        return now.MethodologyVersion == before.MethodologyVersion && Math.Abs((decimal)method) > policy.CorrectionAbovePoints
            ? new(RevisionClass.Correction, new("同一方法版本下方法因素有变动", "the method moved the index under the same version"), moved)
            : new(RevisionClass.Revision, new("数据或方法版本更新", "newer data or a newer version of the methodology"), moved);
    }
}
