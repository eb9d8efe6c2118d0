using System.Globalization;
using Indices.Calculation.Prices.Formulas;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Formulas;

/// <summary>The artificial data set of the Consumer Price Index Manual (2004), chapter 19, to the digits printed there.</summary>
public class ManualExampleTests
{
    private static readonly PricePanel s_panel = PricePanel.Of([.. ExampleTable.Read("cpi_manual_prices.csv").Select(row =>
        new PriceQuote(row["cell"], Period.Parse(row["period"]), row.Number("price"), row.Number("quantity")))]);

    public static TheoryData<string, string, string, string, double> Printed =>
        [.. ExampleTable.Read("cpi_manual_indices.csv").Select(row => (row["formula"], row["type"], row["period"], row["printed"], row.Number("tolerance")))];

    [Theory]
    [MemberData(nameof(Printed))]
    public void Index_OfTheArtificialDataSet_HasThePrintedDigits(string formula, string type, string period, string printed, double tolerance)
    {
        var series = new BilateralSeries(s_panel, BilateralFormulas.Find(formula)!);

        var levels = (type == "chained" ? series.Chained() : series.Direct()).Levels;

        // A half is a half: what the engine has beyond a tie must not decide.
        Assert.Equal(double.Parse(printed, CultureInfo.InvariantCulture), levels[s_panel.Periods.IndexOf(Period.Parse(period))], tolerance + 1e-9);
    }

    /// <summary>The decomposition of van IJzeren (Balk 2008, section 4.2.2) on the same data, as the R package gpindex prints it.</summary>
    [Fact]
    public void Contributions_OfTheFisherIndex_AreThoseOfVanIJzeren()
    {
        double[] printed = [0.01782865, 0.18815627, 0.05792735, -0.03414531, 0.18217135, -0.01088828];

        var movements = new BilateralSeries(s_panel, BilateralFormulas.Find("fisher")!).Direct().Movements
            .Where(m => m.To == 1).OrderBy(m => m.Product, StringComparer.Ordinal).ToList();

        Assert.Equal(printed.Length, movements.Count);
        Assert.All(printed.Zip(movements), pair => Assert.Equal(pair.First, pair.Second.Change, 0.5e-8 + 1e-13));
    }
}
