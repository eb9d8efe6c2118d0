using System.Collections.Immutable;
using Indices.Calculation.Prices.Disclosure;
using Indices.Observations;

namespace Indices.Calculation.Prices;

/// <summary>Figures beside the headline (methodology, sections 11.4 and 11.7). They are inside figures: a page shows those of a period only when its total is published and each of them is free beside it.</summary>
internal sealed class PriceCompanions(PriceRun run)
{
    private readonly ImmutableArray<PriceState> _states = [.. run.States.Where(s => s.Segment is not null)];

    internal PriceDetail Detail() => new(
        [.. Enumerable.Range(0, run.Rules.Cells.Length).SelectMany(Cells).Where(c => c.Period <= run.Last)],
        [.. Levels().Where(l => l.Period <= run.Last)],
        [.. Formulas([.. _states.Where(s => s.Period <= run.Last)])],
        [.. run.Book.Priced.Where(d => d.Period <= run.Last).Select(Deal)])
    {
        RollingSubIndices = [.. RollingSubIndices()],
        Hedonic = new HedonicCheck(run).Detail(),
    };

    private IEnumerable<CellPrice> Cells(int cell)
    {
        var periods = run.BasePeriods.ToHashSet();
        double? Price(PriceState state) => state.Holds(cell) ? state.Prices.Live[cell] : null;
        var reference = _states.Where(s => periods.Contains(s.Period)).Select(Price).Average();
        return _states.Select(state =>
        {
            var deals = run.Book.At(cell, state.Period);
            return new CellPrice(run.Rules.Cells[cell].Code, state.Period, deals.Deals, deals.Entities, deals.Amount, deals.UnitValue,
                Price(state), state.Holds(cell) ? state.Prices.Sources[cell] : CellSource.Dormant, Price(state) / reference);
        });
    }

    private IEnumerable<PriceLevel> Levels()
    {
        var averages = _states.Select(s => Weighted(Deals(s), d => d.AllInPercent)).ToList();
        var unitValues = Rebased(averages);
        var fishers = Rebased([.. new AnalyticalFormulas(run, _states).Fisher()]);
        return _states.Select((state, t) =>
        {
            var deals = Deals(state);
            return new PriceLevel(
                state.Period, deals.Count, deals.Select(d => d.Deal.Entity).Distinct().Count(), deals.Sum(d => d.Deal.Amount),
                averages[t], state.Segment!.FixedStructure(state.Prices.Live),
                Weighted(deals, d => d.SpreadGovernment), Weighted(deals, d => d.SpreadLoanPrimeRate),
                Weighted(deals, d => d.Deal.TenorYears), unitValues[t], fishers[t], 100 * unitValues[t] / fishers[t])
            {
                AveragesAreFree = run.Control.AveragesAreFree(state), FixedStructureIsFree = run.Control.FixedStructureIsFree(state),
            };
        });
    }

    // Base period = base value, like the headline beside which they stand.
    private List<double?> Rebased(List<double?> values)
    {
        var periods = run.BasePeriods.ToHashSet();
        var mean = values.Where((_, t) => periods.Contains(_states[t].Period)).Average();
        var value = run.Methodology.Base?.Value ?? 100.0;
        return [.. values.Select(v => value * (v / mean))];
    }

    private IReadOnlyList<PricedDeal> Deals(PriceState state) => [.. run.Book.ByPeriod[state.Period]];

    // Deals that lack the figure are left out of its average; null when all do.
    private static double? Weighted(IReadOnlyCollection<PricedDeal> deals, Func<PricedDeal, double?> figure)
    {
        var (amount, sum) = (0.0, 0.0);
        foreach (var deal in deals)
            if (figure(deal) is { } value)
            {
                amount += deal.Deal.Amount;
                sum += deal.Deal.Amount * value;
            }
        return amount > 0 ? sum / amount : null;
    }

    private IEnumerable<FormulaIndex> Formulas(ImmutableArray<PriceState> states) =>
        states.IsEmpty || states.Any(s => !run.Book.ByPeriod[s.Period].Any()) ? [] : new AnalyticalFormulas(run, states).All();

    // Windows of four quarters: on fewer deals most sub-indices could not be published (methodology, sections 11.2 and 11.7).
    private IEnumerable<RollingSubIndex> RollingSubIndices()
    {
        var periods = (int)run.Methodology.Frequency;
        var rolling = run.Pooled(periods);
        return rolling.Groups.SelectMany(group => Windows(rolling, group, periods));
    }

    // What the windows before were decided to be bears on the next: published windows stay published.
    private static IEnumerable<RollingSubIndex> Windows(PriceRun rolling, PriceGroup group, int periods)
    {
        var published = new List<IReadOnlyCollection<PricedDeal>>();
        for (var place = 0; place < rolling.States.Length && rolling.States[place] is var state && state.Period <= rolling.Last; place++)
        {
            var child = state.Segment is null ? null : rolling.Control.Of(state).Tables.SelectMany(t => t).FirstOrDefault(c => c.Code == group.Code);
            var status = child is not { Status: Confidentiality.Free } ? child?.Status ?? Confidentiality.SmallCount
                : WindowRule.Of(rolling.Rules.Disclosure, child.Deals, published);
            if (status == Confidentiality.Free)
                published.Add(child!.Deals);
            yield return new(group.Code, state.Period, periods, group.Values[place], status);
        }
    }

    private DealPrice Deal(PricedDeal deal) => new(
        deal.Deal.Code, deal.Period, deal.Cell is { } cell ? run.Rules.Cells[cell].Code : null,
        deal.Deal.Amount, deal.AllInPercent, deal.SpreadGovernment, deal.SpreadLoanPrimeRate);
}
