using System.Data;
using Indices.Provenance;

namespace Indices.Storage;

internal sealed class JobRunReader(Database database) : IJobRunReader
{
    public Task<IReadOnlyList<JobRun>> Recent(int count, string? job = null, CancellationToken cancellation = default)
    {
        const string columns = "SELECT id, job, trigger_kind, scheduled_for, started_at, ended_at, outcome, counts, failure, started_by FROM job_run";
        var sql = job is null
            ? $"{columns} ORDER BY id DESC LIMIT @count"
            : $"{columns} WHERE job = @job ORDER BY id DESC LIMIT @count";
        return database.Read<IReadOnlyList<JobRun>>(c => c.List(sql, new { count, job }, Run), cancellation);
    }

    private static JobRun Run(IDataRecord r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.Instant(3), r.Instant(4), r.InstantOrNull(5),
        r.Name<JobOutcome>(6), r.TextOrNull(7), r.TextOrNull(8), r.GetString(9));
}
