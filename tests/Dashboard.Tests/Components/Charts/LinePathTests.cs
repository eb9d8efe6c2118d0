using Dashboard.Components.Charts;
using Xunit;

namespace Dashboard.Tests.Components.Charts;

public class LinePathTests
{
    [Fact]
    public void Data_Gap_StartsANewStroke() =>
        Assert.Equal("M0 100L25 50M75 50L100 0", new LinePath([1, 2, null, 2, 3], 100, 100).Data);

    [Fact]
    public void Alone_PointBetweenGaps_IsNamed() =>
        Assert.Equal([0, 2], new LinePath([1, null, 2, null], 100, 100).Alone);

    [Fact]
    public void Ticks_AnyRange_AreRoundAndEncloseTheValues()
    {
        var path = new LinePath([98.3, 106.4], 100, 100);

        Assert.Equal([98, 100, 102, 104, 106, 108], path.Ticks);
    }

    [Fact]
    public void Scale_EqualValues_HasHeight()
    {
        var path = new LinePath([100, 100], 100, 100);

        Assert.Equal(50, path.Y(100), 9);
    }

    [Fact]
    public void Data_NoValues_IsEmpty() => Assert.Equal("", new LinePath([null, null], 100, 100).Data);
}
