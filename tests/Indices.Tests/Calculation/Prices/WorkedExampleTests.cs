using Indices.Calculation;
using Indices.Observations;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;

namespace Indices.Tests.Calculation.Prices;

/// <summary>Every figure of the worked example of the methodology, section 15.2, to 1e-9 relative.</summary>
public class WorkedExampleTests
{
    private static readonly string[] Months = ["2023-01", "2023-02", "2023-03"];

    private readonly IndexResult _result = PriceBuilder.Example();

    [Fact]
    public void Deals_AsGiven_CostAndSpreadsMatch()
    {
        var rows = Read("ifpi_deals_computed.csv").ToDictionary(r => r["deal"]);
        Assert.Equal(rows.Count, _result.Price!.Deals.Length);
        foreach (var deal in _result.Price.Deals)
        {
            var row = rows[deal.Deal];
            Assert.Equal((row["month"], row["cell"]), (deal.Period.ToString(), deal.Cell));
            Assert.Equal(row.Number("all_in_pct"), deal.AllInPercent);
            Near(row.Number("spread_cgb10y_bp"), deal.SpreadGovernmentBasisPoints, deal.Deal);
            Near(row.Number("spread_lpr5y_bp"), deal.SpreadLoanPrimeRateBasisPoints, deal.Deal);
        }
    }

    [Fact]
    public void Cells_AsGiven_PricesAndSourcesMatchInFileOrder()
    {
        var rows = Read("ifpi_cells.csv");
        Assert.Equal(rows.Select(r => (r["cell"], r["month"])), _result.Price!.Cells.Select(c => (c.Cell, c.Period.ToString())));
        foreach (var (row, cell) in rows.Zip(_result.Price.Cells))
        {
            var what = $"{cell.Cell} {cell.Period}";
            Assert.Equal((int)row.Number("deals"), cell.Deals);
            Assert.Equal((int)row.Number("entities"), cell.Entities);
            Near(row.Number("amount_100m"), cell.Amount, what);
            Near(row.Figure("unit_value_pct"), cell.UnitValuePercent, what);
            Near(row.Number("price_used_pct"), cell.PricePercent, what);
            Near(row.Number("relative_to_base"), cell.RelativeToBase, what);
            Assert.Equal(row["status"], cell.Source switch
            {
                CellSource.Observed => "A",
                CellSource.ClassMovement => "I:class",
                CellSource.AllMovement => "I:all",
                CellSource.CarryForward => "I:carry",
                _ => "dormant",
            });
        }
    }

    [Fact]
    public void Formulas_AsGiven_DirectAndChainedMatch()
    {
        var rows = Read("ifpi_index.csv");
        Assert.Equal(rows.Count * Months.Length, _result.Price!.Formulas.Length);
        foreach (var row in rows)
            foreach (var month in Months)
            {
                var found = Assert.Single(_result.Price.Formulas,
                    f => f.Formula == row["formula"] && f.Chained == (row["type"] == "chained") && f.Period.ToString() == month);
                Near(row.Number(month), found.Value, $"{row["formula"]} {row["type"]} {month}");
            }
    }

    [Fact]
    public void Headline_FixedAmounts_IsDirectLowe()
    {
        var row = Read("ifpi_index.csv").Single(r => r["formula"] == "lowe" && r["type"] == "direct");
        foreach (var month in Months)
            Near(row.Number(month), _result.Index(month), month);
    }

    [Fact]
    public void Levels_AsGiven_Match()
    {
        var rows = Read("ifpi_levels.csv");
        Assert.Equal(rows.Select(r => r["month"]), _result.Price!.Levels.Select(l => l.Period.ToString()));
        foreach (var (row, level) in rows.Zip(_result.Price.Levels))
        {
            Assert.Equal(((int)row.Number("deals"), (int)row.Number("entities")), (level.Deals, level.Entities));
            Near(row.Number("amount_100m"), level.Amount, "amount");
            Near(row.Number("avg_price_actual_pct"), level.AveragePercent, "average");
            Near(row.Number("avg_price_fixed_structure_pct"), level.FixedStructurePercent, "fixed structure");
            Near(row.Number("spread_cgb10y_bp"), level.SpreadGovernmentBasisPoints, "government");
            Near(row.Number("spread_lpr5y_bp"), level.SpreadLoanPrimeRateBasisPoints, "loan prime rate");
            Near(row.Number("unit_value_index"), level.UnitValueIndex, "unit value");
            Near(row.Number("fisher_direct"), level.FisherIndex, "fisher");
            Near(row.Number("mix_index"), level.MixIndex, "mix");
        }
    }

    [Fact]
    public void Contributions_AsGiven_MatchAndAddUp()
    {
        var rows = Read("ifpi_contributions.csv").Where(r => r["measure"] == "lowe_points").ToList();
        var cells = rows.Where(r => r["cell"] != "TOTAL").ToList();
        Assert.Equal(cells.Select(r => (r["from"], r["to"], r["cell"])),
            _result.Contributions.Select(c => (c.From.ToString(), c.To.ToString(), c.Indicator)));
        foreach (var (row, contribution) in cells.Zip(_result.Contributions))
            Near(row.Number("value"), contribution.Points, row["cell"]);
        foreach (var row in rows.Where(r => r["cell"] == "TOTAL"))
            Near(row.Number("value"), _result.Contributions.Where(c => c.To.ToString() == row["to"]).Sum(c => c.Points), row["to"]);
    }

    [Fact]
    public void Groups_AsGiven_MatchInsideAndAreNeverPublished()
    {
        foreach (var row in Read("ifpi_subindices.csv").Where(r => r["grouping"] == "product"))
        {
            var group = Assert.Single(_result.Values, v => v.Node == row["group"] && v.Period.ToString() == row["month"]);
            Near(row.Number("lowe_index_internal"), group.Value, $"{row["group"]} {row["month"]}");
            Assert.False(group.Published);
            Assert.Equal(ObservationStatus.Q, group.Status);
            Assert.Equal("依规不公布：披露控制", group.Reason!.Chinese);
            Assert.Equal("withheld: disclosure control", group.Reason.English);
        }
    }

    [Fact]
    public void Total_AsGiven_IsPublishedInEveryMonth()
    {
        var shares = Read("ifpi_weights.csv").ToDictionary(r => r["cell"], r => r.Number("value_share_at_base"));
        foreach (var month in Months)
        {
            var total = _result.Total(month);
            Assert.True(total.Published, month);
            Assert.Null(total.Reason);
            Near(shares.Where(s => _result.Cell(s.Key, month).Deals > 0).Sum(s => s.Value), total.Coverage, month);
        }
        Assert.Equal([ObservationStatus.A, ObservationStatus.I, ObservationStatus.I], Months.Select(m => _result.Total(m).Status));
        Assert.Equal(Origin.Synthetic, _result.Origin);
        Assert.Empty(_result.Warnings);
    }
}
