using System.Collections.Immutable;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>A price that one user of funds paid in one cell: what disclosure control protects.</summary>
internal readonly record struct Respondent(string User, int Cell);

/// <summary>
/// By how much each cell price of a period moves with the prices that its respondents paid: the equations that a reader
/// can set up who knows every weight, amount and date, and no price.
/// </summary>
/// <remarks>An imputed price rests on the last deals of its cell and on the deals that moved it (methodology, section 11.5).</remarks>
internal sealed class Exposure
{
    private readonly PriceRun _run;
    private readonly PriceState _state;
    private readonly PriceState? _before;
    private readonly Dictionary<Respondent, int> _columns = [];

    internal Exposure(PriceRun run, PriceState state)
    {
        (_run, _state, _before) = (run, state, run.At(state.Period.Plus(-1)));
        foreach (var deal in run.Book.ByPeriod[state.Period])
            _columns.TryAdd(new(deal.Deal.Entity, deal.Cell!.Value), _columns.Count);
        Current = _columns.Count;
        for (var cell = 0; cell < run.Rules.Cells.Length; cell++)
            foreach (var deal in LastDeals(cell))
                _columns.TryAdd(new(deal.Deal.Entity, cell), _columns.Count);
        Respondents = [.. _columns.Keys];
    }

    /// <summary>One for each column: those of the period first, then those that imputed prices still rest on.</summary>
    internal ImmutableArray<Respondent> Respondents { get; }

    /// <summary>Columns that belong to deals of the period.</summary>
    internal int Current { get; }

    /// <summary>How much of the total each respondent of the period makes up.</summary>
    internal IEnumerable<(Respondent Respondent, double Weight)> OfTotal => Respondents.Take(Current).Zip(Weighted(_ => true));

    /// <summary>Σ q p over some cells, as the index and its sub-indices weigh them.</summary>
    internal double[] Weighted(Func<int, bool> among, ImmutableArray<double>? quantities = null)
    {
        var (form, weights) = (new double[_columns.Count], quantities ?? _state.Segment!.Quantities);
        for (var cell = 0; cell < weights.Length; cell++)
            if (weights[cell] > 0 && _state.Prices.Live[cell] is not null && among(cell))
                AddPrice(form, cell, weights[cell]);
        return form;
    }

    /// <summary>Σ a r over the deals of the period that have a figure, as averages of actual prices weigh them.</summary>
    internal double[] Averaged(Func<PricedDeal, bool> has)
    {
        var form = new double[_columns.Count];
        foreach (var deal in _run.Book.ByPeriod[_state.Period].Where(has))
            form[ColumnOf(deal)] += deal.Deal.Amount;
        return form;
    }

    private void AddPrice(double[] form, int cell, double weight)
    {
        if (_state.Prices.IsObserved(cell))
            AddUnitValue(form, [.. DealsOf(cell, _state)], weight);
        else if (_before is not null)
            AddImputed(form, cell, weight);
    }

    private void AddImputed(double[] form, int cell, double weight)
    {
        var (earlier, matched) = (0.0, Matched(cell));
        foreach (var j in matched)
            earlier += _state.Segment!.Quantities[j] * _before!.Prices.Live[j]!.Value;
        foreach (var j in matched)
            AddUnitValue(form, [.. DealsOf(j, _state)], weight * _before!.Prices.Live[cell]!.Value * _state.Segment!.Quantities[j] / earlier);
        if (LastState(cell) is { } last)
            AddUnitValue(form, [.. DealsOf(cell, last)], weight * _state.Prices.Live[cell]!.Value / last.Prices.Live[cell]!.Value);
    }

    private void AddUnitValue(double[] form, List<PricedDeal> deals, double weight)
    {
        var amount = deals.Sum(d => d.Deal.Amount);
        foreach (var deal in deals)
            form[ColumnOf(deal)] += weight * deal.Deal.Amount / amount;
    }

    private List<int> Matched(int cell)
    {
        var source = _state.Prices.Sources[cell];
        return source is CellSource.CarryForward ? [] : [.. Enumerable.Range(0, _run.Rules.Cells.Length).Where(j =>
            j != cell && _state.Holds(j) && _state.Prices.IsObserved(j) && _before!.Prices.IsObserved(j)
            && (source is CellSource.AllMovement || _run.Rules.Cells[j].Group == _run.Rules.Cells[cell].Group))];
    }

    private int ColumnOf(PricedDeal deal) => _columns[new(deal.Deal.Entity, deal.Cell!.Value)];

    private IEnumerable<PricedDeal> DealsOf(int cell, PriceState state) => _run.Book.ByPeriod[state.Period].Where(d => d.Cell == cell);

    private IEnumerable<PricedDeal> LastDeals(int cell) =>
        _state.Prices.Live[cell] is not null && !_state.Prices.IsObserved(cell) && LastState(cell) is { } last ? DealsOf(cell, last) : [];

    private PriceState? LastState(int cell)
    {
        for (var state = _before; state is not null; state = _run.At(state.Period.Plus(-1)))
            if (state.Prices.IsObserved(cell))
                return state;
        return null;
    }
}
