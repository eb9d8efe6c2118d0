using CsCheck;
using Indices.Calculation;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Observations;
using Indices.Tests.Calculation.Composite;
using Indices.Time;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation;

/// <summary>Calculated again after something arrived, an index is what it would be if calculated from the start.</summary>
public sealed class IncrementalIndexTests
{
    [Fact]
    public void Incremental_OnWhateverArrives_EqualsFull() =>
        (from world in RandomWorld.Any
         from quarters in Gen.Int[0, RandomWorld.Quarters + 4].Array[1, 4]
         from changed in Gen.Int[0, world.Data.Length - 1].Array[0, 3]
         from value in Gen.Double[20, 90]
         select (world, quarters, changed, value)).Sample(t =>
        {
            var known = Vintage(RandomWorld.First);
            var index = new IncrementalIndex(t.world.Inputs(asOf: known));
            var snapshot = t.world.Known(known);
            foreach (var asOf in t.quarters.Order().Select(q => Vintage(RandomWorld.First.Plus(q))))
            {
                snapshot = snapshot.With(asOf, t.world.Known(asOf).Observations.Where(o => o.Vintage > known));
                index = index.With(snapshot);
                CompositeLaws.SameBits(IndexCalculator.Calculate(t.world.Inputs(asOf: asOf)), index.Result);
                known = asOf;
            }
            foreach (var at in t.changed)
            {
                var revised = t.world.Data[at] with { Value = t.value, Vintage = Later };
                snapshot = snapshot.With(Later, [revised]);
                index = index.With(snapshot);
                CompositeLaws.SameBits(IndexCalculator.Calculate(t.world.Inputs(asOf: Later) with { Snapshot = new(Later, snapshot.Observations) }), index.Result);
            }
        }, iter: 1000);

    [Fact]
    public void Incremental_OnOneObservation_KeepsWhatDoesNotDependOnIt()
    {
        var version = OfTree(Group("TEST", "1", new Aggregation(1),
            Group("P1", "1/2", new Aggregation(0), Indicator("A", "1/2"), Indicator("B", "1/2")),
            Group("P2", "1/2", new Aggregation(0), Indicator("C", "1"))));
        Observation[] data = [.. Values("A", "2023Q1", 50, 51, 52), .. Values("B", "2023Q1", 60, 61, 62), .. Values("C", "2023Q1", 70, 71, 72)];
        var inputs = new IndexInputs([version], EmptyCatalogue, Known(data), City, Period.OfQuarter(2023, 3), FrozenParameters.None);
        var before = JoinedSeries.Create(inputs);

        var snapshot = inputs.Snapshot.With(inputs.Snapshot.AsOf, [Observed("B", Period.OfQuarter(2023, 2), 65)]);
        var after = JoinedSeries.Create(inputs with { Snapshot = snapshot }, before);

        var (old, now) = (before.Versions[0].Run, after.Versions[0].Run);
        Assert.Same(old.At(Period.OfQuarter(2023, 1)), now.At(Period.OfQuarter(2023, 1)));
        Assert.Same(old.At(Period.OfQuarter(2023, 3)), now.At(Period.OfQuarter(2023, 3)));
        var (root, newRoot) = (old.At(Period.OfQuarter(2023, 2)).Root, now.At(Period.OfQuarter(2023, 2)).Root);
        Assert.NotEqual(root.Value, newRoot.Value);
        Assert.Same(root.Children[1], newRoot.Children[1]);
        Assert.Same(root.Children[0].Children[0], newRoot.Children[0].Children[0]);
        Assert.Equal([true, false, true], old.Indicators.Zip(now.Indicators, (o, n) => ReferenceEquals(o.Source, n.Source)));
    }

    private static Vintage Vintage(Period quarter) => new(new DateTimeOffset(quarter.End.AddDays(20), TimeOnly.MinValue, TimeSpan.Zero));
}
