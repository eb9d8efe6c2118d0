namespace Indices.Provenance;

/// <summary>History of job runs, for pages.</summary>
public interface IJobRunReader
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<JobRun>> Recent(int count, string? job = null, CancellationToken cancellation = default);
}

/// <summary>Written by the one listener that watches all jobs.</summary>
public interface IJobRunWriter
{
    /// <returns>Id of the run.</returns>
    Task<long> Start(string job, string trigger, DateTimeOffset scheduledFor, DateTimeOffset startedAt, string startedBy, CancellationToken cancellation = default);

    Task Finish(long id, DateTimeOffset endedAt, JobOutcome outcome, string? counts, string? failure, CancellationToken cancellation = default);

    /// <summary>Shows progress of a run that has not ended.</summary>
    Task Progress(long id, string counts, CancellationToken cancellation = default);

    /// <summary>Marks runs left open by an earlier process. Called once, before the scheduler starts.</summary>
    Task InterruptOpenRuns(DateTimeOffset at, CancellationToken cancellation = default);
}
