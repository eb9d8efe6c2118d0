using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>Totals from 1 January to the end of each month or quarter: as published, else added up from the flows of the year's parts.</summary>
internal sealed class YearTotals
{
    private readonly SortedDictionary<(int Year, int Month), (Period Period, double Value)> _totals = [];

    internal YearTotals(TargetData data)
    {
        var flows = data.View(Measures.Value).Observations.Where(RollingYear.IsUsable).ToList();
        var published = data.View(Measures.YearToDate).Observations.Where(RollingYear.IsUsable);
        foreach (var total in published)
            Add(total.Period, total.Value!.Value);
        foreach (var year in flows.GroupBy(f => (f.Period.Year, f.Period.Frequency)).OrderByDescending(g => g.Key.Frequency))
            AddUp(year.OrderBy(f => f.Period.Start).ThenBy(f => f.Period.End));
    }

    /// <summary>The newest period that ends on the day or before.</summary>
    internal Period? Newest(DateOnly day) => _totals.Values
        .Where(t => t.Period.End <= day).Select(t => (Period?)t.Period).LastOrDefault();

    internal double? At(int year, int month) => _totals.TryGetValue((year, month), out var total) ? total.Value : null;

    private void AddUp(IEnumerable<Observation> parts)
    {
        var (sum, next) = (0.0, 1);
        foreach (var part in parts.Where(p => p.Period.Start.Month == next))
        {
            sum += part.Value!.Value;
            next = part.Period.End.Month + 1;
            Add(part.Period, sum);
        }
    }

    private void Add(Period period, double value) => _totals.TryAdd((period.Year, period.End.Month), (period, value));
}
