using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Prices;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Prices;

/// <summary>Small price methodologies and deals; those of the worked example of the methodology (section 15.2) among them.</summary>
internal static class PriceBuilder
{
    internal const string Area = "990100";

    internal static readonly PriceCell[] ExampleCells =
    [
        Cell("INF-T2-AAA", 120), Cell("INF-T3-AAA", 60), Cell("INF-T2-AAP", 40), Cell("PERP-T1-AAA", 50), Cell("ABS-T1-AAA", 30),
    ];

    /// <summary>Code as product-tenor-rating; the product is the group and the pillar.</summary>
    internal static PriceCell Cell(string code, double? amount = null, double? share = null)
    {
        var parts = code.Split('-');
        return new(code, new LocalText(code, null), parts[0], parts[0], [parts[1]], [parts[2]], amount, share);
    }

    internal static IndexMethodology Rules(
        IEnumerable<PriceCell> cells, string? basePeriod, Frequency frequency = Frequency.Monthly, int? weightYears = null,
        int maximumImputations = 6, string version = "1.0.0", string? effectiveFrom = null, params string[] overlap)
    {
        var all = cells.ToImmutableArray();
        return new(
            "XX-PRICE", version, overlap.Length == 0 ? null : "before", overlap.Length == 0 ? null : new LinkRule([.. overlap.Select(Period.Parse)]),
            Period.TryParse(effectiveFrom), new LocalText("样例价格指数", null), "Pure price change.", frequency, [Area], [7],
            new IndexGroup("XX-PRICE", new LocalText("样例价格指数", null), Weight.One, Aggregation.Arithmetic,
                [.. all.Select(c => c.Pillar).Distinct().Select(p => new IndexGroup(p, new LocalText(p, null), Weight.One, Aggregation.Arithmetic, []))]),
            Period.TryParse(basePeriod) is { } period ? new BaseRule(period, 100) : null,
            new Normalisation(60, 40, -1, 2), new CoverageRule(0.8, 0.5, 0.9, 1e-9), new Rounding(2, 2), 5, null, null,
            new PriceRules(all, weightYears, maximumImputations, 0.5, new DisclosureRule(3, 3, 0.75, 0.9)), new string('b', 64));
    }

    /// <summary>A deal without fees, so that its all-in cost is its coupon.</summary>
    internal static Deal Deal(
        string code, string date, string cell, double amount, double coupon, string? entity = null, Origin origin = Origin.Official)
    {
        var parts = cell.Split('-');
        var tenor = parts[1] switch { "T1" => 3, "T2" => 7, _ => 10 };
        return new(code, Area, DateOnly.Parse(date, null), parts[0], tenor, parts[2] == "AAA" ? "AAA" : "AA+", "transport", entity ?? code,
            amount, coupon, 0, 0, 2.9, 4.3, origin, Known, new string('d', 64));
    }

    internal static readonly Vintage Known = TestIndex.Later;

    internal static IEnumerable<Deal> ExampleDeals() => ExampleTable.Read("ifpi_deals.csv").Select(row => new Deal(
        row["deal"], Area, DateOnly.Parse(row["pricing_date"], null), row["product"], (int)row.Number("tenor_years"), row["rating"],
        row["industry"], row["entity"], row.Number("amount_100m"), row.Number("coupon_pct"), row.Number("upfront_fee_pct"),
        row.Number("annual_fee_pct"), row.Number("cgb10y_pct"), row.Number("lpr5y_pct"), Origin.Synthetic, Known, new string('d', 64)));

    internal static IndexResult Calculate(
        IEnumerable<Deal> deals, string last, FrozenParameters? frozen, params IndexMethodology[] versions) =>
        IndexCalculator.Calculate(new IndexInputs(
            [.. versions], TestIndex.EmptyCatalogue, new Snapshot(Known, [], deals), Area, Period.Parse(last), frozen ?? FrozenParameters.None));

    internal static IndexResult Calculate(IEnumerable<Deal> deals, string last, params IndexMethodology[] versions) =>
        Calculate(deals, last, null, versions);

    /// <summary>One version computed, before base and link.</summary>
    internal static PriceRun Run(IEnumerable<Deal> deals, string last, IndexMethodology version) => new(version, Inputs(deals, last, version), []);

    internal static IndexInputs Inputs(IEnumerable<Deal> deals, string last, params IndexMethodology[] versions) => new(
        [.. versions], TestIndex.EmptyCatalogue, new Snapshot(Known, [], deals), Area, Period.Parse(last), FrozenParameters.None);

    internal static IndexResult Example() => Calculate(ExampleDeals(), "2023-03", KnownValue.Methodology("prices.yaml"));

    internal static double? Index(this IndexResult result, string period) => result.Total(period).Value;

    internal static NodeValue Total(this IndexResult result, string period) =>
        Assert.Single(result.Values, v => v.Node == result.Code && v.Period == Period.Parse(period));

    internal static CellPrice Cell(this IndexResult result, string cell, string period) =>
        Assert.Single(result.Price!.Cells, c => c.Cell == cell && c.Period == Period.Parse(period));
}
