using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class KnownFileTests
{
    [Fact]
    public void Hdi_File_IsAnIndexLikeAnyOther()
    {
        var hdi = KnownValue.Methodology("hdi.yaml");
        Assert.Equal(("HDI", Frequency.Annual, null, null, null), (hdi.Code, hdi.Frequency, hdi.Base, hdi.Release, hdi.Price));
        Assert.Equal(new Normalisation(0, 1, null, 1), hdi.Normalisation);
        Assert.Equal((Aggregation.Geometric, 3, 3), (hdi.Root.Aggregation, hdi.Root.Children.Length, hdi.Rounding.Index));
        Assert.Empty(hdi.Areas);
        Assert.All(hdi.Root.Children, pillar => Assert.Equal("1/3", pillar.Weight.ToString()));
        var income = hdi.Root.Indicators.Last();
        Assert.Equal((GoalpostScale.Log, 100.0, 75000.0), (income.Scale, income.Worst.Number, income.Best.Number));
        Assert.Equal([new Transform(TransformKind.Level)], income.Transforms);
    }

    [Fact]
    public void Hdi_ExampleInTheFormatDescription_ComputesTheSame()
    {
        var text = File.ReadAllText(RepositoryRoot.File("docs", "methodology-format.md"));
        var example = MethodologyFile.Parse("methodology-format.md", text.Split("```yaml")[1].Split("```")[0], null);
        var file = KnownValue.Methodology("hdi.yaml");
        Assert.Equal((file.Normalisation, file.Rounding, file.Frequency), (example.Normalisation, example.Rounding, example.Frequency));
        Assert.Equal(
            file.Root.Indicators.Select(i => (i.Code, i.Weight, i.Scale, i.Worst, i.Best)),
            example.Root.Indicators.Select(i => (i.Code, i.Weight, i.Scale, i.Worst, i.Best)));
        Assert.Equal(file.Root.Groups.Select(g => (g.Code, g.Weight, g.Aggregation)), example.Root.Groups.Select(g => (g.Code, g.Weight, g.Aggregation)));
    }

    [Theory]
    [InlineData("1.0.0", null, "P1 A1 A2 P2 B1 B2")]
    [InlineData("2.0.0", "1.0.0", "P1 A1 A3 P2 B1 B2")]
    public void WorkedExample_Versions_HaveTheParametersOfTheTable(string version, string? replaces, string nodes)
    {
        var index = KnownValue.Methodology($"composite-{version}.yaml");
        Assert.Equal((version, replaces), (index.Version, index.Replaces));
        Assert.Equal(nodes, string.Join(' ', index.Root.Groups.SelectMany(g => g.Indicators.Select(i => i.Code).Prepend(g.Code))));
        Assert.Equal(new BaseRule(Period.OfQuarter(2022, 4), 100), index.Base);
        Assert.All(index.Root.Indicators, i => Assert.Equal(2, i.CarryForwardLimit));
        var rows = File.ReadLines(KnownValue.Path("composite_params.csv")).Skip(1).Select(l => l.Split(',')).Where(r => r[0] == version).ToList();
        foreach (var row in rows)
        {
            var group = index.Root.Groups.Single(g => g.Code == row[1]);
            var indicator = group.Indicators.Single(i => i.Code == row[3]);
            Assert.Equal((Weight.TryParse(row[2]), Weight.TryParse(row[4])), (group.Weight, indicator.Weight));
            Assert.Equal((row[5] == "1", row[6] == "log"), (indicator.Direction == Direction.Positive, indicator.Scale == GoalpostScale.Log));
            Assert.Equal((Number(row[7]), Number(row[8])), (indicator.Worst.Number, indicator.Best.Number));
        }
        Assert.Equal(4, rows.Count);
    }

    [Fact]
    public void WorkedExample_SecondVersion_LinksInOneQuarter()
    {
        var link = KnownValue.Methodology("composite-2.0.0.yaml").Link!;
        Assert.Equal([Period.OfQuarter(2023, 2)], link.Overlap);
    }

    [Fact]
    public void WorkedExample_Prices_HaveTheAmountsOfTheTable()
    {
        var price = KnownValue.Methodology("prices.yaml").Price!;
        var rows = File.ReadLines(KnownValue.Path("ifpi_weights.csv")).Skip(1).Select(l => l.Split(','));
        Assert.Equal(
            rows.Select(r => (r[0], r[1], r[2], (double?)Number(r[3]))),
            price.Cells.Select(c => (c.Code, c.Group, c.TenorBands.Single(), c.Amount)));
        Assert.All(price.Cells, c => Assert.Null(c.ValueShare));
        Assert.Equal((null, 6, 0.5), (price.WeightYears, price.MaximumImputations, price.MinimumObservedWeight));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
