using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>Deals of one cell in one period. Amount in 亿元, unit value in percent (null without deals).</summary>
internal sealed record CellDeals(int Deals, int Entities, double Amount, double? UnitValue)
{
    internal static CellDeals None { get; } = new(0, 0, 0.0, null);

    internal static CellDeals Of(IReadOnlyList<PricedDeal> deals)
    {
        if (deals.Count == 0)
            return None;
        var (amount, cost) = (0.0, 0.0);
        foreach (var deal in deals)
        {
            amount += deal.Deal.Amount;
            cost += deal.Deal.Amount * deal.AllInPercent;
        }
        return new(deals.Count, deals.Select(d => d.Deal.Entity).Distinct().Count(), amount, cost / amount);
    }
}

/// <summary>The deals of an area up to a period, priced and put into the cells of one methodology version.</summary>
internal sealed class DealBook
{
    private readonly Dictionary<(int Cell, Period Period), CellDeals> _cells;

    internal DealBook(IndexMethodology methodology, IndexInputs inputs, Period last, ICollection<Warning> warnings)
    {
        var rules = methodology.Price!;
        Priced = [.. inputs.Snapshot.Deals.Where(d => d.Area == inputs.Area)
            .Select(deal => (deal, period: Period.Containing(deal.PricingDate, methodology.Frequency)))
            .Where(d => d.period <= last)
            .SelectMany(d => Price(rules, d.deal, d.period, warnings))];
        InCells = [.. Priced.Where(d => d.Cell is not null)];
        _cells = InCells.GroupBy(d => (d.Cell!.Value, d.Period)).ToDictionary(g => g.Key, g => CellDeals.Of([.. g]));
        Periods = InCells.IsEmpty ? [] : [.. Span(InCells.Min(d => d.Period), last)];
        ByPeriod = InCells.ToLookup(d => d.Period);
        WarnOfUnplaced(rules, warnings);
    }

    private DealBook(DealBook source, Func<PricedDeal, IEnumerable<Period>> placed, Period first, Period last)
    {
        (Priced, InCells) = (source.Priced, source.InCells);
        var deals = InCells.SelectMany(d => placed(d).Where(p => p <= last).Select(p => d with { Period = p })).ToList();
        _cells = deals.GroupBy(d => (d.Cell!.Value, d.Period)).ToDictionary(g => g.Key, g => CellDeals.Of([.. g]));
        Periods = first > last ? [] : [.. Span(first, last)];
        ByPeriod = deals.ToLookup(d => d.Period);
    }

    /// <summary>In the order of pricing date, then code; deals outside the cells too.</summary>
    internal ImmutableArray<PricedDeal> Priced { get; }

    internal ImmutableArray<PricedDeal> InCells { get; }

    internal ILookup<Period, PricedDeal> ByPeriod { get; }

    /// <summary>From the first deal in a cell to the last period asked for, without gaps.</summary>
    internal ImmutableArray<Period> Periods { get; }

    /// <summary>The same deals by shorter periods.</summary>
    internal DealBook SplitInto(Frequency finer) => Periods.IsEmpty ? this : new(
        this, d => [Period.Containing(d.Deal.PricingDate, finer)], Periods[0].Split(finer).First(), Periods[^1].Last(finer));

    /// <summary>The same deals with each period holding those of the periods before it, too: as many periods as given, from the first that has them all.</summary>
    internal DealBook Pooled(int periods) => Periods.IsEmpty ? this : new(
        this, d => Enumerable.Range(0, periods).Select(d.Period.Plus), Periods[0].Plus(periods - 1), Periods[^1]);

    internal CellDeals At(int cell, Period period) => _cells.GetValueOrDefault((cell, period), CellDeals.None);

    private static IEnumerable<PricedDeal> Price(PriceRules rules, Deal deal, Period period, ICollection<Warning> warnings)
    {
        if (deal.Amount > 0 && AllInCost.Percent(deal) is { } percent)
            return [new(deal, period, CellBands.CellOf(rules, deal), percent)];
        warnings.Add(new($"成交{deal.Code}的金额或现金流算不出综合成本，未计入。",
            $"Deal {deal.Code} was left out: its amount or cash flows give no all-in cost."));
        return [];
    }

    private static IEnumerable<Period> Span(Period first, Period last)
    {
        for (var period = first; period <= last; period = period.Plus(1))
            yield return period;
    }

    // Products of a satellite are outside the headline on purpose.
    private void WarnOfUnplaced(PriceRules rules, ICollection<Warning> warnings)
    {
        var satellites = rules.Satellites.Select(c => c.Group).ToHashSet();
        var kinds = Priced.Where(d => d.Cell is null && !satellites.Contains(d.Deal.Product))
            .GroupBy(d => $"{d.Deal.Product} {CellBands.Tenor(d.Deal.TenorYears)} {CellBands.Rating(d.Deal.Rating)}");
        foreach (var kind in kinds)
            warnings.Add(new($"成交{string.Join("、", kind.Select(d => d.Deal.Code))}（{kind.Key}）不属于任何单元，未计入。",
                $"Deals {string.Join(", ", kind.Select(d => d.Deal.Code))} ({kind.Key}) fit no cell and were left out."));
    }
}
