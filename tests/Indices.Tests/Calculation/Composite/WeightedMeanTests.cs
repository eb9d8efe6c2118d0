using CsCheck;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Calculation.Composite;

public sealed class WeightedMeanTests
{
    private static readonly (string Column, Aggregation Aggregation)[] s_columns =
    [
        ("amean", Aggregation.Arithmetic), ("gmean", Aggregation.Geometric), ("hmean", Aggregation.Harmonic),
        ("genmean_2", new(2.0)), ("genmean_m1", new(-1.0)),
    ];

    [Fact]
    public void Mean_OfPositiveValues_EqualsThePeers()
    {
        var rows = WorkedExample.Rows("coinr_edge_means.csv").Where(row => row["case"] is "1" or "4" or "5" or "8").ToArray();
        Assert.Equal(4, rows.Length);
        foreach (var row in rows)
            foreach (var (column, aggregation) in s_columns)
            {
                var expected = WorkedExample.Number(row[column]);
                Assert.Equal(expected, Of(aggregation, Shares(row["w"]), Numbers(row["x"]))!.Value, 1e-12 * expected);
            }
    }

    [Theory]
    [InlineData(1.0, 8.0 / 3.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(-1.0, 0.0)]
    [InlineData(-0.5, 0.0)]
    public void Mean_WithAZero_IsItsLimit(double power, double expected) =>
        Assert.Equal(expected, Of(new(power), Shares("1;1;1"), [5.0, 0.0, 3.0])!.Value, 1e-12);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(2.0)]
    public void Mean_WithANegativeValue_IsArithmeticOrNone(double power)
    {
        Assert.Null(Of(new(power), Shares("1;1;1"), [5.0, -1.0, 3.0]));
        Assert.Equal(7.0 / 3.0, Of(Aggregation.Arithmetic, Shares("1;1;1"), [5.0, -1.0, 3.0])!.Value, 1e-12);
        Assert.Equal(3.0, Of(new(power), [0.0, 0.0, 1.0], [5.0, -1.0, 3.0])!.Value, 1e-12);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Mean_OfAPowerCloseToANamedOne_IsCloseToIt(double power) => Samples.Sample(s =>
    {
        var named = Of(new(power), s.Weights, s.Values)!.Value;
        Assert.Equal(named, Of(new(power + 1e-5), s.Weights, s.Values)!.Value, 1e-3 * named);
        Assert.Equal(named, Of(new(power - 1e-5), s.Weights, s.Values)!.Value, 1e-3 * named);
    });

    [Fact]
    public void Mean_OfAnyPower_LiesBetweenItsChildrenAndRisesWithThePower() =>
        (from s in Samples from low in Gen.Double[-10, 10].Where(r => Math.Abs(r) >= 0.01) from step in Gen.Double[0.1, 5] where Math.Abs(low + step) >= 0.01 select (s, low, step)).Sample(t =>
        {
            var (lower, higher) = (Of(new(t.low), t.s.Weights, t.s.Values)!.Value, Of(new(t.low + t.step), t.s.Weights, t.s.Values)!.Value);
            Assert.True(lower <= higher * (1 + 1e-12));
            Assert.InRange(lower, t.s.Values.Min() * (1 - 1e-12), t.s.Values.Max() * (1 + 1e-12));
        });

    private static Gen<(double[] Weights, double[] Values)> Samples =>
        from count in Gen.Int[1, 6]
        from weights in Gen.Double[0.1, 1].Array[count]
        from values in Gen.Double[20, 140].Array[count]
        select (Normalised(weights), values);

    private static double? Of(Aggregation aggregation, double[] weights, double[] values) => WeightedMean.Of(aggregation, weights, values);

    private static double[] Shares(string text) => Normalised(Numbers(text));

    private static double[] Normalised(double[] weights) => [.. weights.Select(w => w / weights.Sum())];

    private static double[] Numbers(string text) => [.. text.Split(';').Select(WorkedExample.Number)];
}
