using System.Data;
using Indices.Provenance;

namespace Indices.Storage;

internal sealed class JobRunReader(Database database) : IJobRunReader
{
    private const string Runs = """
        SELECT id, job, trigger_kind, scheduled_for, started_at, ended_at, outcome, counts, failure, started_by, recalculation,
               1 + (SELECT COUNT(*) FROM job_run e WHERE e.job = r.job AND e.scheduled_for = r.scheduled_for AND e.id < r.id)
                 + (SELECT COUNT(*) FROM job_run e WHERE e.recalculation = r.recalculation AND e.scheduled_for <> r.scheduled_for AND e.id < r.id)
        FROM job_run r
        """;

    public Task<IReadOnlyList<JobRun>> Recent(int count, string? job = null, CancellationToken cancellation = default)
    {
        var sql = $"{Runs} {(job is null ? "" : "WHERE job = @job")} ORDER BY id DESC LIMIT @count";
        return database.Read<IReadOnlyList<JobRun>>(c => c.List(sql, new { count, job }, Run), cancellation);
    }

    public Task<JobRun?> Find(long id, CancellationToken cancellation = default) =>
        database.Read(c => c.List($"{Runs} WHERE id = @id", new { id }, Run).SingleOrDefault(), cancellation);

    public Task<IReadOnlyList<JobRunLine>> Lines(long id, CancellationToken cancellation = default) => database.Read<IReadOnlyList<JobRunLine>>(
        c => c.List("SELECT said_at, line FROM job_run_line WHERE job_run = @id ORDER BY position", new { id }, r => new JobRunLine(r.Instant(0), r.GetString(1))),
        cancellation);

    private static JobRun Run(IDataRecord r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.Instant(3), r.Instant(4), r.InstantOrNull(5),
        r.Name<JobOutcome>(6), r.TextOrNull(7), r.TextOrNull(8), r.GetString(9))
        { Recalculation = r.IntegerOrNull(10), Attempt = r.GetInt32(11) };
}
