using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Provenance;

/// <summary>The scheduled jobs as staff see and steer them.</summary>
public interface IJobControl
{
    /// <summary>In the order of the daily work.</summary>
    Task<IReadOnlyList<JobState>> Jobs(CancellationToken cancellation = default);

    /// <summary>Runs a job at once, beside its schedule and whether or not it is held.</summary>
    /// <param name="startedBy">Account; recorded with the run.</param>
    /// <exception cref="InvalidOperationException">There is no such job.</exception>
    Task RunNow(string job, string startedBy, CancellationToken cancellation = default);

    /// <summary>Holds scheduled runs back until they are released.</summary>
    /// <param name="job">Key of the job, or <see cref="ScheduleEvent.AllJobs"/>.</param>
    /// <exception cref="InvalidOperationException">There is no such job, or no reason.</exception>
    Task Pause(string job, string reason, string by, CancellationToken cancellation = default);

    /// <summary>Lets scheduled runs go on, whether people paused them or failures stopped them. Missed slots are not made up for.</summary>
    /// <param name="job">Key of the job, or <see cref="ScheduleEvent.AllJobs"/>.</param>
    /// <exception cref="InvalidOperationException">There is no such job.</exception>
    Task Release(string job, string by, CancellationToken cancellation = default);

    /// <summary>When the trigger of a job fires at an instant or first after it; null when it never does or is held.</summary>
    Task<DateTimeOffset?> NextFire(string job, DateTimeOffset from, CancellationToken cancellation = default);

    /// <summary>What a cron means, before it is taken.</summary>
    SchedulePreview Preview(string cron);

    /// <summary>Gives a job another schedule, at once and for good.</summary>
    /// <param name="cron">In the office's clock; null for the program's own.</param>
    /// <exception cref="InvalidOperationException">There is no such scheduled job, the cron is no schedule, or no reason is given.</exception>
    Task ChangeSchedule(string job, string? cron, string reason, string by, CancellationToken cancellation = default);

    /// <summary>Orders a recalculation and starts it; it waits for the one before.</summary>
    /// <returns>Id of the recalculation.</returns>
    /// <exception cref="InvalidOperationException">The index is unknown, or the periods or the vintage cannot be calculated.</exception>
    Task<long> Recalculate(RecalculationOrder order, string by, CancellationToken cancellation = default);

    /// <summary>Stops a recalculation before its next period; what was done stays.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to do, or it was cancelled before.</exception>
    Task CancelRecalculation(long recalculation, string by, CancellationToken cancellation = default);

    /// <summary>Does what is left of a recalculation that was cancelled or interrupted.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to do, or a run is at it.</exception>
    Task ResumeRecalculation(long recalculation, string by, CancellationToken cancellation = default);
}

/// <param name="Name">Key of the job, such as <c>load-files</c>.</param>
/// <param name="Cron">Schedule in force, in the office's clock; null for jobs that run on demand.</param>
public sealed record JobState(string Name, LocalText Title, string? Cron, DateTimeOffset? NextRun, bool IsRunning)
{
    /// <summary>The program's own schedule.</summary>
    public string? OwnCron { get; init; } = Cron;

    /// <summary>Why scheduled runs are held back; null when they are not.</summary>
    public ScheduleEvent? Hold { get; init; }
}

/// <param name="Fault">Why the cron is refused; null when it is not.</param>
/// <param name="Next">The next ten fire times; fewer when it ends before.</param>
public sealed record SchedulePreview(string Cron, LocalText? Fault, ImmutableArray<DateTimeOffset> Next);
