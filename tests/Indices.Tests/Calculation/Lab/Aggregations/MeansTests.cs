using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Aggregations;
using Xunit;

namespace Indices.Tests.Calculation.Lab.Aggregations;

public sealed class MeansTests
{
    private delegate double Mean(double[] values, double[] weights);

    private static readonly (string Column, Mean Mean)[] s_means =
    [
        ("amean", (x, w) => Means.Arithmetic(x, w)), ("gmean", (x, w) => Means.Geometric(x, w)), ("hmean", (x, w) => Means.Harmonic(x, w)),
        ("genmean_2", (x, w) => Means.Power(x, w, 2)), ("genmean_m1", (x, w) => Means.Power(x, w, -1)),
    ];

    [Fact]
    public void Mean_OnTheEdge_EqualsThePeersOrIsRefusedWhereThePeerStops()
    {
        var rows = ExampleTable.Read("coinr_edge_means.csv");
        Assert.Equal(8, rows.Count);
        foreach (var row in rows)
            foreach (var (column, mean) in s_means)
                if (row[column] == "error")
                    Assert.NotEmpty(Assert.Throws<UndefinedResultException>(() => mean(Numbers(row["x"]), Numbers(row["w"]))).Reason.Chinese);
                else
                    AsemExample.Near(AsemExample.Number(row[column]), mean(Numbers(row["x"]), Numbers(row["w"])), 1e-12, $"{row["case"]} {column}");
    }

    [Fact]
    public void Mean_OfPowerZero_IsRefused() => Assert.Throws<UndefinedResultException>(() => Means.Power([1, 2], [1, 1], 0));

    private static double[] Numbers(string text) => [.. text.Split(';').Select(AsemExample.Number)];
}
