using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Public pages as a reader meets them, with and without script.</summary>
public sealed class PublicPageTests(DemoSite site)
{
    public static TheoryData<string> Pages { get; } = new(
        "", "indices", "indices/HZ-FCEI", "indices/HZ-CMVI", "indices/HZ-IFPI", "indices/HZ-FTDI", "indices/HZ-FCEI/methodology",
        "indices/HZ-IFPI/methodology", "indices/HZ-FCEI/revisions", "indices/HZ-IFPI/revisions?lang=en", "targets", "login", "?lang=en", "indices/HZ-CMVI?lang=en", "targets?lang=en",
        "indicators", "indicators?lang=en", "search?q=2025", "search?q=credit&lang=en", "compare?index=HZ-FCEI", "weights/HZ-FCEI", "weights/HZ-FCEI?lang=en", "embed/HZ-FCEI");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WideAndNarrow_HasNoFaultAndNoSidewaysScroll(string path)
    {
        foreach (var (width, height) in new[] { (1920, 1080), (390, 844) })
        {
            await using var page = await site.Open(path, width, height);
            await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.True(await page.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
            page.AssertNoFaults();
        }
    }

    [Fact]
    public async Task IndexPage_WithoutScript_HasHeadlineChartTableAndContributions()
    {
        await using var page = await site.Open("indices/HZ-FCEI", script: false);
        await Assertions.Expect(page.Page.Locator(".headline-value .value")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d{2,3}\.\d{2}$"));
        await Assertions.Expect(page.Page.Locator("svg.line-chart")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".table-toggle tbody tr").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "为什么变化" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator(".demo-banner")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task IndexPage_PointedAt_DrawsTheChartOverTheSameNumbers()
    {
        await using var page = await site.Open("indices/HZ-FCEI");
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Page.Locator("svg.line-chart")).ToBeVisibleAsync();
        await page.Page.Locator("[data-chart]").First.HoverAsync();
        await Assertions.Expect(page.Page.Locator(".apexcharts-canvas")).ToBeVisibleAsync();
        page.AssertNoFaults();
    }
}
