using Indices.Calculation.Lab.Diagnostics;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Diagnostics;

public sealed class DiagnosticsTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void Alpha_OfAsemPillars_EqualsThePeers()
    {
        var rows = ExampleTable.Read("asem_cronbach.csv");
        Assert.Equal(8, rows.Count);
        foreach (var row in rows)
            Near(row.Number("alpha"), CronbachAlpha.Of(Children(MinMax, row["group"])), 1e-10, row["group"]);
    }

    [Fact]
    public void Alpha_OfOneItem_IsUndefined() => Assert.True(double.IsNaN(CronbachAlpha.Of([[1, 2, 3]])));

    [Fact]
    public void Correlation_TakesUnitsThatHaveBoth()
    {
        double[] x = [1, 2, 3, 4, Gap], y = [2, 1, 4, 30, 7];
        Assert.Equal(Correlation.Of(x.AsSpan(0, 4), y.AsSpan(0, 4), CorrelationKind.Pearson), Correlation.Of(x, y, CorrelationKind.Pearson));
        Assert.Equal(0.8, Correlation.Of(x, y, CorrelationKind.Spearman), 1e-15);
        Assert.Equal(4.0 / 6, Correlation.Of(x, y, CorrelationKind.Kendall), 1e-15);
        Assert.Equal(-1.0, Correlation.Of(x, [.. x.Select(v => -v)], CorrelationKind.Pearson), 1e-15);
    }

    [Fact]
    public void Kendall_WithTies_IsTauB()
    {
        // Five pairs in order, one tied in each column: 5 / √(5 · 5) less the pair tied in both.
        Assert.Equal(1.0, Correlation.Of([1, 2, 2, 3], [1, 2, 2, 3], CorrelationKind.Kendall), 1e-15);
        Assert.Equal(4.0 / Math.Sqrt(5.0 * 5.0), Correlation.Of([1, 2, 2, 3], [1, 2, 3, 3], CorrelationKind.Kendall), 1e-15);
    }

    [Fact]
    public void Correlation_WithAConstant_IsUndefined() =>
        Assert.All(Enum.GetValues<CorrelationKind>(), kind => Assert.True(double.IsNaN(Correlation.Of([1, 2, 3], [5, 5, 5], kind))));

    [Fact]
    public void CorrelationRatio_OfAStraightLine_IsOne() =>
        Assert.Equal(1.0, CorrelationRatio.Of([1, 2, 3, 4, 5, 6, 7, 8], [3, 5, 7, 9, 11, 13, 15, 17]), 1e-9);

    [Fact]
    public void CorrelationRatio_OfAParabola_SeesWhatCorrelationDoesNot()
    {
        double[] x = [.. Enumerable.Range(-20, 41).Select(i => i / 20.0)];
        double[] y = [.. x.Select(v => v * v)];
        Assert.Equal(0.0, Correlation.Of(x, y, CorrelationKind.Pearson), 1e-12);
        Assert.InRange(CorrelationRatio.Of(x, y), 0.95, 1.0);
    }

    [Fact]
    public void CorrelationRatio_OfAPartOfTwoValues_IsTheSharedVarianceOfTheirMeans()
    {
        double[] x = [0, 0, 0, 0, 1, 1, 1, 1], y = [1, 2, 3, 4, 3, 4, 5, 6];
        // Between-group sum of squares 8, total 18.
        Assert.Equal(8.0 / 18.0, CorrelationRatio.Of(x, y), 1e-9);
    }

    [Fact]
    public void CorrelationRatio_OfAsemPillars_IsAboutTheSquaredCorrelation()
    {
        var nodes = Table("asem_A6_aggregated_amean.csv");
        foreach (var pillar in Tree.Groups.Where(g => g.Level == 1))
        {
            var r = Correlation.Of(nodes.Column(pillar.Code), nodes.Column("Index"), CorrelationKind.Pearson);
            Assert.InRange(CorrelationRatio.Of(nodes.Column(pillar.Code), nodes.Column("Index")), r * r - 0.05, 1.0);
        }
    }
}
