namespace Indices.Provenance;

/// <summary>History of job runs, for pages.</summary>
public interface IJobRunReader
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<JobRun>> Recent(int count, string? job = null, CancellationToken cancellation = default);

    Task<JobRun?> Find(long id, CancellationToken cancellation = default);

    /// <summary>What a run said while it ran, in the order in which it did.</summary>
    Task<IReadOnlyList<JobRunLine>> Lines(long id, CancellationToken cancellation = default);
}

/// <summary>Written by the one listener that watches all jobs.</summary>
public interface IJobRunWriter
{
    /// <returns>Id of the run.</returns>
    Task<long> Start(string job, string trigger, DateTimeOffset scheduledFor, DateTimeOffset startedAt, string startedBy, CancellationToken cancellation = default);

    Task Finish(long id, DateTimeOffset endedAt, JobOutcome outcome, string? counts, string? failure, CancellationToken cancellation = default);

    /// <summary>Shows progress of a run that has not ended, and keeps it as a line of the run's log.</summary>
    Task Progress(long id, string counts, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Says which recalculation a run works on.</summary>
    Task Attach(long id, long recalculation, CancellationToken cancellation = default);

    /// <summary>Marks runs left open by an earlier process. Called once, before the scheduler starts.</summary>
    Task InterruptOpenRuns(DateTimeOffset at, CancellationToken cancellation = default);
}
