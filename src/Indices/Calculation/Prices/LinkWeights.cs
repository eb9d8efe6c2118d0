using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Prices;

/// <summary>Quantities that weigh the cells in one year (methodology, sections 11.3 and 11.4).</summary>
internal sealed class LinkWeights(PriceRules rules, DealBook book, ICollection<Warning> warnings)
{
    /// <summary>True when the weights change every year; otherwise the file's are used throughout.</summary>
    internal bool AreAnnual => rules.WeightYears is not null;

    /// <param name="year">Year that the weights are for; amounts are those of the calendar years before it.</param>
    /// <param name="prices">Prices at the reference period; a cell without one takes no weight.</param>
    internal ImmutableArray<double> Quantities(int year, ImmutableArray<double?> prices)
    {
        var weights = rules.WeightYears is { } years ? Amounts(year, years) ?? FallBack(year, prices) : FromFile(prices);
        WarnOfUnpriced(year, weights, prices);
        return [.. weights.Select((w, cell) => prices[cell] is null ? 0.0 : w)];
    }

    private double[]? Amounts(int year, int years)
    {
        var amounts = new double[rules.Cells.Length];
        foreach (var deal in book.InCells)
            if (deal.Deal.PricingDate.Year < year && deal.Deal.PricingDate.Year >= year - years)
                amounts[deal.Cell!.Value] += deal.Deal.Amount;
        return amounts.Any(a => a > 0) ? amounts : null;
    }

    private double[] FallBack(int year, ImmutableArray<double?> prices)
    {
        warnings.Add(new($"{year}年之前的权重年份没有成交，使用方法文件中的权重。",
            $"No deals in the years that weigh {year}; the weights of the methodology file were used."));
        return FromFile(prices);
    }

    // Quantities and value shares do not mix: a file gives one or the other.
    private double[] FromFile(ImmutableArray<double?> prices) => rules.Cells.Any(c => c.Amount is not null)
        ? [.. rules.Cells.Select(c => c.Amount ?? 0.0)]
        : [.. rules.Cells.Select((c, i) => prices[i] is { } price ? (c.ValueShare ?? 0.0) / price : c.ValueShare ?? 0.0)];

    private void WarnOfUnpriced(int year, double[] weights, ImmutableArray<double?> prices)
    {
        var unpriced = rules.Cells.Where((_, i) => weights[i] > 0 && prices[i] is null).Select(c => c.Code).ToList();
        if (unpriced.Count > 0)
            warnings.Add(new($"{year}年：{string.Join("、", unpriced)}在链接期没有价格，当年不占权重。",
                $"{year}: {string.Join(", ", unpriced)} had no price at the link and take no weight that year."));
    }
}
