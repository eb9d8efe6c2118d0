using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class HumanDevelopmentIndexTests
{
    private static readonly string[] s_components =
        ["life_expectancy", "expected_years_schooling", "mean_years_schooling", "gni_per_capita_ppp2017"];

    private static readonly IndexMethodology s_methodology = OfTree(
        Group("HDI", "1", Aggregation.Geometric,
            Group("HEALTH", "1/3", Aggregation.Arithmetic, Indicator(s_components[0], "1", 20, 85)),
            Group("EDUCATION", "1/3", Aggregation.Arithmetic, Indicator(s_components[1], "1/2", 0, 18), Indicator(s_components[2], "1/2", 0, 15)),
            Group("INCOME", "1/3", Aggregation.Arithmetic, Indicator(s_components[3], "1", 100, 75000) with { Scale = GoalpostScale.Log })),
        Frequency.Annual) with
    { Base = null, Normalisation = new Normalisation(0, 1, null, 1) };

    [Fact]
    public void HumanDevelopmentIndex_OfAllCountries_HasThePublishedThreeDecimals()
    {
        var rows = WorkedExample.Rows("hdi_2021_hdr2122.csv");
        Assert.Equal(191, rows.Count);
        var year = Period.OfYear(2021);
        var snapshot = Known(rows.SelectMany(row => s_components.Select(component =>
        {
            var observed = Observed(component, year, WorkedExample.Number(row[component]), origin: Origin.Public);
            return observed with { Series = observed.Series with { Area = row["iso3"] } };
        })));
        foreach (var row in rows)
        {
            var result = IndexCalculator.Calculate(new(
                [s_methodology with { Root = Annual(s_methodology.Root) }], EmptyCatalogue, snapshot, row["iso3"], year, FrozenParameters.None));
            Assert.Equal(
                PublishedNumber.Round(WorkedExample.Number(row["hdi_published"]), 3),
                PublishedNumber.Round(result.Values[0].Value!.Value, 3));
            Assert.Equal(Origin.Public, result.Origin);
        }
    }

    private static IndexGroup Annual(IndexGroup group) => group with
    {
        Children = [.. group.Children.Select(child => child switch
        {
            Indicator leaf => leaf with { Frequency = Frequency.Annual },
            IndexGroup below => (IndexNode)Annual(below),
            _ => child,
        })],
    };
}
