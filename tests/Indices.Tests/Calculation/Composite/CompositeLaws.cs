using CsCheck;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Calculation.Composite;

/// <summary>What holds for any tree and any data.</summary>
public sealed class CompositeLaws
{
    private const int Trees = 1000;

    [Fact]
    public void Contributions_OfAnyTree_AddUpToTheChange() => RandomWorld.Any.Sample(world =>
    {
        var result = world.Calculate();
        var index = RandomWorld.Index(result);
        Assert.Equal(RandomWorld.Quarters, index.Length);
        var spans = result.Contributions.Where(c => c.From >= RandomWorld.First).GroupBy(c => (c.From, c.To)).ToArray();
        Assert.Equal(RandomWorld.Quarters - 1 + RandomWorld.Quarters - 4, spans.Length);
        foreach (var span in spans)
        {
            var (from, to) = (index[span.Key.From.Since(RandomWorld.First)], index[span.Key.To.Since(RandomWorld.First)]);
            Assert.Equal(to - from, span.Sum(c => c.Points), 1e-12 * to);
        }
    }, iter: Trees);

    [Fact]
    public void Rows_InAnyOrder_GiveTheSameResult() =>
        (from world in RandomWorld.Any from rows in Gen.Shuffle(world.Data.ToArray()) select (world, rows)).Sample(t =>
            SameBits(t.world.Calculate(), (t.world with { Data = [.. t.rows] }).Calculate()), iter: Trees);

    [Fact]
    public void EqualInputs_GiveIdenticalBits() => RandomWorld.Any.Sample(world => SameBits(world.Calculate(), world.Calculate()), iter: 100);

    [Fact]
    public void Rebasing_ChangesNoGrowthRate() => RandomWorld.Any.Sample(world =>
    {
        var result = world.Calculate();
        var rebased = result.Times(Rebasing.Factor(result, Period.OfYear(2023))!.Value);
        var (before, after) = (RandomWorld.Index(result), RandomWorld.Index(rebased));
        Assert.Equal(100.0, after[4..8].Average(), 1e-10);
        for (var at = 1; at < RandomWorld.Quarters; at++)
            Assert.Equal(before[at] / before[at - 1], after[at] / after[at - 1], 1e-12);
    }, iter: Trees);

    [Fact]
    public void RaisingAPositiveIndicator_NeverLowersTheIndex() =>
        (from world in RandomWorld.Any
         from at in Gen.Int[0, world.Data.Length - 1]
         from lift in Gen.Double[0.1, 50]
         where CanBeRaised(world, world.Data[at])
         select (world, at, lift)).Sample(t =>
        {
            var observation = t.world.Data[t.at];
            var raised = t.world with { Data = t.world.Data.SetItem(t.at, observation with { Value = observation.Value + t.lift }) };
            var quarter = observation.Period.Since(RandomWorld.First);
            var (before, after) = (RandomWorld.Index(t.world.Calculate())[quarter], RandomWorld.Index(raised.Calculate())[quarter]);
            Assert.True(after >= before * (1 - 1e-13), $"{before:R} fell to {after:R}");
        }, iter: Trees);

    [Fact]
    public void ANewPeriod_NeverMovesAnOldValueWithinAVersion() =>
        (from world in RandomWorld.Any from quarter in Gen.Int[3, RandomWorld.Quarters - 2] select (world, last: RandomWorld.First.Plus(quarter))).Sample(t =>
        {
            // A value that belongs to its whole year moves the quarters of that year by design.
            var world = t.world with { Data = [.. t.world.Data.Where(o => !BelongsToItsYear(t.world, o))] };
            var before = world with { Data = [.. world.Data.Where(o => o.Period.End <= t.last.End)] };
            var (old, now) = (IndexCalculator.Calculate(before.Inputs(t.last)), IndexCalculator.Calculate(world.Inputs(t.last.Plus(1))));
            Assert.Equal(old.Values, now.Values.Where(v => v.Period <= t.last));
            Assert.Equal(old.Contributions, now.Contributions.Where(c => c.To <= t.last));
        }, iter: Trees);

    private static bool CanBeRaised(RandomWorld world, Observation observation) =>
        observation.Period is { Frequency: Frequency.Quarterly, Year: > 2022 }
        && world.Versions.SelectMany(v => v.Root.Indicators).Any(i => i.Code == observation.Series.Indicator && i.Direction == Direction.Positive);

    private static bool BelongsToItsYear(RandomWorld world, Observation observation) => observation.Period.Year > 2022
        && world.Versions.SelectMany(v => v.Root.Indicators).Any(i => i.Code == observation.Series.Indicator && i.Alignment == Alignment.StepReference);

    internal static void SameBits(IndexResult left, IndexResult right)
    {
        Assert.Equal(left.Values, right.Values);
        Assert.Equal(left.Scores, right.Scores);
        Assert.Equal(left.Contributions, right.Contributions);
        Assert.Equal(left.Computed.Select(v => v with { Groups = [] }), right.Computed.Select(v => v with { Groups = [] }));
        Assert.Equal(left.Computed.SelectMany(v => v.Groups), right.Computed.SelectMany(v => v.Groups));
        Assert.Equal(left.Warnings, right.Warnings);
        Assert.Equal(left.Queries, right.Queries);
        Assert.Equal(left.Origin, right.Origin);
        Assert.Equal(left.Parameters.Values.OrderBy(p => p.Key), right.Parameters.Values.OrderBy(p => p.Key));
    }
}
