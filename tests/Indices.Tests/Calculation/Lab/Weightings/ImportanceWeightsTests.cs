using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Lab.Weightings;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Weightings;

public sealed class ImportanceWeightsTests
{
    [Theory]
    [InlineData("P2P")]
    [InlineData("Instit")]
    [InlineData("Environ")]
    [InlineData("SusEcFin")]
    public void OptimisedWeights_ForEqualImportance_GiveEqualCorrelations(string pillar)
    {
        var parts = Children(MinMax, pillar);
        var optimised = ImportanceWeights.Of(parts, [.. Enumerable.Repeat(1.0, parts.Length)]);
        Assert.True(optimised.IsReached);
        Assert.Equal(1.0, optimised.Weights.Sum(), 1e-12);
        double[] index = [.. Enumerable.Range(0, 51).Select(unit => optimised.Weights.Select((w, i) => w * parts[i][unit]).Sum())];
        double[] correlations = [.. parts.Select(part => Correlation.Of(part, index, CorrelationKind.Pearson))];
        Assert.All(correlations, r => Assert.Equal(correlations[0], r, 1e-7));
    }

    [Fact]
    public void OptimisedWeights_OfUncorrelatedParts_AreRootsOfTheImportanceAskedFor()
    {
        // Orthogonal columns of equal variance: r² is proportional to w².
        var optimised = ImportanceWeights.Of([[1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]], [4, 1, 1]);
        Assert.True(optimised.IsReached);
        Assert.Equal([0.5, 0.25, 0.25], optimised.Weights.Select(w => Math.Round(w, 9)));
    }

    [Theory]
    [InlineData("Political")]
    [InlineData("Social")]
    [InlineData("Physical")]
    public void OptimisedWeights_OfPartsThatRepeatOneAnother_LeaveTooMuchOnlyAtWeightZero(string pillar)
    {
        var parts = Children(MinMax, pillar);
        var optimised = ImportanceWeights.Of(parts, [.. Enumerable.Repeat(1.0, parts.Length)]);
        Assert.False(optimised.IsReached);
        Assert.All(optimised.Weights, w => Assert.True(w >= 0.0));
        var weighed = optimised.Importance.Where((_, i) => optimised.Weights[i] > 0.0).ToArray();
        Assert.All(weighed, share => Assert.Equal(weighed[0], share, 1e-9));
        Assert.All(optimised.Importance.Where((_, i) => optimised.Weights[i] == 0.0), share => Assert.True(share > weighed[0]));
    }

    [Theory]
    [InlineData("Environ")]
    [InlineData("SusEcFin")]
    public void OptimisedWeights_ByCorrelationRatio_BringTheSharesTogether(string pillar)
    {
        var parts = Children(MinMax, pillar);
        var straight = ImportanceWeights.Of(parts, [.. Enumerable.Repeat(1.0, parts.Length)]);
        var bent = ImportanceWeights.Of(parts, [.. Enumerable.Repeat(1.0, parts.Length)], ImportanceMeasure.CorrelationRatio);
        Assert.NotEqual(straight.Weights, bent.Weights);
        Assert.True(bent.IsReached);
        Assert.All(bent.Importance, share => Assert.Equal(0.2, share, 1e-9));
    }

    [Fact]
    public void OptimisedWeights_WithAConstantPart_AreRefused() =>
        Assert.Throws<UndefinedResultException>(() => ImportanceWeights.Of([[1, 2, 3], [4, 4, 4]], [1, 1]));
}
