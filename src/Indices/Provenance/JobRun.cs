using Indices.Time;

namespace Indices.Provenance;

/// <summary>One run of a scheduled or manual job.</summary>
/// <param name="Trigger">schedule, startup, manual, inputs or recovery.</param>
/// <param name="ScheduledFor">Slot that it ran for, also when it ran late; the start for manual runs.</param>
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
    string StartedBy)
{
    /// <summary>The recalculation that it worked on; null for other work.</summary>
    public long? Recalculation { get; init; }

    /// <summary>1 for the first run of its slot or recalculation.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How long after its slot it began.</summary>
    public TimeSpan Lateness => StartedAt > ScheduledFor ? StartedAt - ScheduledFor : TimeSpan.Zero;
}

/// <summary>One line of a run's log.</summary>
public sealed record JobRunLine(DateTimeOffset At, string Text);

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
