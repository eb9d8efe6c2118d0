using Indices.Calculation;
using Indices.Calculation.Panel;
using Indices.Methodology;
using Indices.Tests.Calculation.Lab;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Panel;

public sealed class PanelKnownValueTests
{
    [Fact]
    public void HumanDevelopmentIndex_OfAllCountriesAtOnce_HasThePublishedThreeDecimals()
    {
        var methodology = KnownValue.Methodology("hdi.yaml");
        var rows = ExampleTable.Read("hdi_2021_hdr2122.csv");
        var indicators = methodology.Root.Indicators.ToList();
        var panel = new IndicatorPanel(
            [.. indicators.Select(i => i.Code)], [.. rows.Select(row => row["iso3"])], [Period.OfYear(2021)],
            [.. indicators.Select(i => (ReadOnlyMemory<double>)rows.Select(row => row.Number(i.Code)).ToArray())]);
        var plan = PanelPlan.Of(methodology.Root, panel.Indicators);
        var values = new PanelValues(plan, panel, withGroups: false);
        new PanelRun(panel, plan, [.. indicators.Select(IndicatorScale.Of)], methodology.Normalisation, MissingChildren.LeaveGroupEmpty)
            .Compute(0, panel.CellCount, values);
        Assert.Equal(
            rows.Select(row => PublishedNumber.Round(row.Number("hdi_published"), 3)),
            values.Of(0, 0).ToArray().Select(value => PublishedNumber.Round(value, 3)));
    }

    [Theory]
    [InlineData(0.0, 100.0, 1.0, "asem_A6_aggregated_amean.csv")]
    [InlineData(1.0, 99.0, 0.0, "asem_G_gmean_1_100.csv")]
    public void Asem_OfAllCountriesAtOnce_EqualsThePeers(double a, double b, double power, string known)
    {
        var methodology = KnownValue.Methodology("asem.yaml");
        var (treated, expected) = (ExampleTable.Read("asem_A4_treated.csv"), ExampleTable.Read(known));
        var indicators = methodology.Root.Indicators.ToList();
        var panel = new IndicatorPanel(
            [.. indicators.Select(i => i.Code)], [.. treated.Select(row => row["uCode"])], [Period.OfYear(2018)],
            [.. indicators.Select(i => (ReadOnlyMemory<double>)treated.Select(row => AsemExample.Number(row[i.Code])).ToArray())]);
        var plan = PanelPlan.Of(methodology.Root, panel.Indicators, [new Aggregation(power)]);
        var values = new PanelValues(plan, panel, withGroups: false);
        new PanelRun(
            panel, plan, [.. indicators.Select((i, place) => IndicatorScale.MinMax(panel.Column(place), i.Direction))], new(a, b, null, null),
            MissingChildren.RescaleWeights).Compute(0, panel.CellCount, values);
        for (var area = 0; area < panel.Areas.Length; area++)
            Assert.Equal(expected[area].Number("Index"), values.Of(0, 0)[area], 1e-12 * expected[area].Number("Index"));
    }
}
