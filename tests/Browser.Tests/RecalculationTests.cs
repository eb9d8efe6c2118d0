using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Staff change when something runs.</summary>
public sealed class RecalculationTests(DemoSite site)
{
    [Fact]
    public async Task Schedule_Edited_ShowsTheNextFiresAndGoesBackToTheDefault()
    {
        await using var staff = await StaffLogin.Open(site, "console/jobs/calculate-HZ-STFI");
        var page = staff.Page;
        await page.GetByLabel("cron").FillAsync("0 30 7 ? * MON-FRI");
        await Assertions.Expect(page.Locator(".cron-words")).ToHaveTextAsync("周一至周五 07:30");
        await Assertions.Expect(page.Locator(".next-fires li")).ToHaveCountAsync(10);
        await Assertions.Expect(page.Locator(".next-fires li").First).ToContainTextAsync("07:30:00");
        await page.GetByLabel("理由", new() { Exact = true }).FillAsync("错开高峰");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存计划" }).ClickAsync();
        await Assertions.Expect(page.Locator(".schedule-events")).ToContainTextAsync("计划改为 0 30 7 ? * MON-FRI · 错开高峰");

        await page.GetByLabel("理由", new() { Exact = true }).FillAsync("恢复");
        await page.GetByRole(AriaRole.Button, new() { Name = "恢复默认" }).ClickAsync();
        await Assertions.Expect(page.Locator(".schedule-events li").First).ToContainTextAsync("恢复默认计划 · 恢复");
        staff.AssertNoFaults();
    }
}
