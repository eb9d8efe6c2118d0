namespace Indices.Provenance;

/// <summary>A decision about the schedule of one job, or of all.</summary>
/// <param name="Job">Key of the job, or <see cref="AllJobs"/>.</param>
/// <param name="Cron">The new schedule in the office's clock; present exactly when it was changed.</param>
/// <param name="Reason">Empty where none is asked for.</param>
/// <param name="By">Account, or <c>scheduler</c>.</param>
public sealed record ScheduleEvent(long Id, string Job, ScheduleEventKind Kind, string? Cron, string Reason, string By, DateTimeOffset At)
{
    public const string AllJobs = "*";
}

public enum ScheduleEventKind
{
    /// <summary>Another cron than the program's own.</summary>
    Changed,
    /// <summary>Back to the program's own cron.</summary>
    Reset,
    /// <summary>Scheduled runs are held back; a person can still run the job.</summary>
    Paused,
    /// <summary>As paused, by the scheduler itself after failures in a row.</summary>
    Stopped,
    /// <summary>Scheduled runs go on.</summary>
    Released,
}

/// <summary>What holds of one job after all events.</summary>
/// <param name="Cron">Null: the program's own.</param>
/// <param name="Hold">Why its scheduled runs are held back; null when they are not.</param>
public sealed record ScheduleState(string? Cron, ScheduleEvent? Hold)
{
    /// <param name="events">Newest first. An event of all jobs counts for each of them.</param>
    public static ScheduleState Of(string job, IReadOnlyList<ScheduleEvent> events)
    {
        var hold = events.FirstOrDefault(e =>
            (e.Job == job || e.Job == ScheduleEvent.AllJobs) && e.Kind is ScheduleEventKind.Paused or ScheduleEventKind.Stopped or ScheduleEventKind.Released);
        return new(
            events.FirstOrDefault(e => e.Job == job && e.Kind is ScheduleEventKind.Changed or ScheduleEventKind.Reset)?.Cron,
            hold?.Kind == ScheduleEventKind.Released ? null : hold);
    }
}

/// <param name="MissedAt">The first slot of the job that passed while nothing ran.</param>
public sealed record Misfire(string Job, DateTimeOffset MissedAt, DateTimeOffset NoticedAt);
