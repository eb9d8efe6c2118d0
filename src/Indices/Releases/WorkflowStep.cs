using System.Collections.Immutable;

namespace Indices.Releases;

/// <summary>One step of a release version on its way; never changed, the newest one says where the version stands.</summary>
/// <param name="ReleaseAt">Of a review or an approval; null for a review whose approval publishes at once.</param>
/// <param name="Binding">SHA-256 of content, note and instant as they were reviewed; null for other steps, and where one alone decided.</param>
public sealed record WorkflowStep(
    long Id, WorkflowStepKind Kind, DateTimeOffset? ReleaseAt, string? Binding, string? Reason, string By, DateTimeOffset At, ImmutableArray<AcceptedWarning> Warnings);

public enum WorkflowStepKind
{
    /// <summary>审核: checked, with its instant; waits for a second person.</summary>
    Reviewed,
    /// <summary>批准: visible from its instant on.</summary>
    Approved,
    /// <summary>退回拟稿: open again, because a person sent it back or its note changed.</summary>
    Returned,
    /// <summary>Set aside for good.</summary>
    Rejected,
    /// <summary>撤回: approved, and taken back before the instant.</summary>
    Withdrawn,
}

/// <summary>A warning of the checklist that a reviewer let pass.</summary>
/// <param name="Finding">What it said, Chinese on the first line and English on the second.</param>
/// <param name="Reason">As it was typed.</param>
public sealed record AcceptedWarning(string Code, string Finding, string Reason);

/// <summary>What a reviewer has looked at and found in order.</summary>
/// <param name="Fingerprint">Of the content that was shown.</param>
/// <param name="ReleaseAt">Null: at once when it is approved.</param>
public sealed record ReviewedRelease(string Fingerprint, DateTimeOffset? ReleaseAt, ImmutableArray<AcceptedWarning> Warnings);
