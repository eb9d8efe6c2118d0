using System.Text.Json;
using Bunit;
using Dashboard.Components.Charts;
using Xunit;

namespace Dashboard.Tests.Components.Charts;

public class ApexChartTests : BunitContext
{
    private static readonly ChartData Data = new(
        "指数", "说明", "点", 2, ["2025-Q1", "2025-Q2", "2025-Q3"],
        [new ApexPointSeries("</script><b>", [100, null, 106.42])], [new ChartMark(2, "方法 1.1.0")], false);

    [Fact]
    public void Static_DrawsTheLineAndCarriesItsData()
    {
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", false));

        var chart = Render<ApexChart>(p => p.Add(c => c.Data, Data));

        Assert.Equal("指数", chart.Find("svg title").TextContent);
        Assert.Equal("说明", chart.Find("svg desc").TextContent);
        Assert.Equal("106.42", chart.Find("text.direct").TextContent);
        Assert.Equal("方法 1.1.0", chart.Find("text.mark").TextContent);
        var json = chart.Find("script.chart-data").TextContent;
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Equal(106.42, JsonDocument.Parse(json).RootElement.GetProperty("series")[0].GetProperty("values")[2].GetDouble());
    }

    [Fact]
    public void Interactive_DrawsOnceForEachChangeOfItsData()
    {
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", true));
        var module = JSInterop.SetupModule("/js/apex-chart.js");
        module.SetupVoid("draw", _ => true).SetVoidResult();

        var chart = Render<ApexChart>(p => p.Add(c => c.Data, Data));
        chart.Render(p => p.Add(c => c.Data, Data with { Title = "指数" }));
        Assert.Single(module.Invocations["draw"]);
        chart.Render(p => p.Add(c => c.Data, Data with { Series = [new ApexPointSeries("a", [1, 2, 3])] }));

        Assert.Equal(2, module.Invocations["draw"].Count);
    }
}
