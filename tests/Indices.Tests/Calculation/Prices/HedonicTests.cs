using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

/// <summary>The check of the strata by regression (methodology, section 11.6).</summary>
public class HedonicTests
{
    private static readonly string[] Industries = ["transport", "water", "energy"];

    private static IndexMethodology Ruled(HedonicRule rule, Frequency frequency = Frequency.Quarterly)
    {
        var methodology = Rules([Cell("INF-T2-AAA", share: 0.6), Cell("INF-T3-AAP", share: 0.2), Cell("RE-T1-AAA", share: 0.2)], "2022", frequency);
        return methodology with { Price = methodology.Price! with { Hedonic = rule } };
    }

    private static HedonicRule All(int deals, int quarters = 8) => new(deals, quarters, 7, [.. Enum.GetValues<HedonicRegressor>()]);

    private static double Standard(int quarter) => 4 - 0.1 * quarter + 0.03 * quarter * quarter;

    /// <summary>Deals whose prices obey the model to the letter, every kind in every quarter.</summary>
    private static IEnumerable<Deal> Exact(int quarters, Func<int, double> standard) =>
        from quarter in Enumerable.Range(0, quarters)
        from place in Enumerable.Range(0, 12)
        let cell = new[] { "INF-T2-AAA", "INF-T3-AAP", "RE-T1-AAA", "INF-T2-AAA" }[place % 4]
        let industry = Industries[(place + quarter) % 3]
        let tenor = cell[^6..^4] switch { "T1" => 2 + quarter % 3, "T2" => 6 + place % 3, _ => 9 + place % 4 }
        let amount = new[] { 5.0, 10, 20 }[place * 7 % 3]
        let price = standard(quarter) + 0.05 * (tenor - 7) + (cell.EndsWith("AAP", StringComparison.Ordinal) ? 0.7 : 0) + (cell.StartsWith("RE", StringComparison.Ordinal) ? 0.4 : 0)
            + 0.02 * Math.Log(amount / 10) + (industry == "water" ? -0.1 : industry == "energy" ? 0.2 : 0)
        select Deal($"D{quarter:00}{place:00}", Period.Parse("2022-Q1").Plus(quarter).Start.ToString("O", null), cell, amount, price, $"E{place % 5}") with
        {
            TenorYears = tenor, Industry = industry,
        };

    private static HedonicDetail Check(IEnumerable<Deal> deals, string last, HedonicRule rule) =>
        Calculate(deals, last, Ruled(rule)).Price!.Hedonic!;

    private static double? Coefficient(HedonicDetail detail, string name) => Assert.Single(detail.Latest!.Coefficients, c => c.Name == name).Value;

    [Fact]
    public void WorkedExample_EveryFigure_Matches()
    {
        var hedonic = PriceBuilder.Example().Price!.Hedonic!;
        var names = new Dictionary<string, string> { ["AA+"] = "AAP" };
        var rows = Read("ifpi_hedonic.csv").ToDictionary(r => r["item"], r => r.Number("value"));
        foreach (var (item, value) in rows.Where(r => !r.Key.Contains("index", StringComparison.Ordinal) && r.Key is not ("r2" or "residual_sd_pp")))
            Near(value, Coefficient(hedonic, names.GetValueOrDefault(item, item)), item);
        Assert.Equal(7, hedonic.Latest!.Coefficients.Length);
        Near(rows["residual_sd_pp"], hedonic.Latest.ResidualDeviation, "residual");
        Near(rows["r2"], hedonic.Latest.RSquared, "r2");
        foreach (var value in hedonic.Index)
            Near(rows["hedonic_index_" + value.Period], value.Value, value.Period.ToString());
        Assert.Equal([7, 13, 18], hedonic.Index.Select(v => v.Deals));
    }

