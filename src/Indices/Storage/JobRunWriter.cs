using Dapper;
using Indices.Provenance;

namespace Indices.Storage;

internal sealed class JobRunWriter(Database database) : IJobRunWriter
{
    public Task<long> Start(
        string job, string trigger, DateTimeOffset scheduledFor, DateTimeOffset startedAt, string startedBy, CancellationToken cancellation = default) =>
        database.Write(c => c.Add("job_run", new()
        {
            ["job"] = job,
            ["trigger_kind"] = trigger,
            ["scheduled_for"] = Texts.Of(scheduledFor),
            ["started_at"] = Texts.Of(startedAt),
            ["outcome"] = nameof(JobOutcome.Running),
            ["started_by"] = startedBy,
        }), cancellation);

    public Task Finish(
        long id, DateTimeOffset endedAt, JobOutcome outcome, string? counts, string? failure, CancellationToken cancellation = default)
    {
        // Without counts of its own the run keeps the progress that it showed last.
        const string sql = """
            UPDATE job_run SET ended_at = @ended, outcome = @outcome, counts = COALESCE(@counts, counts), failure = @failure
            WHERE id = @id AND ended_at IS NULL
            """;
        var parameters = new { id, ended = Texts.Of(endedAt), outcome = outcome.ToString(), counts, failure };
        return database.Write(
            c => c.Execute(sql, parameters) is 1 and var changed
                ? changed
                : throw new InvalidOperationException($"There is no open job run {id}."),
            cancellation);
    }

    public Task Progress(long id, string counts, DateTimeOffset at, CancellationToken cancellation = default)
    {
        const string line = """
            INSERT INTO job_run_line (job_run, position, said_at, line)
            VALUES (@id, (SELECT COUNT(*) FROM job_run_line WHERE job_run = @id), @at, @counts)
            """;
        var parameters = new { id, counts, at = Texts.Of(at) };
        return database.Write(
            c => c.Execute("UPDATE job_run SET counts = @counts WHERE id = @id AND ended_at IS NULL", parameters) == 1
                ? c.Execute(line, parameters)
                : 0,
            cancellation);
    }

    public Task Attach(long id, long recalculation, CancellationToken cancellation = default) => database.Write(
        c => c.Execute("UPDATE job_run SET recalculation = @recalculation WHERE id = @id AND ended_at IS NULL", new { id, recalculation }),
        cancellation);

    public Task InterruptOpenRuns(DateTimeOffset at, CancellationToken cancellation = default) => database.Write(
        c => c.Execute(
            "UPDATE job_run SET ended_at = @at, outcome = @outcome WHERE ended_at IS NULL",
            new { at = Texts.Of(at), outcome = nameof(JobOutcome.Interrupted) }),
        cancellation);
}
