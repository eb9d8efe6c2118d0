using Dashboard.PageModels;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class BulletScaleTests
{
    [Fact]
    public void Marks_OnOneScale_KeepTheirProportions()
    {
        var scale = BulletScale.Of(310, 367, 401, null);

        Assert.Equal(310.0 / 401, scale.Value!.Value / scale.Goal, 12);
        Assert.Equal(367.0 / 401, scale.Path!.Value / scale.Goal, 12);
        Assert.InRange(scale.Goal, 0.85, 0.95);
    }

    [Fact]
    public void Value_FarAboveTheGoal_StaysInsideTheFrame() => Assert.InRange(BulletScale.Of(12_345, 400, 401, null).Value!.Value, 0.85, 0.95);

    [Fact]
    public void Value_BelowZero_HasNoLength() => Assert.Equal(0, BulletScale.Of(-5, null, 20, null).Value);

    [Fact]
    public void Value_Unknown_HasNoBar() => Assert.Null(BulletScale.Of(null, null, 401, null).Value);

    [Fact]
    public void Band_AroundTheGoal_IsDrawnOnBothSides()
    {
        var scale = BulletScale.Of(27.8, 28.7, 30, 2);

        Assert.Equal(28.0 / 30, scale.BandFrom!.Value / scale.Goal, 12);
        Assert.Equal(32.0 / 30, scale.BandTo!.Value / scale.Goal, 12);
    }
}
