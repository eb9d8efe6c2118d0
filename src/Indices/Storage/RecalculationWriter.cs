using Dapper;
using Indices.Provenance;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class RecalculationWriter(Database database) : IRecalculationWriter
{
    public Task<long> Add(
        RecalculationOrder order, string methodology, string? fire, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Write(c => c.QuerySingleOrDefault<long?>("SELECT id FROM recalculation WHERE fire = @fire", new { fire })
            ?? Add(c, order, methodology, fire, by, at), cancellation);

    public Task Record(
        long id, Period period, RecalculationOutcome outcome, string note, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.Write(c =>
        {
            RecalculationRows.Add(c, id, period, outcome, note, null, at);
            return id;
        }, cancellation);

    public Task MarkCancelled(long id, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Decide(id, order => order.CanCancel, "Cancelled", by, at, cancellation);

    public Task MarkResumed(long id, string by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Decide(id, order => order.CanResume, "Resumed", by, at, cancellation);

    private Task<long> Decide(long id, Func<Recalculation, bool> isOpen, string decision, string by, DateTimeOffset at, CancellationToken cancellation) =>
        database.Write(c =>
        {
            var order = RecalculationRows.List(c, "WHERE r.id = @id", new { id }).SingleOrDefault();
            if (order is null || !isOpen(order))
                throw new InvalidOperationException(
                    $"重算 {id} 现在不能这样做。This cannot be done to recalculation {id} now: {order?.State.ToString() ?? "unknown"}.");
            return c.Add("recalculation_decision", new()
            {
                ["recalculation"] = id,
                ["decision"] = decision,
                ["decided_by"] = by,
                ["decided_at"] = Texts.Of(at),
            });
        }, cancellation);

    private static long Add(SqliteConnection connection, RecalculationOrder order, string methodology, string? fire, string by, DateTimeOffset at)
    {
        var id = connection.Add("recalculation", new()
        {
            ["index_code"] = order.Index,
            ["fire"] = fire,
            ["as_of"] = order.AsOf.ToString(),
            ["methodology"] = methodology,
            ["requested_by"] = by,
            ["requested_at"] = Texts.Of(at),
        });
        using var insert = PreparedCommand.Insert(connection, "recalculation_period", "recalculation", "period");
        foreach (var period in order.Periods)
            insert.Execute(id, period.ToString());
        return id;
    }
}
