using Indices.Provenance;

namespace Indices.Storage;

internal sealed class ScheduleStore(Database database) : IScheduleReader, IScheduleWriter
{
    public Task<IReadOnlyList<ScheduleEvent>> Events(CancellationToken cancellation = default) => database.Read<IReadOnlyList<ScheduleEvent>>(
        c => c.List("SELECT id, job, kind, cron, reason, done_by, done_at FROM schedule_event ORDER BY id DESC", null, r => new ScheduleEvent(
            r.GetInt64(0), r.GetString(1), r.Name<ScheduleEventKind>(2), r.TextOrNull(3), r.GetString(4), r.GetString(5), r.Instant(6))),
        cancellation);

    public Task<IReadOnlyList<Misfire>> Misfires(int count, CancellationToken cancellation = default) => database.Read<IReadOnlyList<Misfire>>(
        c => c.List("SELECT job, missed_at, noticed_at FROM misfire ORDER BY id DESC LIMIT @count", new { count },
            r => new Misfire(r.GetString(0), r.Instant(1), r.Instant(2))),
        cancellation);

    public Task Add(ScheduleEvent happened, CancellationToken cancellation = default) => database.Write(c => c.Add("schedule_event", new()
    {
        ["job"] = happened.Job,
        ["kind"] = happened.Kind.ToString(),
        ["cron"] = happened.Cron,
        ["reason"] = happened.Reason,
        ["done_by"] = happened.By,
        ["done_at"] = Texts.Of(happened.At),
    }), cancellation);

    public Task Add(Misfire misfire, CancellationToken cancellation = default) => database.Write(c => c.Add("misfire", new()
    {
        ["job"] = misfire.Job,
        ["missed_at"] = Texts.Of(misfire.MissedAt),
        ["noticed_at"] = Texts.Of(misfire.NoticedAt),
    }), cancellation);
}
