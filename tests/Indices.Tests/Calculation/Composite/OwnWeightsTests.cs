using Indices.Calculation.Composite;
using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Calculation.Composite;

public class OwnWeightsTests
{
    [Fact]
    public void Mean_AnyUnitOfWeights_IsThatOfTheShares()
    {
        Assert.Equal(55.0, OwnWeights.Mean(Aggregation.Arithmetic, [30, 10], [50, 70]));
        Assert.Equal(Math.Pow(50, 0.75) * Math.Pow(70, 0.25), OwnWeights.Mean(Aggregation.Geometric, [3, 1], [50, 70])!.Value, 1e-12);
    }

    [Fact]
    public void Mean_MissingGroup_CountsOnlyWithWeight()
    {
        Assert.Equal(50.0, OwnWeights.Mean(Aggregation.Arithmetic, [1, 0], [50, null]));
        Assert.Null(OwnWeights.Mean(Aggregation.Arithmetic, [1, 0.1], [50, null]));
    }

    [Fact]
    public void CountAbove_OneGroupUpOneDown_FollowsTheShareOfWeightings()
    {
        // Up by 3 in one and down by 1 in the other: up whenever the first has more than a quarter.
        Assert.InRange(OwnWeights.CountAbove(Aggregation.Arithmetic, [53, 49], [50, 50], 4000), 2900, 3100);
        Assert.Equal(1000, OwnWeights.CountAbove(Aggregation.Arithmetic, [51, 51], [50, 50], 1000));
        Assert.Equal(0, OwnWeights.CountAbove(Aggregation.Arithmetic, [49, 50], [50, 50], 1000));
    }
}
