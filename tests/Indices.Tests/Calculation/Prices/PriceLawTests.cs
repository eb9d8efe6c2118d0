using CsCheck;
using Indices.Calculation;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.Prices.PriceBuilder;

namespace Indices.Tests.Calculation.Prices;

/// <summary>Laws that hold whatever the deals, over three years of quarters with empty cells in them.</summary>
public class PriceLawTests
{
    private static readonly string[] Codes = ["INF-T1-AAA", "INF-T2-AAA", "RE-T1-AAP", "ABS-T1-AAA"];
    private static readonly Period First = Period.Parse("2022-Q1");

    // One draw for each cell and quarter: nothing, or an amount and a price.
    private static readonly Gen<(double Amount, double Price)?[]> Market =
        Gen.Select(Gen.Int[0, 3], Gen.Double[1, 20], Gen.Double[2, 8], (some, amount, price) => some > 0 ? (amount, price) : ((double, double)?)null)
            .Array[Codes.Length * 12]
            .Where(m => m.Take(Codes.Length).Any(d => d is not null));

    private static IEnumerable<Deal> Deals((double Amount, double Price)?[] market, Func<double, int, double> price) =>
        from i in Enumerable.Range(0, market.Length)
        where market[i] is not null
        let quarter = i / Codes.Length
        let draw = market[i]!.Value
        select Deal($"D{i:000}", First.Plus(quarter).Start.ToString("O", null), Codes[i % Codes.Length], draw.Amount, price(draw.Price, i), $"E{i % 7}");

    private static IndexResult Run(IEnumerable<Deal> deals, int? weightYears) => Calculate(
        deals, "2024-Q4", Rules(Codes.Select(c => Cell(c, weightYears is null ? 10 : null, 0.25)), "2022-Q1", Frequency.Quarterly, weightYears, 2));

    private static double?[] Path(IndexResult result) =>
        [.. result.Values.Where(v => v.Node == result.Code).Select(v => v.Value)];

    private static void AllNear(IEnumerable<double?> expected, IEnumerable<double?> actual)
    {
        foreach (var (e, a) in expected.Zip(actual, (e, a) => (e, a)))
            Assert.Equal(e!.Value, a!.Value, 1e-9 * Math.Abs(e.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void SamePrices_Always_Give100(int? weightYears) => Market.Sample(market =>
        AllNear(Enumerable.Repeat<double?>(100, 12), Path(Run(Deals(market, (_, i) => 3 + i % Codes.Length), weightYears))), iter: 60);

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void AllPricesTimesAFactor_Always_LeaveTheIndexOfThatPeriodTimesIt(int? weightYears) =>
        Gen.Select(Market, Gen.Double[0.5, 2]).Sample((market, factor) =>
        {
            // A cell without deals in the last quarter would keep or impute its price, which is not scaled.
            if (market.TakeLast(Codes.Length).Any(d => d is null))
                return;
            var plain = Run(Deals(market, (p, _) => p), weightYears);
            var scaled = Run(Deals(market, (p, i) => i / Codes.Length == 11 ? p * factor : p), weightYears);
            Assert.Equal(Path(plain)[11]!.Value * factor, Path(scaled)[11]!.Value, 1e-9 * Path(plain)[11]!.Value * factor);
        }, iter: 100);

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void Contributions_OfAnySpan_AddUpAcrossLinks(int? weightYears) => Market.Sample(market =>
    {
        var result = Run(Deals(market, (p, _) => p), weightYears);
        var spans = result.Contributions.GroupBy(c => (c.From, c.To)).ToList();
        Assert.Equal(11 + 8, spans.Count);
        foreach (var span in spans)
            Assert.Equal(result.Index(span.Key.To.ToString())!.Value - result.Index(span.Key.From.ToString())!.Value, span.Sum(c => c.Points), 1e-8);
    }, iter: 60);

    [Fact]
    public void WithinAYear_AllCellsObserved_LoweIsTransitive() =>
        Gen.Select(Gen.Double[1, 20], Gen.Double[2, 8]).Array[Codes.Length * 12].Sample(draws =>
        {
            var market = draws.Select(d => ((double, double)?)d).ToArray();
            var result = Run(Deals(market, (p, _) => p), 1);
            // Amounts of 2023 weigh every quarter of 2024, and prices are what they are, by whichever quarter one goes.
            double Value(int quarter) => Enumerable.Range(0, Codes.Length).Sum(c =>
                Enumerable.Range(4, 4).Sum(q => draws[q * Codes.Length + c].Item1) * draws[quarter * Codes.Length + c].Item2);
            for (var from = 7; from < 11; from++)
                Assert.Equal(Value(11) / Value(from), Path(result)[11]!.Value / Path(result)[from]!.Value, 1e-9);
        }, iter: 60);

    [Fact]
    public void OrderOfDeals_Always_IsIrrelevant() =>
        Gen.Select(Market, Gen.Int).Sample((market, seed) =>
        {
            var deals = Deals(market, (p, _) => p).ToList();
            var shuffled = deals.OrderBy(d => HashCode.Combine(seed, d.Code.GetHashCode(StringComparison.Ordinal)));
            Assert.Equal(Path(Run(deals, 2)), Path(Run(shuffled, 2)));
        }, iter: 60);
}