    [Fact]
    public void ExactModel_AllRegressors_IsFoundToTheLastDigits()
    {
        var hedonic = Check(Exact(6, Standard), "2023-Q2", All(deals: 40));

        // The commonest industry is the standard; the others are effects against it.
        var commonest = Exact(6, Standard).GroupBy(d => d.Industry).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        double Effect(string industry) => industry == "water" ? -0.1 : industry == "energy" ? 0.2 : 0;
        Assert.Equal(0.05, Coefficient(hedonic, "tenor_minus_7")!.Value, 1e-11);
        Assert.Equal(0.7, Coefficient(hedonic, "AAP")!.Value, 1e-11);
        Assert.Equal(0.4, Coefficient(hedonic, "RE")!.Value, 1e-11);
        Assert.Equal(0.02, Coefficient(hedonic, "ln_amount")!.Value, 1e-11);
        foreach (var industry in Industries.Where(i => i != commonest))
            Assert.Equal(Effect(industry) - Effect(commonest), Coefficient(hedonic, "industry_" + industry)!.Value, 1e-11);
        for (var quarter = 0; quarter < 6; quarter++)
            Assert.Equal(100 * (Standard(quarter) + Effect(commonest)) / (Standard(0) + Effect(commonest)), hedonic.Index[quarter].Value!.Value, 1e-9);
        Assert.Equal(1, hedonic.Latest!.RSquared, 1e-12);
    }

    [Fact]
    public void Index_StartsWithTheFirstWindowOfEnoughDeals()
    {
        var hedonic = Check(Exact(5, Standard), "2023-Q1", All(deals: 48));
        Assert.Equal([12, 24, 36, 48, 60], hedonic.Index.Select(v => v.Deals));
        Assert.All(hedonic.Index, v => Assert.NotNull(v.Value));

        Assert.All(Check(Exact(3, Standard), "2022-Q3", All(deals: 48)).Index, v => Assert.Null(v.Value));
        Assert.Null(Check(Exact(3, Standard), "2022-Q3", All(deals: 48)).Latest);
    }

    [Fact]
    public void Index_AnotherQuarter_NeverMovesAnOldValue()
    {
        var noise = new Random(7);
        var deals = Exact(16, Standard).Select(d => d with { CouponPercent = d.CouponPercent + 0.2 * noise.NextDouble() }).ToList();
        List<HedonicValue> Until(int quarters) => [.. Check(deals, Period.Parse("2022-Q1").Plus(quarters - 1).ToString(), All(deals: 40)).Index];

        var all = Until(16);
        for (var quarters = 4; quarters < 16; quarters++)
            Assert.Equal(all.Take(quarters), Until(quarters));
    }

    [Fact]
    public void Window_WithTooFewDeals_LeavesAGapAndGoesOn()
    {
        // A window of two quarters holds 24 deals, or 12 around the empty one.
        var deals = Exact(6, Standard).Where(d => Period.Containing(d.PricingDate, Frequency.Quarterly) != Period.Parse("2022-Q4")).ToList();

        var index = Check(deals, "2023-Q2", new(20, 2 * 2, 7, [.. Enum.GetValues<HedonicRegressor>()])).Index;

        Assert.Null(index[3].Value);
        Assert.NotNull(index[4].Value);
        Assert.Equal([24, 36], index.Skip(1).Take(2).Select(v => v.Deals));
    }

    [Fact]
    public void ARegressorThatOthersMakeUp_TakesNoCoefficient()
    {
        var deals = Exact(4, Standard).Select(d => d with { Industry = d.Product == "RE" ? "water" : "transport" });

        var hedonic = Check(deals, "2022-Q4", All(deals: 40));

        Assert.Null(Coefficient(hedonic, "industry_water"));
        Assert.NotNull(Coefficient(hedonic, "RE"));
    }

    [Fact]
    public void NeedsReview_HeadlineAndStandardDealApart_SaysSo()
    {
        Assert.False(Check(Exact(8, _ => 4), "2023-Q4", All(deals: 40)).NeedsReview);

        // Inside one cell the mix turns to much longer deals: its unit value rises, the standard deal does not.
        var longer = Exact(8, _ => 4).Select(d => d.PricingDate.Year == 2023 && d.TenorYears >= 9
            ? d with { TenorYears = 29, CouponPercent = d.CouponPercent + 0.05 * (29 - d.TenorYears) } : d);
        Assert.True(Check(longer, "2023-Q4", All(deals: 40)).NeedsReview);
    }

    [Fact]
    public void NoRule_NoCheck() => Assert.Null(Calculate(Exact(4, Standard), "2022-Q4", Rules([Cell("INF-T2-AAA", share: 1)], "2022", Frequency.Quarterly)).Price!.Hedonic);
}
