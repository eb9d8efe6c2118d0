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
    private static readonly IndexMethodology s_methodology = KnownValue.Methodology("hdi.yaml");

    [Fact]
    public void HumanDevelopmentIndex_OfAllCountries_HasThePublishedThreeDecimals()
    {
        var rows = WorkedExample.Rows("hdi_2021_hdr2122.csv");
        Assert.Equal(191, rows.Count);
        var year = Period.OfYear(2021);
        var snapshot = Known(rows.SelectMany(row => s_methodology.Root.Indicators.Select(component =>
        {
            var observed = Observed(component.Code, year, WorkedExample.Number(row[component.Code]), origin: Origin.Public);
            return observed with { Series = observed.Series with { Area = row["iso3"] } };
        })));
        foreach (var row in rows)
        {
            var result = IndexCalculator.Calculate(new(
                [s_methodology], EmptyCatalogue, snapshot, row["iso3"], year, FrozenParameters.None));
            Assert.Equal(
                PublishedNumber.Round(WorkedExample.Number(row["hdi_published"]), 3),
                PublishedNumber.Round(result.Values[0].Value!.Value, 3));
            Assert.Equal(Origin.Public, result.Origin);
        }
    }
}
