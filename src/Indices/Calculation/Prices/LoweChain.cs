using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <param name="Segment">Stretch of the chain that the period lies in; null before the first period that can be weighed.</param>
internal sealed record PriceState(Period Period, PriceSegment? Segment, CellPrices Prices)
{
    /// <summary>100 in the first period of the chain.</summary>
    internal double? Aggregate => Segment?.Aggregate(Prices.Live);

    internal bool Holds(int cell) => Segment?.Holds(cell) ?? false;

    /// <summary>Share of the year's weight that rests on deals of this period, 0 to 1.</summary>
    internal double ObservedShare(Func<int, bool>? among = null)
    {
        if (Segment is null)
            return 0;
        var (observed, all) = (0.0, 0.0);
        for (var cell = 0; cell < Segment.LinkShares.Length; cell++)
            if (among is null || among(cell))
            {
                all += Segment.LinkShares[cell];
                observed += Holds(cell) && Prices.IsObserved(cell) ? Segment.LinkShares[cell] : 0.0;
            }
        return all > 0 ? observed / all : 0;
    }
}

/// <summary>
/// Annually chained Lowe index: I_t = I_L · Σ q p_t / Σ q p_L with L the last period of the year before (methodology,
/// section 11.4). With weights fixed in the file, a link that changes neither quantities nor cells is no link: the
/// whole is one direct index.
/// </summary>
/// <remarks>A dormant cell returns at the first link at which it has a live price, that is, after deals of its own.</remarks>
internal sealed class LoweChain(PriceRules rules, DealBook book, ICollection<Warning> warnings)
{
    private const double FirstLevel = 100.0;

    private readonly LinkWeights _weights = new(rules, book, warnings);

    /// <summary>One state for each period of the book.</summary>
    internal ImmutableArray<PriceState> Run()
    {
        var states = ImmutableArray.CreateBuilder<PriceState>();
        foreach (var period in book.Periods)
            states.Add(states.Count == 0 ? Start(period, CellPrices.First(Observed(period))) : Continue(states[^1], period));
        return states.ToImmutable();
    }

    private PriceState Start(Period period, CellPrices prices) =>
        new(period, PriceSegment.Open(FirstLevel, _weights.Quantities(period.Year, prices.Live), prices.Live), prices);

    /// <summary>The state of a later period, which may be shorter: a month goes on from a quarter as the next quarter would.</summary>
    internal PriceState Continue(PriceState before, Period period)
    {
        var segment = before.Segment is not null && period.Year > before.Period.Year ? Link(before, period.Year) : before.Segment;
        var quantities = segment?.Quantities ?? [.. rules.Cells.Select(_ => 0.0)];
        var imputation = new Imputation(rules, quantities, before.Prices, Observed(period));
        var prices = imputation.Prices();
        if (segment is null)
            return Start(period, prices);
        var leaving = imputation.Expired().Where(segment.Holds).ToHashSet();
        return new(period, leaving.Count == 0 ? segment : segment.Without(leaving, before.Prices.Live), prices);
    }

    private PriceSegment Link(PriceState last, int year)
    {
        var old = last.Segment!;
        var quantities = _weights.Quantities(year, last.Prices.Live);
        var sameCells = Enumerable.Range(0, rules.Cells.Length).All(c => quantities[c] > 0 == old.Holds(c));
        if (!_weights.AreAnnual && sameCells)
            return old;
        if (PriceSegment.Open(old.Aggregate(last.Prices.Live), quantities, last.Prices.Live) is { } next)
            return next;
        warnings.Add(new($"{year}年的权重单元在链接期都没有价格，沿用上年权重。",
            $"No cell that weighs in {year} had a price at the link; the weights of the year before were kept."));
        return old;
    }

    private ImmutableArray<double?> Observed(Period period) =>
        [.. Enumerable.Range(0, rules.Cells.Length).Select(cell => book.At(cell, period).UnitValue)];
}
