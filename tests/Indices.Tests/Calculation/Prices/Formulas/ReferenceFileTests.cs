using Indices.Calculation.Prices.Formulas;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Formulas;

/// <summary>The results of IndexNumR 0.6.0, to 1e-11 relative.</summary>
public class ReferenceFileTests
{
    private const double Tolerance = 1e-11;

    [Theory]
    [InlineData("price_CES_sigma_2.csv", "price_ces_bilateral_fixedbase.csv", false, 22)]
    [InlineData("price_CES_sigma_2.csv", "price_ces_bilateral_chained.csv", true, 22)]
    [InlineData("price_CES_sigma_2_missing.csv", "price_cesmissing_matched_chained.csv", true, 19)]
    public void Bilateral_PeersPanel_GivesThePeersNumbers(string panel, string results, bool chained, int formulas)
    {
        var known = ExampleTable.Read(results);
        var names = known[0].Keys.Where(k => k != "time").ToList();
        Assert.Equal(formulas, names.Count);
        foreach (var name in names)
        {
            var series = new BilateralSeries(PanelBuilder.Panel(panel), BilateralFormulas.Find(name, elasticity: 2)!);
            Same(known, name, chained ? series.Chained() : series.Direct());
        }
    }

    [Fact]
    public void Multilateral_PeersPanel_GivesThePeersNumbers()
    {
        var panel = PanelBuilder.Panel("price_CES_sigma_2.csv");
        var known = ExampleTable.Read("price_ces_multilateral_full.csv");
        foreach (var (column, name) in new[]
        {
            ("geks_fisher", "geks_fisher"), ("geks_tornqvist", "ccdi"), ("geks_walsh", "GEKS-Walsh"), ("geks_jevons", "geks_jevons"),
            ("geks_tpd", "geks_tpd"), ("gk", "geary_khamis"), ("gk_iterative", "gk_iterative"), ("wtpd", "wtpd"),
        })
            Same(known, column, MultilateralFormula.Find(name)!.Series(panel, 12, Splice.Mean));
    }

    /// <summary>Window 11 of 12 periods; as IndexNumR 0.6.0 gives them, with the digits that are known.</summary>
    [Theory]
    [InlineData("wtpd", "mean", 1.17283932343105, 2e-14)]
    [InlineData("wtpd", "movement", 1.169222231299, 2e-13)]
    [InlineData("wtpd", "window", 1.18221020311053, 2e-14)]
    [InlineData("wtpd", "half", 1.17307644429241, 2e-14)]
    [InlineData("wtpd", "wisp", 1.18221020311053, 2e-14)]
    [InlineData("wtpd", "hasp", 1.17307644429241, 2e-14)]
    [InlineData("wtpd", "mean_pub", 1.17283932343105, 2e-14)]
    [InlineData("geary_khamis", "mean", 1.23044626729226, 2e-14)]
    [InlineData("geary_khamis", "half", 1.23085666351138, 2e-14)]
    [InlineData("geary_khamis", "wisp", 1.24310097571958, 2e-14)]
    [InlineData("geary_khamis", "movement", 1.223542862, 1e-9)]
    public void Series_LongerThanTheWindow_IsSplicedAsThePeerDoes(string formula, string splice, double expected, double tolerance)
    {
        var series = MultilateralFormula.Find(formula)!.Series(PanelBuilder.Panel("price_CES_sigma_2.csv"), 11, Splices.ByName[splice]);

        Assert.Equal(12, series.Levels.Length);
        Assert.Equal(expected, series.Levels[^1], tolerance);
    }

    /// <summary>The first product without its second and third period, prices carried; as IndexNumR 0.6.0 gives them.</summary>
    [Theory]
    [InlineData("geary_khamis", 0.845456231499799, 1.12667552753356, 1.24219039245365)]
    [InlineData("wtpd", 0.84302144386335, 1.09076856212972, 1.1778361047407)]
    public void Carried_MissingPrices_ComeFromTheNeighbourWithoutQuantity(string formula, double second, double third, double last)
    {
        var quotes = PanelBuilder.Quotes("price_CES_sigma_2.csv");
        quotes.RemoveRange(1, 2);

        var levels = MultilateralFormula.Find(formula)!.Series(PricePanel.Of(quotes).Carried(), 12, Splice.Mean).Levels;

        Assert.Equal(second, levels[1], 2e-14);
        Assert.Equal(third, levels[2], 2e-14);
        Assert.Equal(last, levels[11], 2e-14);
    }

    /// <summary>Several spliced periods on a panel with gaps; computed apart from this program, pair by pair.</summary>
    [Fact]
    public void Series_OfGapsAndManySplices_AgreesWithThePairwiseDefinition()
    {
        var panel = PanelBuilder.Panel("price_CES_sigma_2_missing.csv");
        var known = ExampleTable.Read("price_cesmissing_spliced.csv");
        foreach (var column in known[0].Keys.Where(k => k != "time"))
        {
            var parts = column.Split('/');
            Same(known, column, MultilateralFormula.Find(parts[0])!.Series(panel, 5, Splices.ByName[parts[1]]));
        }
    }

    private static void Same(List<Dictionary<string, string>> known, string column, FormulaSeries series)
    {
        Assert.Equal(known.Count, series.Levels.Length);
        for (var t = 0; t < known.Count; t++)
        {
            var expected = known[t].Number(column);
            Assert.True(Math.Abs(expected - series.Levels[t]) <= Tolerance * expected, $"{column} {t + 1}: expected {expected:R}, got {series.Levels[t]:R}");
        }
    }
}
