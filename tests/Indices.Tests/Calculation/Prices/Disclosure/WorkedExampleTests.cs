using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Prices;
using Indices.Calculation.Prices.Disclosure;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;

namespace Indices.Tests.Calculation.Prices.Disclosure;

/// <summary>Disclosure control in the worked example of the methodology, section 15.2, to 1e-9 relative.</summary>
public class WorkedExampleTests
{
    private const string February = "2023-02";

    private static readonly PriceRun Run = PriceBuilder.Run(PriceBuilder.ExampleDeals(), "2023-03", KnownValue.Methodology("prices.yaml"));

    private static PriceState At(string month) => Run.At(Period.Parse(month))!;

    private static PriceGroup Group(string code) => Run.Groups.Single(g => g.Code == code);

    private static double Value(PriceGroup group, string month) => group.Values[Run.States.IndexOf(At(month))]!.Value;

    private static string CodeOf(Dictionary<string, string> row) => row["grouping"] == "tenor" ? "TENOR-" + row["group"] : row["group"];

    [Fact]
    public void SubIndices_ByProductAndTenor_MatchInside()
    {
        foreach (var row in Read("ifpi_subindices.csv"))
            Near(row.Number("lowe_index_internal"), Value(Group(CodeOf(row)), row["month"]), $"{CodeOf(row)} {row["month"]}");
    }

    [Fact]
    public void Decisions_ByProductAndTenor_MatchThePublicationTable()
    {
        foreach (var row in Read("ifpi_publication.csv"))
        {
            var child = Run.Control.Of(At(row["month"])).Tables.SelectMany(t => t).Single(c => c.Code == CodeOf(row));
            var users = child.Deals.GroupBy(d => d.Deal.Entity).Select(u => u.Sum(d => d.Deal.Amount)).ToList();

            Assert.Equal((row["deals"], row["entities"]), ($"{child.Deals.Length}", $"{users.Count}"));
            Near(row.Figure("top1_share"), users.Count == 0 ? null : users.Max() / users.Sum(), child.Code);
            Assert.Equal(row["status"], child switch
            {
                { IsImputed: true } => "I",
                { IsPublished: true } => "PUB",
                _ => "SUP-" + child.Status.Code(),
            });
            Assert.Equal(row["published_value"], child.IsPublished ? PublishedNumber.Round(Value(Group(child.Code), row["month"]), 2) : "");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void Reader_OfTotalAndInfrastructureAndTheImputedProduct_SolvesTheRemainingDeal(int? decimals)
    {
        // Publication without the complement rule: the weights are public, and so is the imputation rule.
        double Read(double value) => decimals is { } places ? double.Parse(PublishedNumber.Round(value, places), null) : value;
        var known = ExampleTable.Read("ifpi_disclosure_attack.csv").ToDictionary(r => r["item"], r => r.Number("value"));
        var weights = Run.Groups.ToDictionary(g => g.Code, g => PriceSegment.Sum(At(February).Segment!.Quantities, At("2023-01").Prices.Live, g.Cells.Contains));
        var (total, infrastructure, perpetual) = (At(February).Aggregate!.Value, Value(Group("INF"), February), Value(Group("PERP"), February));
        var all = weights["INF"] + weights["PERP"] + weights["ABS"];

        var solved = (Read(total) * all - Read(infrastructure) * weights["INF"] - Read(perpetual) * weights["PERP"]) / weights["ABS"];

        Near(known["all_items_index"], total, "total");
        Near(known["INF_index"], infrastructure, "infrastructure");
        Near(known["PERP_index_imputed_by_public_rule"], perpetual, "imputed");
        Near(known[decimals is null ? "ABS_index_solved" : "ABS_index_solved_from_2dp_values"], solved, "solved");
        var price = At("2023-01").Prices.Live[Group("ABS").Cells[0]]!.Value;
        if (decimals is null)
            Near(known["true_price_of_D13_pct"], solved / 100 * price, "the one confidential deal");
        else
            Assert.Equal(known["error_from_2dp_bp"], solved / 100 * price * 100 - 100 * known["true_price_of_D13_pct"], 1e-9);
    }
}
