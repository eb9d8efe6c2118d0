using System.Collections.Frozen;
using System.Collections.Immutable;
using CsCheck;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Observations;
using Indices.Tests.Calculation.Composite;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;
using CompositeExample = Indices.Tests.Calculation.Composite.WorkedExample;

namespace Indices.Tests.Calculation.Uncertainty;

/// <summary>The model that is drawn from is the published index when nothing is drawn.</summary>
public sealed class IndexModelTests
{
    [Fact]
    public void Model_OfAnyTreeAndAnyData_UnderThePublishedMethod_IsThePublishedIndex() => RandomWorld.Any.Sample(world =>
    {
        var inputs = world.Inputs();
        AssertPublished(inputs, IndexCalculator.Calculate(inputs));
    }, iter: 100);

    [Fact]
    public void Model_AcrossAMethodChange_IsThePublishedIndex()
    {
        var inputs = CompositeExample.Inputs(CompositeExample.Data());
        AssertPublished(inputs, IndexCalculator.Calculate(inputs));
    }

    [Fact]
    public void Model_WithFrozenFactors_IsCentredOnWhatIsPublished()
    {
        var frozen = new FrozenParameters(new Dictionary<string, double>
        {
            [FrozenParameters.BaseFactor("1.0.0")] = 1.3,
            [FrozenParameters.Link("2.0.0")] = 1.2,
        }.ToFrozenDictionary());
        var inputs = CompositeExample.Inputs(CompositeExample.Data(), frozen);
        AssertPublished(inputs, IndexCalculator.Calculate(inputs));
    }

    [Fact]
    public void Model_OfOverdueValuesInEveryPeriod_FollowsTheClassMean()
    {
        // Y ends in 2022-Q4; two quarters are carried, then its score moves with X and Z.
        var inputs = Inputs(OfIndicators(Indicator("X"), Indicator("Y"), Indicator("Z")), "2023Q4", [
            .. Values("X", "2022Q1", 40, 45, 50, 52, 55, 60, 58, 61),
            .. Values("Y", "2022Q1", 60, 61, 59, 58),
            .. Values("Z", "2022Q1", 30, 32, 31, 35, 48, 44, 41, 39)]);
        var result = IndexCalculator.Calculate(inputs);

        Assert.Null(result.Scores.Last(s => s.Indicator == "Y").Used);
        AssertPublished(inputs, result);
    }

    [Theory]
    [InlineData(ImputationVariant.CarryForward, 58.0)]
    [InlineData(ImputationVariant.LinearTrend, 58.0 + 2 * (58.0 - 59.0))] // two quarters after the last value
    public void Imputation_OfAnOverdueValue_IsTheValueOfItsRule(ImputationVariant imputation, double value)
    {
        var inputs = Inputs(OfIndicators(Indicator("X"), Indicator("Y")), "2023Q2", [
            .. Values("X", "2022Q1", 40, 45, 50, 52, 55, 60), .. Values("Y", "2022Q1", 60, 61, 59, 58)]);
        double[] ySince2022 = [60, 61, 59, 58];
        double[] xSince2022 = [40, 45, 50, 52];
        var baseMean = xSince2022.Zip(ySince2022, Score).Average();

        Assert.Equal(100.0 * Score(60, value) / baseMean, Evaluate(inputs, imputation), 1e-9);

        double Score(double x, double y) => 0.5 * (60 + 40 * x / 100) + 0.5 * (60 + 40 * y / 100);
    }

    [Fact]
    public void ClassMean_OfAnOverdueValue_MovesWithTheSiblingsFromTheLastObservation()
    {
        var inputs = Inputs(OfIndicators(Indicator("X"), Indicator("Y")), "2023Q2", [
            .. Values("X", "2022Q1", 40, 45, 50, 52, 55, 60), .. Values("Y", "2022Q1", 60, 61, 59, 58)]);
        double S(double x) => 60 + 40 * x / 100;
        var y = S(58) * S(55) / S(52) * S(60) / S(55);
        var baseMean = (S(40) + S(60) + S(45) + S(61) + S(50) + S(59) + S(52) + S(58)) / 8;

        Assert.Equal(100.0 * (S(60) + y) / 2 / baseMean, Evaluate(inputs, ImputationVariant.ClassMean), 1e-9);
    }

    [Fact]
    public void Trend_ThatWouldCrossZero_IsNotFollowed()
    {
        var inputs = Inputs(OfIndicators(Indicator("X"), Indicator("Y")), "2023Q2", [
            .. Values("X", "2022Q1", 40, 45, 50, 52, 55, 60), .. Values("Y", "2022Q1", 60, 61, 59, 9)]);

        Assert.Equal(Evaluate(inputs, ImputationVariant.CarryForward), Evaluate(inputs, ImputationVariant.LinearTrend));
    }

    private static double Evaluate(IndexInputs inputs, ImputationVariant imputation)
    {
        var builder = new IndexModelBuilder(inputs, IndexCalculator.Calculate(inputs), new UncertaintyRule());
        var outputs = new[] { new double[1] };
        builder.Build([inputs.Last], null)!.Evaluate(DrawnMethod.Published with { Imputation = imputation }, null, [0], outputs);
        return outputs[0][0];
    }

    private static IndexInputs Inputs(IndexMethodology methodology, string last, Observation[] data) =>
        new([methodology], EmptyCatalogue, Known(data), City, Period.Parse(last), FrozenParameters.None);

    private static void AssertPublished(IndexInputs inputs, IndexResult result)
    {
        var published = result.Values.Where(v => v.Node == result.Code && v.Value is not null).ToImmutableArray();
        Assert.NotEmpty(published);
        var model = new IndexModelBuilder(inputs, result, new UncertaintyRule()).Build([.. published.Select(v => v.Period)], null);
        var outputs = published.Select(_ => new double[1]).ToArray();
        model!.Evaluate(DrawnMethod.Published, null, [0], outputs);
        foreach (var (value, output) in published.Zip(outputs))
            Assert.Equal(value.Value!.Value, output[0], 1e-9 * value.Value.Value);
    }
}
