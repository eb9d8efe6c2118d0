using Indices.Methodology;

namespace Indices.Provenance;

/// <summary>The scheduled jobs as staff see them.</summary>
public interface IJobControl
{
    /// <summary>In the order of the daily work.</summary>
    Task<IReadOnlyList<JobState>> Jobs(CancellationToken cancellation = default);

    /// <summary>Runs a job at once, beside its schedule.</summary>
    /// <param name="startedBy">Account; recorded with the run.</param>
    /// <param name="period">Period to recalculate, for calculations; null for what is due.</param>
    /// <exception cref="InvalidOperationException">There is no such job.</exception>
    Task RunNow(string job, string startedBy, string? period = null, CancellationToken cancellation = default);
}

/// <param name="Name">Key of the job, such as <c>load-files</c>.</param>
/// <param name="Cron">Schedule in the office's clock; null for jobs that run on demand.</param>
public sealed record JobState(string Name, LocalText Title, string? Cron, DateTimeOffset? NextRun, bool IsRunning);
