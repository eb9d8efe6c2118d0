using CsCheck;
using Indices.Calculation.Composite;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Aggregations;
using Indices.Calculation.Panel;
using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Panel;

public sealed class PanelRunTests
{
    [Fact]
    public void Panel_OfAnyTree_EqualsTheCompositeIndexCellByCell() => PanelExample.Any(missing: 0.05).Sample(example =>
    {
        var values = example.Compute(PanelPlan.Of(example.Root, example.Panel.Indicators), MissingChildren.LeaveGroupEmpty);
        for (var cell = 0; cell < example.Panel.CellCount; cell++)
            AssertNear(Composite(example, example.Root, cell), values.Of(0, 0)[cell]);
    });

    [Fact]
    public void Panel_WithoutLogarithms_HasTheBitsOfTheCompositeIndex() => PanelExample.Any(missing: 0.05).Sample(example =>
    {
        var linear = example with { Scales = [.. example.Scales.Select(s => s with { Worst = 1.0, Best = 2.0, Scale = GoalpostScale.Linear })] };
        var arithmetic = PanelPlan.Of(example.Root, example.Panel.Indicators, [Aggregation.Arithmetic]);
        var values = linear.Compute(arithmetic, MissingChildren.LeaveGroupEmpty);
        for (var cell = 0; cell < example.Panel.CellCount; cell++)
            Assert.Equal(Composite(linear, example.Root, cell, Aggregation.Arithmetic) ?? double.NaN, values.Of(0, 0)[cell]);
    });

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Panel_WithRescaledWeights_EqualsTheLab(double power) => PanelExample.Any(missing: 0.4).Sample(example =>
    {
        var plan = PanelPlan.Of(example.Root, example.Panel.Indicators, [new Aggregation(power)]);
        var values = example.Compute(plan, MissingChildren.RescaleWeights);
        var tree = LabTree.Of(example.Root);
        var units = example.Panel.Periods.Select(p => p.ToString());
        var scores = new UnitTable([.. units], example.Panel.Indicators, [.. example.Panel.Indicators.Select((_, i) =>
            example.Panel.Column(i).ToArray().Select(x => Score(example, i, x) ?? double.NaN).ToArray())
            .Select(column => System.Collections.Immutable.ImmutableArray.Create(column))]);
        var nodes = TreeAggregation.Of(scores, tree, tree.Weights, _ => GroupAggregation.Of(new Aggregation(power)));
        for (var group = 0; group < plan.Groups.Length; group++)
            for (var cell = 0; cell < example.Panel.CellCount; cell++)
                AssertNear(Known(nodes.Column(plan.Groups[group])[cell]), values.Of(group, 0)[cell]);
    });

    [Fact]
    public void Panel_CutInAnyPlace_HasTheSameBits() =>
        (from example in PanelExample.Any(missing: 0.2) from cut in Gen.Int[0, 19] select (example, cut)).Sample(s =>
        {
            var plan = PanelPlan.Of(s.example.Root, s.example.Panel.Indicators);
            var (cut, count) = (Math.Min(s.cut, s.example.Panel.CellCount), s.example.Panel.CellCount);
            var whole = s.example.Compute(plan, MissingChildren.RescaleWeights);
            var parts = s.example.Compute(plan, MissingChildren.RescaleWeights, (cut, count - cut), (0, cut));
            for (var group = 0; group < plan.Groups.Length; group++)
                Assert.True(Bits(whole.Of(group, 0)).SequenceEqual(Bits(parts.Of(group, 0))));
        });

