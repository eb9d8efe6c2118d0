using CsCheck;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

/// <summary>What holds for any tree and any data.</summary>
public sealed class CompositeLaws
{
    private const int Quarters = 10;
    private const string Last = "2024Q2";

    [Fact]
    public void Contributions_OfAnyTree_AddUpToTheChange() => Worlds.Sample(world =>
    {
        var result = Run(world);
        var index = result.Values.Where(v => v.Node == "TEST").ToDictionary(v => v.Period, v => v.Value!.Value);
        Assert.Equal(Quarters, index.Count);
        var spans = result.Contributions.GroupBy(c => (c.From, c.To)).ToArray();
        Assert.Equal(Quarters - 1 + Quarters - 4, spans.Length);
        foreach (var span in spans)
            Assert.Equal(index[span.Key.To] - index[span.Key.From], span.Sum(c => c.Points), 1e-12 * index[span.Key.To]);
    }, iter: 200);

    [Fact]
    public void Rows_InAnyOrder_GiveTheSameResult() =>
        (from world in Worlds from rows in Gen.Shuffle(world.Data) select (world, rows)).Sample(t =>
            SameBits(Run(t.world), Run(t.world with { Data = t.rows })), iter: 50);

    [Fact]
    public void EqualInputs_GiveIdenticalBits() => Worlds.Sample(world => SameBits(Run(world), Run(world)), iter: 50);

    [Fact]
    public void Rebasing_ChangesNoRatio() => Worlds.Sample(world =>
    {
        var rebased = world with { Methodology = world.Methodology with { Base = new BaseRule(Period.OfQuarter(2023, 2), 1000) } };
        var (before, after) = (Index(Run(world)), Index(Run(rebased)));
        Assert.Equal(1000.0, after[5], 1e-9);
        for (var at = 1; at < Quarters; at++)
            Assert.Equal(before[at] / before[at - 1], after[at] / after[at - 1], 1e-12);
    }, iter: 100);

    [Fact]
    public void RaisingAPositiveIndicator_NeverLowersTheIndex() =>
        (from world in Worlds
         from at in Gen.Int[0, world.Data.Length - 1].Where(i => world.Data[i].Period.Year > 2022)
         from lift in Gen.Double[0.1, 50]
         select (world, at, lift)).Sample(t =>
        {
            var observation = t.world.Data[t.at];
            var raised = t.world with { Data = [.. t.world.Data.Select(o => o == observation ? o with { Value = o.Value + t.lift } : o)] };
            var quarter = observation.Period.Since(Period.OfQuarter(2022, 1));
            Assert.True(Index(Run(raised))[quarter] >= Index(Run(t.world))[quarter]);
        }, iter: 100);

    private static Gen<World> Worlds =>
        from shape in Shapes(3)
        let count = shape.Leaves
        from values in Gen.Double[5, 120].Array[Quarters].Array[count]
        from gaps in Gen.Int[1, 6 * Quarters].Array[count]
        select Build(shape, values, gaps);

    private static Gen<Shape> Shapes(int depth) => depth == 0
        ? Gen.Int[1, 9].Select(weight => new Shape(weight, Aggregation.Arithmetic, []))
        : from weight in Gen.Int[1, 9]
          from aggregation in Aggregations
          from children in Gen.OneOf(Shapes(depth - 1), Shapes(0)).Array[1, 4]
          select new Shape(weight, aggregation, children);

    private static Gen<Aggregation> Aggregations => Gen.OneOf(
        Gen.Int[-1, 1].Select(r => new Aggregation(r)),
        Gen.Double[-5, 5].Where(r => Math.Abs(r) >= 0.01).Select(r => new Aggregation(r)));

    private static World Build(Shape shape, double[][] values, int[] gaps)
    {
        var leaf = 0;
        var root = (IndexGroup)Node(shape, "1", "TEST");
        var data = values.SelectMany((row, i) => Values(
            $"I{i}", "2022Q1", [.. row.Select((value, quarter) => quarter == gaps[i] ? (double?)null : value)]));
        return new(OfTree(root), [.. data]);

        IndexNode Node(Shape node, string weight, string code)
        {
            if (node.Children.Length == 0)
                return Indicator($"I{leaf++}", weight);
            var total = node.Children.Sum(c => c.Weight);
            return Group(code, weight, node.Aggregation, [.. node.Children.Select((c, i) => Node(c, $"{c.Weight}/{total}", $"{code}.{i}"))]);
        }
    }

    private static IndexResult Run(World world) => Calculate(world.Methodology, Known(world.Data), Last);

    private static double[] Index(IndexResult result) => [.. result.Values.Where(v => v.Node == "TEST").Select(v => v.Value!.Value)];

    private static void SameBits(IndexResult left, IndexResult right)
    {
        Assert.Equal(left.Values, right.Values);
        Assert.Equal(left.Scores, right.Scores);
        Assert.Equal(left.Contributions, right.Contributions);
        Assert.Equal(left.Computed.Select(v => v.Aggregate), right.Computed.Select(v => v.Aggregate));
        Assert.Equal(left.Parameters.Values.OrderBy(p => p.Key), right.Parameters.Values.OrderBy(p => p.Key));
    }

    private sealed record World(IndexMethodology Methodology, Observation[] Data);

    private sealed record Shape(int Weight, Aggregation Aggregation, Shape[] Children)
    {
        internal int Leaves => Children.Length == 0 ? 1 : Children.Sum(c => c.Leaves);
    }
}
