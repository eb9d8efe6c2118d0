using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>What is kept with a release, in words.</summary>
public static class ReleaseWords
{
    /// <summary>A reason or note kept with a release, in one language.</summary>
    public static string? Kept(string? text, Language language) => text is null ? null : BilingualText.In(text, language.IsEnglish);

    public static string State(ReleaseVersion version, DateTimeOffset now, Language language) => version.State switch
    {
        ReleaseState.Candidate => language["待审核", "awaiting review"],
        ReleaseState.Reviewed => language["已审核，待批准", "reviewed, awaiting approval"],
        ReleaseState.Rejected => language["已作废", "set aside"],
        _ when version.ReleaseAt > now => language["已批准，待发布", "approved, not yet due"],
        _ => language["已发布", "published"],
    };

    public static string Step(WorkflowStep step, Language language) => step.Kind switch
    {
        WorkflowStepKind.Reviewed when step.ReleaseAt is { } at => language[$"审核通过，定于 {Figures.Instant(at)} 发布", $"reviewed, for {Figures.Instant(at)}"],
        WorkflowStepKind.Reviewed => language["审核通过，批准后立即发布", "reviewed, to be published at once"],
        WorkflowStepKind.Approved => language[$"批准，{Figures.Instant(step.ReleaseAt!.Value)} 发布", $"approved for {Figures.Instant(step.ReleaseAt!.Value)}"],
        WorkflowStepKind.Returned => language["退回拟稿", "sent back to draft"],
        WorkflowStepKind.Rejected => language["作废", "set aside"],
        _ => language["发布前撤回", "withdrawn before its instant"],
    };
}