    [Fact]
    public void Aggregations_InOneRun_EqualEachByItself() => PanelExample.Any(missing: 0.2).Sample(example =>
    {
        Aggregation[] aggregations = [Aggregation.Arithmetic, Aggregation.Geometric, new(0.5)];
        var together = example.Compute(PanelPlan.Of(example.Root, example.Panel.Indicators, [.. aggregations]), MissingChildren.RescaleWeights);
        for (var variant = 0; variant < aggregations.Length; variant++)
        {
            var alone = example.Compute(PanelPlan.Of(example.Root, example.Panel.Indicators, [aggregations[variant]]), MissingChildren.RescaleWeights);
            Assert.True(Bits(together.Of(0, variant)).SequenceEqual(Bits(alone.Of(0, 0))));
        }
    });

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(2.0)]
    public void Cell_WithANegativeScore_HasAnArithmeticMeanAlone(double power)
    {
        var root = TestIndex.Group("ROOT", "1", new(power), TestIndex.Indicator("A", "1/2"), TestIndex.Indicator("B", "1/2"));
        var panel = PanelExample.Of(["A", "B"], [[-10.0], [50.0]]);
        foreach (var missing in Enum.GetValues<MissingChildren>())
        {
            Assert.True(double.IsNaN(Run(PanelPlan.Of(root, panel.Indicators), missing)));
            Assert.Equal(20.0, Run(PanelPlan.Of(root, panel.Indicators, [Aggregation.Arithmetic]), missing));
        }

        double Run(PanelPlan plan, MissingChildren missing)
        {
            var values = new PanelValues(plan, panel, withGroups: false);
            new PanelRun(panel, plan, [new(0, 100), new(0, 100)], new(0, 100, null, null), missing).Compute(0, 1, values);
            return values.Of(0, 0)[0];
        }
    }

    [Fact]
    public void Child_WithoutWeight_TakesNoPart()
    {
        var root = TestIndex.Group("ROOT", "1", Aggregation.Arithmetic, TestIndex.Indicator("A", "1"), TestIndex.Indicator("B", "0"));
        var example = new PanelExample(root, PanelExample.Of(["B", "A"], [[double.NaN], [0.5]]), [new(0, 1), new(0, 1)]);
        Assert.Equal(80.0, example.Compute(PanelPlan.Of(root, ["B", "A"]), MissingChildren.LeaveGroupEmpty).Of(0, 0)[0]);
    }

    [Fact]
    public void Goalposts_ThatAreEqual_ScoreNothing()
    {
        var root = TestIndex.Group("ROOT", "1", Aggregation.Arithmetic, TestIndex.Indicator("A"));
        var example = new PanelExample(root, PanelExample.Of(["A"], [[1.0, 2.0]]), [new(1, 1)]);
        Assert.All(example.Compute(PanelPlan.Of(root, ["A"]), MissingChildren.RescaleWeights).Of(0, 0).ToArray(), v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Plan_OfAnIndicatorThatThePanelLacks_IsRefused() => Assert.Throws<ArgumentException>(() =>
        PanelPlan.Of(TestIndex.Group("ROOT", "1", Aggregation.Arithmetic, TestIndex.Indicator("A")), ["B"]));

    [Fact]
    public void Panel_WithAColumnOfAnotherLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => PanelExample.Of(["A", "B"], [[1.0, 2.0], [1.0]]));

    private static double? Composite(PanelExample example, IndexNode node, int cell, Aggregation? everywhere = null)
    {
        if (node is not IndexGroup group)
            return Score(example, example.Panel.Indicators.IndexOf(node.Code), example.Panel.Column(example.Panel.Indicators.IndexOf(node.Code))[cell]);
        var children = group.Children.Select(child => Composite(example, child, cell, everywhere)).ToList();
        return children.Contains(null) ? null : WeightedMean.Of(
            everywhere ?? group.Aggregation, [.. group.Children.Select(c => c.Weight.Value)], [.. children.Select(c => c!.Value)]);
    }

    private static double? Score(PanelExample example, int indicator, double x)
    {
        var scale = example.Scales[indicator];
        var leaf = TestIndex.Indicator(example.Panel.Indicators[indicator]) with { Scale = scale.Scale, CapAtBest = scale.CapAtBest };
        return double.IsNaN(x) ? null : new Goalposts(leaf, scale.Worst, scale.Best).Score(x, PanelExample.Efficacy).Score;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static void AssertNear(double? expected, double actual)
    {
        Assert.Equal(expected is null, double.IsNaN(actual));
        if (expected is { } value)
            Assert.Equal(value, actual, 1e-13 * Math.Abs(value));
    }

    private static IEnumerable<long> Bits(ReadOnlySpan<double> values) => values.ToArray().Select(BitConverter.DoubleToInt64Bits);
}
