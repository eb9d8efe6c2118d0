using System.Globalization;
using CsCheck;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Tests.Calculation.Prices.Disclosure.Attack;

/// <summary>A thin market made up at random: five quarters, three products by three tenors, few users of funds.</summary>
/// <param name="Weights">Where the weights come from: amounts or shares in the file, or the amounts of earlier years.</param>
/// <param name="Base">One quarter or a whole year.</param>
internal sealed record Market(Market.Source Weights, string Base, Deal[] Deals)
{
    internal enum Source { FileAmounts, FileShares, EarlierYears, Example }

    internal static readonly string[] Cells = ["INF-T1-AAA", "INF-T2-AAA", "INF-T3-AAA", "RE-T1-AAA", "RE-T2-AAA", "ABS-T2-AAA"];

    private const int Quarters = 5;
    private static readonly Period s_first = Period.Parse("2022-Q1");

    internal string Last => PeriodOf(Deals.Length - 1).ToString();

    private static readonly Gen<(int Cell, int User, double Amount, double Price)> s_draw =
        Gen.Select(Gen.Int[0, Cells.Length - 1], Gen.Int[0, 8], Gen.Int[1, 8], Gen.Int[300, 600],
            (cell, user, amount, price) => (cell, user, (double)amount, price / 100.0));

    internal static Gen<Market> Any { get; } = Gen.Select(Gen.Int[0, 2], Gen.Bool, s_draw.Array[2, 10].Array[Quarters], (source, overYear, quarters) =>
        new Market((Source)source, overYear ? "2022" : "2022-Q1", [.. quarters.SelectMany((draws, q) => draws.Select((d, i) => PriceBuilder.Deal(
            string.Create(CultureInfo.InvariantCulture, $"Q{q}-{i:00}"), s_first.Plus(q).Start.ToString("O", CultureInfo.InvariantCulture),
            Cells[d.Cell], d.Amount, d.Price, $"E{d.User}")))]));

    internal IndexMethodology Methodology
    {
        get
        {
            if (Weights == Source.Example)
                return TestSupport.KnownValue.Methodology("prices.yaml");
            var rules = PriceBuilder.Rules(
                Cells.Select((c, i) => Weights == Source.FileAmounts ? PriceBuilder.Cell(c, 10 + 7 * i) : PriceBuilder.Cell(c, share: (1 + i % 3) / 12.0)),
                Base, Frequency.Quarterly, Weights == Source.EarlierYears ? 2 : null, 2);
            return rules with { Price = rules.Price! with { MinimumObservedWeight = 0.2 } };
        }
    }

    internal IndexInputs Inputs => PriceBuilder.Inputs(Deals, Last, Methodology);

    internal Period PeriodOf(int deal) => Period.Containing(Deals[deal].PricingDate, Weights == Source.Example ? Frequency.Monthly : Frequency.Quarterly);

    /// <summary>The same with another price of one deal, which nothing else can tell.</summary>
    internal Market With(int deal, double change) => this with
    {
        Deals = [.. Deals.Select((d, i) => i == deal ? d with { CouponPercent = d.CouponPercent + change } : d)],
    };

    public override string ToString() => $"{Weights} {Base}: " + string.Join("; ", Deals.Select(d => string.Create(
        CultureInfo.InvariantCulture, $"{d.Code} {d.Product}-T{(d.TenorYears <= 5 ? 1 : d.TenorYears <= 8 ? 2 : 3)} {d.Entity} {d.Amount} at {d.CouponPercent}")));
}
