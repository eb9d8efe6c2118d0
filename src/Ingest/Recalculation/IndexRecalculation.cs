using System.Collections.Immutable;
using System.Globalization;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using Ingest.Jobs;
using Order = Indices.Provenance.Recalculation;

namespace Ingest.Recalculation;

/// <summary>Calculates the periods of an order one after the other and offers what differs from the newest version as a candidate. Nothing public changes.</summary>
internal sealed class IndexRecalculation(
    IDefinitionReader definitions,
    RecalculationOrders orders,
    ReleaseCalculation calculation,
    ICandidateReader candidates,
    IReleaseWriter releases,
    IRecalculationReader recalculations,
    IRecalculationWriter results,
    TimeProvider time)
{
    /// <summary>Orders what staff work on now: the newest period due and the one after it.</summary>
    /// <param name="fire">Job and slot; the same fire again continues the order made first.</param>
    /// <returns>Null when no period is due.</returns>
    /// <exception cref="InvalidOperationException">There is no such index.</exception>
    internal async Task<long?> OrderDue(string index, string fire, string by, CancellationToken cancellation)
    {
        var current = await definitions.Current(cancellation);
        var due = current?.Versions(index) is [.., var newest] ? Due(newest, current.Calendar).ToImmutableArray() : [];
        return due.IsEmpty && current?.IndexCodes.Contains(index) == true
            ? null
            : await orders.Add(new RecalculationOrder(index, due, new Vintage(time.GetUtcNow())), fire, by, cancellation);
    }

    /// <summary>Does what is left of an order, each period in a transaction of its own; stops between two periods when it was cancelled.</summary>
    internal async Task<JobReport> Run(long id, Func<string, Task> progress, CancellationToken cancellation)
    {
        var order = await Find(id, cancellation);
        foreach (var period in order.Periods.Where(p => p.Result is null).Select(p => p.Period))
        {
            cancellation.ThrowIfCancellationRequested();
            if ((await Find(id, cancellation)).State == RecalculationState.Cancelled)
                break;
            await Run(order, period, cancellation);
            await progress(Words(await Find(id, cancellation)));
        }
        var now = await Find(id, cancellation);
        return new JobReport(Outcome(order, now), Words(now));
    }

    private IEnumerable<Period> Due(IndexMethodology methodology, WorkingDayCalendar calendar)
    {
        if (ReleaseCalendar.NewestDue(methodology, calendar, time.GetUtcNow()) is not { } newest)
            yield break;
        yield return newest;
        // The next period has candidates from the day it has ended.
        if (newest.Plus(1).End < OfficeClock.DayOf(time.GetUtcNow()))
            yield return newest.Plus(1);
    }

    private async Task Run(Order order, Period period, CancellationToken cancellation)
    {
        try
        {
            if (await Calculate(order, period, cancellation) is { } candidate)
                await releases.Offer(candidate, order.Id, cancellation);
            else
                await results.Record(order.Id, period, RecalculationOutcome.NoValue, "数据不足\nno value", time.GetUtcNow(), cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One period that cannot be calculated keeps no other from being; it is shown as failed and can be ordered again.
            await results.Record(order.Id, period, RecalculationOutcome.Failed, fault.GetBaseException().Message, time.GetUtcNow(), cancellation);
        }
    }

    /// <summary>Null when there is no value.</summary>
    private async Task<NewCandidate?> Calculate(Order order, Period period, CancellationToken cancellation)
    {
        var current = await definitions.Current(cancellation) ?? throw new InvalidOperationException("没有方法。There are no definitions.");
        var kind = await candidates.HasApproved(order.Index, period, cancellation) ? ReleaseKind.Revision : ReleaseKind.Initial;
        var candidate = await calculation.Calculate(
            current, order.Index, period, order.AsOf, kind, order.RequestedBy, cancellation, isForReview: true);
        return candidate.Values.Any(v => v.Node == order.Index && v.Period == period && v.Text is not null) ? candidate : null;
    }

    private async Task<Order> Find(long id, CancellationToken cancellation) =>
        await recalculations.Find(id, cancellation) ?? throw new InvalidOperationException($"没有重算 {id}。There is no recalculation {id}.");

    /// <summary>Of this run alone: what earlier runs did of the order is theirs.</summary>
    private static JobOutcome Outcome(Order before, Order after)
    {
        var outcomes = after.Periods.Zip(before.Periods).Where(p => p.Second.Result is null).Select(p => p.First.Result?.Outcome).ToArray();
        return outcomes.Contains(RecalculationOutcome.Failed) ? JobOutcome.Failed
            : outcomes.Contains(RecalculationOutcome.Offered) ? JobOutcome.Succeeded
            : JobOutcome.Unchanged;
    }

    private static string Words(Order order)
    {
        var done = order.Periods.Where(p => p.Result is not null).ToArray();
        var newest = done.LastOrDefault() is { Result: { } result } last ? $" · {last.Period} {result.Note.Replace('\n', ' ')}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{done.Length}/{order.Periods.Length}{newest}");
    }
}
