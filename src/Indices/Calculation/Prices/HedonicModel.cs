using System.Collections.Immutable;
using Indices.Calculation.Statistics;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>
/// r_i = δ_t(i) + β₁ (tenor − standard) + effects of rating, product and industry + β ln(amount / median) + ε: additive,
/// because premia are quoted in basis points (methodology, section 11.6). δ is the price of the standard deal.
/// </summary>
internal sealed class HedonicModel
{
    private readonly IReadOnlyList<PricedDeal> _deals;
    private readonly List<(string Name, double[] Column)> _terms = [];

    /// <param name="deals">Of one window, at least one.</param>
    internal HedonicModel(PriceRules rules, IReadOnlyList<PricedDeal> deals)
    {
        _deals = deals;
        Periods = [.. deals.Select(d => d.Period).Distinct().Order()];
        foreach (var period in Periods)
            Add("d_" + period, d => d.Period == period ? 1 : 0);
        foreach (var regressor in rules.Hedonic!.Regressors)
            Add(rules, regressor);
    }

    /// <summary>Those with deals, in order.</summary>
    internal ImmutableArray<Period> Periods { get; }

    internal HedonicFit Fit()
    {
        double[] prices = [.. _deals.Select(d => d.AllInPercent)];
        var fit = LeastSquares.Fit([.. _terms.Select(t => t.Column)], prices);
        var mean = prices.Sum() / prices.Length;
        return new(
            Periods[0], Periods[^1], _deals.Count, [.. _terms.Select((t, k) => new HedonicCoefficient(t.Name, fit.Coefficients[k]))],
            Math.Sqrt(fit.Residual / (prices.Length - fit.Rank)), 1 - fit.Residual / prices.Sum(p => (p - mean) * (p - mean)));
    }

    private void Add(PriceRules rules, HedonicRegressor regressor)
    {
        var standard = rules.Cells[0];
        switch (regressor)
        {
            case HedonicRegressor.Tenor:
                var tenor = rules.Hedonic!.StandardTenorYears;
                Add(FormattableString.Invariant($"tenor_minus_{tenor}"), d => d.Deal.TenorYears - tenor);
                break;
            case HedonicRegressor.Rating:
                AddEffects(d => CellBands.Rating(d.Deal.Rating), standard.RatingBands[0], "");
                break;
            case HedonicRegressor.Product:
                AddEffects(d => d.Deal.Product, standard.Group, "");
                break;
            case HedonicRegressor.Amount:
                var median = Median();
                Add("ln_amount", d => Math.Log(d.Deal.Amount / median));
                break;
            default:
                AddEffects(d => d.Deal.Industry, CommonestIndustry(), "industry_");
                break;
        }
    }

    private void AddEffects(Func<PricedDeal, string> kind, string standard, string prefix)
    {
        foreach (var other in _deals.Select(kind).Distinct().Where(k => k != standard).Order(StringComparer.Ordinal))
            Add(prefix + other, d => kind(d) == other ? 1 : 0);
    }

    private void Add(string name, Func<PricedDeal, double> value) => _terms.Add((name, [.. _deals.Select(value)]));

    private double Median()
    {
        var amounts = _deals.Select(d => d.Deal.Amount).Order().ToList();
        return (amounts[(amounts.Count - 1) / 2] + amounts[amounts.Count / 2]) / 2;
    }

    private string CommonestIndustry() => _deals.GroupBy(d => d.Deal.Industry)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
}
