using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Indices.Calculation.Panel;
using Indices.Methodology;
using Indices.Time;
using TestSupport;

namespace Indices.Tests.Calculation.Panel;

/// <summary>A tree, values for it, and what they are scored between.</summary>
internal sealed record PanelExample(IndexGroup Root, IndicatorPanel Panel, ImmutableArray<IndicatorScale> Scales)
{
    internal static Normalisation Efficacy { get; } = new(60, 40, -1, 2);

    /// <summary>Trees of three levels; values around the goalposts, some missing, some far beyond or below zero.</summary>
    internal static Gen<PanelExample> Any(double missing) =>
        from counts in Gen.Int[1, 4].Array[1, 4]
        from powers in Gen.OneOf(Gen.Const(1.0), Gen.Const(0.0), Gen.Const(-1.0), Gen.Const(2.0)).Array[counts.Length + 1]
        from cells in Gen.Int[1, 19]
        from values in Gen.Double[-0.5, 3.0].Select(Gen.Double[0, 1], (x, u) => u < missing ? double.NaN : x).Array[cells].Array[counts.Sum()]
        from isLog in Gen.Bool.Array[counts.Sum()]
        from isCapped in Gen.Bool.Array[counts.Sum()]
        select Create(counts, powers, values, isLog, isCapped);

    internal PanelValues Compute(PanelPlan plan, MissingChildren missing, params (int First, int Count)[] ranges)
    {
        var values = new PanelValues(plan, Panel, withGroups: true);
        foreach (var (first, count) in ranges.DefaultIfEmpty((0, Panel.CellCount)))
            new PanelRun(Panel, plan, Scales, Efficacy, missing).Compute(first, count, values);
        return values;
    }

    internal static PanelExample Create(int[] counts, double[] powers, double[][] values, bool[] isLog, bool[] isCapped)
    {
        var pillars = counts.Select((count, p) => TestIndex.Group(
            $"P{p}", $"1/{counts.Length}", new(powers[p]),
            [.. Enumerable.Range(counts.Take(p).Sum(), count).Select(i => TestIndex.Indicator(Code(i), $"1/{count}"))]));
        return new(
            TestIndex.Group("ROOT", "1", new(powers[^1]), [.. pillars]),
            Of([.. Enumerable.Range(0, values.Length).Select(Code)], values),
            [.. isLog.Select((log, i) => new IndicatorScale(
                log ? 0.5 : i % 3, log ? 2.5 : 1.5, log ? GoalpostScale.Log : GoalpostScale.Linear, isCapped[i]))]);
    }

    /// <summary>One area, a month for each value.</summary>
    internal static IndicatorPanel Of(ImmutableArray<string> indicators, double[][] values) => new(
        indicators,
        ["000001"],
        [.. Enumerable.Range(0, values[0].Length).Select(Period.OfMonth(2001, 1).Plus)],
        [.. values.Select(column => (ReadOnlyMemory<double>)column)]);

    private static string Code(int i) => "I" + i.ToString(CultureInfo.InvariantCulture);
}
