using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Treatments;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Treatments;

public sealed class ImputationTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Imputation_ByGroupMean_OfAsem_EqualsThePeers()
    {
        var (rows, raw) = (RawRows, Raw);
        var denominated = raw.WithColumns(j => [.. rows.Select((row, unit) =>
            raw[unit, j] / (Denominators[j] == "NA" ? 1.0 : Number(row[Denominators[j]])))]);
        string[] continents = [.. rows.Select(row => row["EurAsia_group"])];
        Assert.Equal(65, Enumerable.Range(0, 49).Sum(j => denominated.Column(j).ToArray().Count(double.IsNaN)));
        Equal(Imputed, denominated.MapColumns(column => Imputation.ByGroup(column, continents, Centre.Mean)), 1e-12);
    }

    [Fact]
    public void Imputation_ByColumn_PutsTheCentreIntoGapsAlone()
    {
        Assert.Equal([1, 4, 4, 2, 9], Imputation.ByColumn([1, Gap, 4, 2, 9], Centre.Mean));
        Assert.Equal([1, 3, 4, 2, 9], Imputation.ByColumn([1, Gap, 4, 2, 9], Centre.Median));
        Assert.Equal([Gap, Gap], Imputation.ByColumn([Gap, Gap], Centre.Mean));
    }

    [Fact]
    public void Imputation_ByGroup_LooksAtTheGroupAlone() => Assert.Equal(
        [1, 2, 3, Gap, 10, 10], Imputation.ByGroup([1, Gap, 3, Gap, 10, Gap], ["a", "a", "a", "b", "c", "c"], Centre.Median));

    [Fact]
    public void Imputation_ByRow_TakesTheUnitsOwnStandingInTheGroup()
    {
        // The third unit stands at 1/2 in the first column and at 3/4 in the second, in which less is better: 5/8 of the way from 100 to 200.
        var table = new UnitTable(["p", "q", "r"], ["a", "b", "c", "d"], [[0, 10, 5], [8, 0, 2], [100, 200, Gap], [1, 2, 3]]);
        var filled = Imputation.ByRow(table, [false, true, false, false], ["g", "g", "g", "h"], Centre.Mean);
        Assert.Equal([100, 200, 162.5], filled.Column("c").ToArray());
        Assert.Equal(table.Column("a").ToArray(), filled.Column("a").ToArray());
    }

    [Fact]
    public void Imputation_ByRowOfANegativeColumn_GoesBackInItsDirection()
    {
        var table = new UnitTable(["p", "q", "r"], ["a", "b"], [[0, 10, 2.5], [8, 0, Gap]]);
        Assert.Equal(6.0, Imputation.ByRow(table, [false, true], ["g", "g"], Centre.Median)[2, 1]);
    }

    [Theory]
    [InlineData(PanelFill.Latest, Gap, 2.0, 2.0, 8.0)]
    [InlineData(PanelFill.Constant, 2.0, 2.0, 2.0, 8.0)]
    [InlineData(PanelFill.Linear, 2.0, 3.5, 5.0, 8.0)]
    public void PanelImputation_OfOneUnit_FillsAsTold(PanelFill fill, double first, double third, double fourth, double last) => Assert.Equal(
        [first, 2.0, third, fourth, 8.0, last], PanelImputation.Of([Gap, 2.0, Gap, Gap, 8.0, Gap], [2000, 2001, 2002, 2003, 2005, 2006], fill));

    [Fact]
    public void Screening_CountsShares_AndKeepsTheThresholdItself()
    {
        var table = new UnitTable(["p", "q", "r"], ["a", "b", "c", "d"], [[1, Gap, 0], [0, Gap, 0], [Gap, 5, 0], [4, 2, 0]]);
        Assert.Equal(
            [new UnitAvailability("p", 1, 1, 0.75, 1.0 - 1.0 / 3), new("q", 2, 0, 0.5, 1.0), new("r", 0, 4, 1.0, 0.0)], Screening.Of(table));
        Assert.Equal(["p", "r"], Screening.Keep(table, 0.75).Units);
        Assert.Equal(["p", "q"], Screening.Keep(table, 0.5, nonZero: 0.05).Units);
    }
}
