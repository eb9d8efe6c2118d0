using CsCheck;
using Indices.Calculation.Lab.Aggregations;
using Xunit;

namespace Indices.Tests.Calculation.Lab.Aggregations;

public sealed class OutrankingTests
{
    [Fact]
    public void Outranking_OfThreeUnits_IsTheShareOfWeightThatIsBetter()
    {
        double[][] columns = [[3, 2, 1], [1, 1, 2], [5, double.NaN, 4]];
        var matrix = Outranking.Matrix(columns, [2, 1, 1]);
        Assert.Equal(2.5 / 3, matrix[0, 1], 1e-15);
        Assert.Equal(1 - 2.5 / 3, matrix[1, 0], 1e-15);
        Assert.Equal(0.75, matrix[0, 2]);
        Assert.Equal(2.0 / 3, matrix[1, 2], 1e-15);
        Assert.Equal(0.0, matrix[1, 1]);
        Assert.Equal([2, 0, -2], Outranking.Copeland(columns, [2, 1, 1]));
    }

    [Fact]
    public void Copeland_WithWeightsWhoseSumsRound_CountsHalvesAsTies()
    {
        // A half in exact numbers, and not one in this order of additions.
        double[] weights = [0.1, 0.7, 0.2, 0.3, 0.3];
        double[][] columns = [[1, 0], [1, 0], [0, 1], [0, 1], [0, 1]];
        Assert.NotEqual(0.5, Outranking.Matrix(columns, weights)[0, 1]);
        Assert.Equal([0, 0], Outranking.Copeland(columns, weights));
    }

    [Fact]
    public void Copeland_OfAnyUnits_AddsUpToZeroAndDoesNotDependOnTheirOrder() =>
        Gen.Int[0, 4].Select(i => (double)i).Array[6].Array[4].Sample(columns =>
        {
            var scores = Outranking.Copeland(columns, [1, 2, 3, 4]);
            Assert.Equal(0.0, scores.Sum());
            Assert.Equal(scores, Outranking.Copeland([.. columns.Select(c => c.Reverse().ToArray())], [1, 2, 3, 4]).Reverse());
        });
}
