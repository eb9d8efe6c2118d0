using Indices.Time;

namespace Indices.Provenance;

/// <summary>One run of a scheduled or manual job.</summary>
/// <param name="Trigger">schedule, startup, manual or recovery.</param>
/// <param name="ScheduledFor">Slot that it ran for; the start for manual runs.</param>
/// <param name="Counts">What it did, in words for staff: "12 files, 3,400 values".</param>
/// <param name="StartedBy">Account for manual runs, otherwise <c>scheduler</c>.</param>
public sealed record JobRun(
    long Id,
    string Job,
    string Trigger,
    DateTimeOffset ScheduledFor,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    JobOutcome Outcome,
    string? Counts,
    string? Error,
    string StartedBy);

public enum JobOutcome
{
    Running,
    Succeeded,
    /// <summary>Nothing to do.</summary>
    Unchanged,
    Failed,
    /// <summary>The process ended while it ran.</summary>
    Interrupted,
}
