using System.Collections.Immutable;
using Indices.Provenance;
using Indices.Time;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Recalculations with their periods; the state is derived here and nowhere else.</summary>
internal static class RecalculationRows
{
    /// <param name="ids">Condition on <c>r.id</c>, with what follows it.</param>
    public static List<Recalculation> List(SqliteConnection connection, string ids, object parameters)
    {
        var rows = connection.List($"""
            SELECT r.id, r.index_code, r.as_of, r.methodology, r.requested_by, r.requested_at,
                   (SELECT decision FROM recalculation_decision WHERE recalculation = r.id ORDER BY id DESC LIMIT 1),
                   (SELECT decided_by FROM recalculation_decision WHERE recalculation = r.id ORDER BY id DESC LIMIT 1),
                   (SELECT outcome FROM job_run WHERE recalculation = r.id ORDER BY id DESC LIMIT 1)
            FROM recalculation r {ids}
            """, parameters, r => (
                Order: new Recalculation(r.GetInt64(0), r.GetString(1), r.Vintage(2), r.GetString(3), r.GetString(4), r.Instant(5), default, r.TextOrNull(7), []),
                IsCancelled: r.TextOrNull(6) == "Cancelled",
                Run: r.IsDBNull(8) ? (JobOutcome?)null : r.Name<JobOutcome>(8)));
        var periods = Periods(connection, [.. rows.Select(r => r.Order.Id)]);
        return [.. rows.Select(r => With(r.Order, r.IsCancelled, r.Run, [.. periods[r.Order.Id]]))];
    }

    private static Recalculation With(Recalculation order, bool isCancelled, JobOutcome? run, ImmutableArray<RecalculatedPeriod> periods) => order with
    {
        Periods = periods,
        State = periods.All(p => p.Result is not null) ? RecalculationState.Done
            : isCancelled ? RecalculationState.Cancelled
            : run switch
            {
                null => RecalculationState.Waiting,
                JobOutcome.Running => RecalculationState.Running,
                _ => RecalculationState.Interrupted,
            },
    };

    // Text order of the periods of one index is time order.
    private static ILookup<long, RecalculatedPeriod> Periods(SqliteConnection connection, List<long> ids) => connection.List("""
        SELECT p.recalculation, p.period, s.outcome, s.note, s.release_version, s.recorded_at
        FROM recalculation_period p
        LEFT JOIN recalculation_result s ON s.recalculation = p.recalculation AND s.period = p.period
        WHERE p.recalculation IN @ids ORDER BY p.recalculation, p.period
        """, new { ids }, r => (
            Id: r.GetInt64(0),
            Period: new RecalculatedPeriod(r.Period(1), r.IsDBNull(2)
                ? null
                : new RecalculationResult(r.Name<RecalculationOutcome>(2), r.GetString(3), r.IntegerOrNull(4), r.Instant(5)))))
        .ToLookup(r => r.Id, r => r.Period);

    /// <summary>The first result of a period stands.</summary>
    public static void Add(
        SqliteConnection connection, long id, Period period, RecalculationOutcome outcome, string note, long? releaseVersion, DateTimeOffset at)
    {
        using var insert = new PreparedCommand(connection, """
            INSERT INTO recalculation_result (recalculation, period, outcome, note, release_version, recorded_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """, 6);
        insert.Execute(id, period.ToString(), outcome.ToString(), note, releaseVersion, Texts.Of(at));
    }
}
