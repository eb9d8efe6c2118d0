using System.Collections.Immutable;
using CsCheck;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

/// <summary>An index of any shape with its data: one or two versions, any means, goalposts of both kinds, gaps, late and revised values.</summary>
internal sealed record RandomWorld(ImmutableArray<IndexMethodology> Versions, ImmutableArray<Observation> Data)
{
    internal const int Quarters = 12;

    internal static Period First { get; } = Period.OfQuarter(2022, 1);

    internal static Period Last { get; } = First.Plus(Quarters - 1);

    internal static Gen<RandomWorld> Any =>
        from before in Shapes(3)
        from after in Shapes(2)
        from hasSecond in Gen.Bool
        from overlap in Gen.Int[1, 4]
        from leaves in Leaf.Array[Math.Max(before.Leaves, after.Leaves)]
        select Build(before, hasSecond ? after : null, overlap, leaves);

    /// <summary>What was known at a moment: the newest of each series and period.</summary>
    internal Snapshot Known(Vintage asOf) => new(asOf, Data.Where(o => o.Vintage <= asOf)
        .GroupBy(o => (o.Series, o.Period)).Select(g => g.MaxBy(o => o.Vintage.Instant)!));

    internal IndexInputs Inputs(Period? last = null, Vintage? asOf = null) =>
        new(Versions, EmptyCatalogue, Known(asOf ?? Later), City, last ?? Last, FrozenParameters.None);

    internal IndexResult Calculate() => IndexCalculator.Calculate(Inputs());

    /// <summary>Values of the joined index, quarter by quarter from the first; what annual values alone make of the time before is left out.</summary>
    internal static double[] Index(IndexResult result) =>
        [.. result.Values.Where(v => v.Node == "TEST" && v.Period >= First).Select(v => v.Value!.Value)];

    private static Gen<LeafData> Leaf =>
        from kind in Gen.Int[0, 5]
        from hasMultiples in Gen.Bool
        from isLog in Gen.Bool
        from isNegative in Gen.Bool
        from values in Gen.Double[20, 90].Array[Quarters]
        from gap in Gen.Int[0, 3 * Quarters]
        from gapLength in Gen.Int[1, 6]
        from lags in Gen.Int[1, 120].Array[Quarters]
        from revisions in Gen.Double[-5, 5].Array[Quarters]
        select new LeafData(kind, hasMultiples, isLog, isNegative, values, gap, gapLength, lags, revisions);

    private static Gen<Shape> Shapes(int depth) => depth == 0
        ? Gen.Int[1, 9].Select(weight => new Shape(weight, Aggregation.Arithmetic, []))
        : from weight in Gen.Int[1, 9]
          from aggregation in Aggregations
          from children in Gen.OneOf(Shapes(depth - 1), Shapes(0)).Array[1, 4]
          select new Shape(weight, aggregation, children);

    private static Gen<Aggregation> Aggregations => Gen.OneOf(
        Gen.Int[-1, 1].Select(r => new Aggregation(r)),
        Gen.Double[-5, 5].Where(r => Math.Abs(r) >= 0.01).Select(r => new Aggregation(r)));

    private static RandomWorld Build(Shape before, Shape? after, int overlap, LeafData[] leaves)
    {
        var first = OfTree(Tree(before, leaves)) with { Release = Release(60) };
        var data = leaves.SelectMany((leaf, i) => leaf.Observations($"I{i}")).ToImmutableArray();
        if (after is null)
            return new([first], data);
        var second = OfTree(Tree(after, leaves), version: "2.0.0") with
        {
            Replaces = "1.0.0",
            Release = Release(60),
            Link = new LinkRule([.. Enumerable.Range(4, overlap).Select(First.Plus)]),
        };
        return new([first, second], data);
    }

    private static IndexGroup Tree(Shape shape, LeafData[] leaves)
    {
        var leaf = 0;
        return (IndexGroup)Node(shape, "1", "TEST");

        IndexNode Node(Shape node, string weight, string code)
        {
            if (node.Children.Length == 0)
                return leaves[leaf].Indicator($"I{leaf++}", weight);
            var total = node.Children.Sum(c => c.Weight);
            return Group(code, weight, node.Aggregation, [.. node.Children.Select((c, i) => Node(c, $"{c.Weight}/{total}", $"{code}.{i}"))]);
        }
    }

    private sealed record Shape(int Weight, Aggregation Aggregation, Shape[] Children)
    {
        internal int Leaves => Children.Length == 0 ? 1 : Children.Sum(c => c.Leaves);
    }

    /// <param name="Kind">0: annual, held; 1: annual, of its year; otherwise quarterly.</param>
    /// <param name="Gap">First missing quarter or year; most lie beyond the data. The first quarter and the base year are always there.</param>
    private sealed record LeafData(
        int Kind, bool HasMultiples, bool IsLog, bool IsNegative, double[] Values, int Gap, int GapLength, int[] Lags, double[] Revisions)
    {
        private bool IsAnnual => Kind < 2;

        internal Indicator Indicator(string code, string weight) => TestIndex.Indicator(code, weight) with
        {
            Frequency = IsAnnual ? Frequency.Annual : Frequency.Quarterly,
            Alignment = Kind switch { 0 => Alignment.StepRelease, 1 => Alignment.StepReference, _ => Alignment.Native },
            Direction = IsNegative ? Direction.Negative : Direction.Positive,
            Scale = IsLog ? GoalpostScale.Log : GoalpostScale.Linear,
            Worst = Goalpost(IsNegative ? 1.6 : 0.4),
            Best = Goalpost(IsNegative ? 0.4 : 1.6),
        };

        /// <summary>Each value, and a revision of every third one a year later. The first year is known early, so that there is an index at all.</summary>
        internal IEnumerable<Observation> Observations(string code)
        {
            var first = IsAnnual ? Period.OfYear(2021) : First;
            for (var i = 0; i < (IsAnnual ? 4 : Quarters); i++)
            {
                if (i > (IsAnnual ? 1 : 0) && i >= Gap && i < Gap + GapLength)
                    continue;
                var period = first.Plus(i);
                var known = new DateTimeOffset(period.End.AddDays(i == 0 ? 1 : Lags[i]), TimeOnly.MinValue, TimeSpan.Zero);
                var observation = Observed(code, period, Values[i], known: known);
                yield return observation;
                if (i % 3 == 1)
                    yield return observation with { Value = Values[i] + Revisions[i], Vintage = new Vintage(known.AddDays(365)) };
            }
        }

        private Goalpost Goalpost(double multiple) => HasMultiples ? new(null, multiple) : new(60.0 * multiple, null);
    }
}
