using System.Globalization;
using Bunit;
using Dashboard.Components.Charts;
using Xunit;

namespace Dashboard.Tests.Components.Charts;

public class LineSvgTests : BunitContext
{
    [Theory]
    [InlineData(110.0, 110.0)]
    [InlineData(110.0, 109.9)]
    [InlineData(109.9, 110.0)]
    public void Names_OfLinesThatEndTogether_StandApart(double first, double second)
    {
        var heights = Heights(first, second);
        Assert.True(Math.Abs(heights[0] - heights[1]) >= 18 - 0.01, string.Join(' ', heights));
        Assert.Equal(first >= second, heights[0] < heights[1]);
    }

    [Fact]
    public void Names_OfLinesThatEndApart_StandAtTheirEnds()
    {
        var heights = Heights(100, 110);
        var circles = Render<LineSvg>(p => p.Add(c => c.Data, Data(100, 110))).FindAll("circle").Select(c => Number(c.GetAttribute("cy")!));
        Assert.Equal(circles, heights);
    }

    [Fact]
    public void FirstPeriod_BeginsWhereTheLineDoes_SoThatItStandsClearOfTheScale()
    {
        var labels = Render<LineSvg>(p => p.Add(c => c.Data, Data(100, 110))).FindAll("text.tick").Where(t => t.TextContent.StartsWith("2025", StringComparison.Ordinal));
        Assert.Equal([("2025-Q2", "middle"), ("2025-Q1", "start")], labels.Select(t => (t.TextContent, t.GetAttribute("text-anchor")!)));
    }

    [Fact]
    public void Names_OfSeveralLines_HaveRoomBesideThem()
    {
        var chart = Render<LineSvg>(p => p.Add(c => c.Data, Data(100, 110)));
        var end = chart.FindAll("text.direct").Max(t => Number(t.GetAttribute("x")!));
        Assert.True(960 - 64 - end >= 180, chart.Markup);
    }

    private double[] Heights(double first, double second) =>
        [.. Render<LineSvg>(p => p.Add(c => c.Data, Data(first, second))).FindAll("text.direct").Select(t => Number(t.GetAttribute("y")!))];

    private static ChartData Data(double first, double second) => new(
        "指数", "说明", "点", 2, ["2025-Q1", "2025-Q2"],
        [new ApexPointSeries("官方", [100, first]), new ApexPointSeries("自定义", [100, second])], [], false);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
