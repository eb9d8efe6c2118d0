using System.Collections.Immutable;
using System.Globalization;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Time;

namespace Dashboard.PageModels.RecalculationPages;

/// <summary>What a person typed to have periods calculated.</summary>
/// <param name="To">Empty: the same as <paramref name="From"/>.</param>
/// <param name="AsOf">Day, or day and time, in the office's clock; empty: what is known now.</param>
public sealed record RecalculationRequest(string Index, string From, string To, string AsOf, bool OnlyFailedAndMissing)
{
    private static readonly string[] Instants = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>What would run, or why nothing can.</summary>
    public RecalculationPlan Plan(RecalculationFacts facts)
    {
        if (!facts.Definitions.IndexCodes.Contains(Index))
            return Refused($"没有指数 {Index}。", $"There is no index {Index}.");
        var frequency = facts.Methodology(Index).Frequency;
        if (PeriodOf(From, frequency) is not { } from)
            return Refused($"“{From}”不是此指数的时期，应如 {facts.Newest(Index)}。", $"'{From}' is not a period of this index, such as {facts.Newest(Index)}.");
        if (PeriodOf(To.Length == 0 ? From : To, frequency) is not { } to)
            return Refused($"“{To}”不是此指数的时期，应如 {facts.Newest(Index)}。", $"'{To}' is not a period of this index, such as {facts.Newest(Index)}.");
        if (to < from)
            return Refused($"{to} 早于 {from}。", $"{to} is before {from}.");
        if (from < facts.First(Index))
            return Refused($"此指数自 {facts.First(Index)} 起。", $"This index begins with {facts.First(Index)}.");
        if (to > facts.Newest(Index))
            return Refused($"{to} 尚未结束。", $"{to} is not over yet.");
        if (AsOfOf(facts.Now) is not { } asOf)
            return Refused($"“{AsOf}”不是日期，应如 2026-11-24 或 2026-11-24 12:00，且不在将来。", $"'{AsOf}' is not a date such as 2026-11-24 or 2026-11-24 12:00, or it lies in the future.");
        ImmutableArray<PeriodCell> cells = [.. Enumerable.Range(0, to.Since(from) + 1).Select(i => facts.Cell(Index, from.Plus(i)))
            .Where(c => c.State != PeriodState.NotDue && (!OnlyFailedAndMissing || c.IsFailedOrMissing))];
        return cells.IsEmpty
            ? Refused("所选范围内没有要计算的时期。", "There is nothing to calculate in this range.")
            : new(cells, new RecalculationOrder(Index, [.. cells.Select(c => c.Period)], new Vintage(asOf)), null);
    }

    private static Period? PeriodOf(string text, Frequency frequency) =>
        Period.TryParse(text.Trim()) is { IsMergedJanuaryFebruary: false } period && period.Frequency == frequency ? period : null;

    private DateTimeOffset? AsOfOf(DateTimeOffset now)
    {
        var text = AsOf.Trim();
        if (text.Length == 0)
            return now;
        DateTimeOffset? instant = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            // A day means all of it, as far as it is over.
            ? day == OfficeClock.DayOf(now) ? now : OfficeClock.EndOf(day)
            : DateTime.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown) ? OfficeClock.At(shown) : null;
        return instant <= now ? instant : null;
    }

    private static RecalculationPlan Refused(string chinese, string english) => new([], null, new LocalText(chinese, english));
}

/// <param name="Cells">What would be calculated, oldest first, as it stands now.</param>
/// <param name="Order">Null when nothing can run.</param>
/// <param name="Fault">Why not.</param>
public sealed record RecalculationPlan(ImmutableArray<PeriodCell> Cells, RecalculationOrder? Order, LocalText? Fault);
