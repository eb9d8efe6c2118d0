using Indices.Accounts;
using Indices.Methodology;
using Indices.Releases.Calendar;

namespace Indices.Storage;

internal sealed class CalendarStore(Database database, AuditLog log) : ICalendarReader, ICalendarWriter
{
    public Task<IReadOnlyList<SlotMove>> Moves(DateTimeOffset now, CancellationToken cancellation = default) => database.Read<IReadOnlyList<SlotMove>>(
        c => c.List("""
            SELECT index_code, period, moved_to, reason_chinese, reason_english, moved_by, moved_at FROM slot_move WHERE moved_at <= @now ORDER BY id
            """, new { now = Texts.Of(now) }, r => new SlotMove(
                r.GetString(0), r.Period(1), r.Instant(2), new LocalText(r.GetString(3), r.GetString(4)), r.GetString(5), r.Instant(6))),
        cancellation);

    public Task Move(SlotMove move, Actor by, CancellationToken cancellation = default) => log.Write(c => c.Add("slot_move", new()
    {
        ["index_code"] = move.Index,
        ["period"] = move.Period.ToString(),
        ["moved_to"] = Texts.Of(move.To),
        ["reason_chinese"] = move.Reason.Chinese,
        ["reason_english"] = move.Reason.English,
        ["moved_by"] = move.By,
        ["moved_at"] = Texts.Of(move.At),
    }), _ => AuditEntry.Done(move.At, by, "calendar.move", $"{move.Index} {move.Period} {move.To:u}: {move.Reason.Chinese}"), cancellation);
}
