using System.Globalization;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Time;

namespace Ingest.Recalculation;

/// <summary>Takes orders for calculations, from people and from the schedule, and refuses what cannot be calculated.</summary>
internal sealed class RecalculationOrders(IDefinitionReader definitions, IRecalculationWriter recalculations, TimeProvider time)
{
    private const int MostPeriods = 400;

    /// <param name="fire">Job and slot that it serves; the same fire again is the same order. Null for a person's order.</param>
    /// <returns>Id of the recalculation.</returns>
    /// <exception cref="InvalidOperationException">The index is unknown, or the periods or the vintage cannot be calculated.</exception>
    internal async Task<long> Add(RecalculationOrder order, string? fire, string by, CancellationToken cancellation)
    {
        if (await definitions.Current(cancellation) is not { } current || current.Versions(order.Index) is not { Length: > 0 } versions)
            throw Refusal($"没有 {order.Index} 的方法。There is no methodology of {order.Index}.");
        Check(order, versions[^1].Frequency);
        return await recalculations.Add(order, versions[^1].Version, fire, by, time.GetUtcNow(), cancellation);
    }

    private void Check(RecalculationOrder order, Frequency frequency)
    {
        if (order.Periods.Length is 0 or > MostPeriods)
            throw Refusal($"一次可重算 1 至 {MostPeriods} 期。Between 1 and {MostPeriods} periods are recalculated at once.");
        foreach (var period in order.Periods)
        {
            if (period.Frequency != frequency || period.IsMergedJanuaryFebruary)
                throw Refusal($"{order.Index} 没有时期 {period}。{order.Index} has no period {period}.");
            if (period.End >= OfficeClock.DayOf(time.GetUtcNow()))
                throw Refusal($"{period} 尚未结束。{period} is not over yet.");
        }
        if (order.AsOf.Instant > time.GetUtcNow())
            throw Refusal($"数据截至时间 {order.AsOf} 在将来。The data cut-off {order.AsOf} lies in the future.");
    }

    private static InvalidOperationException Refusal(FormattableString text) => new(text.ToString(CultureInfo.InvariantCulture));
}
