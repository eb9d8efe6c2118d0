using System.Text.RegularExpressions;
using Indices.Time;
using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Staff change when something runs, recalculate two years and stop half way, and look at what a candidate would move.</summary>
public sealed partial class RecalculationTests(DemoSite site)
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

    [Fact]
    public async Task Backfill_Of24Months_CancelledHalfWay_KeepsWhatWasDone()
    {
        var last = Period.Parse(await site.LatestPeriod("HZ-CMVI")).Plus(-1);
        await using var staff = await StaffLogin.Open(site, "console/recalculation");
        var page = staff.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "指数", Exact = true }).SelectOptionAsync("HZ-CMVI");
        await page.GetByLabel("起始时期").FillAsync(last.Plus(-23).ToString());
        await page.GetByLabel("截止时期").FillAsync(last.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByText("将计算 24 期")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始计算 24 期" }).ClickAsync();

        var row = page.Locator(".recalculations tbody tr").Filter(new() { HasText = "admin" }).First;
        await Assertions.Expect(row).ToContainTextAsync(SomeDone(), new() { Timeout = 60_000 });
        await row.GetByRole(AriaRole.Button, new() { NameRegex = Cancel() }).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("已取消（admin）");
        await Assertions.Expect(row.GetByRole(AriaRole.Button, new() { NameRegex = Resume() })).ToBeVisibleAsync();
        Assert.InRange(await row.Locator("progress").EvaluateAsync<int>("bar => bar.value"), 1, 23);
        staff.AssertNoFaults();
    }

    [Fact]
    public async Task Candidate_Discarded_ShowsFirstWhatItWouldMove()
    {
        var period = Period.Parse(await site.LatestPeriod("HZ-FCEI"));
        await site.Drop("diff.csv", $"""
            indicator,area,period,value,origin
            FCEI-DATA-SHARE,330100,{period},72.2,synthetic
            """);
        await using var staff = await StaffLogin.Open(site, "console/recalculation");
        var page = staff.Page;
        var cell = page.GetByRole(AriaRole.Button, new() { Name = $"金融信用环境指数 {period.Year}年第{"一二三四"[period.Part - 1]}季度：候选" });
        await cell.ClickAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "查看版本" }).ClickAsync();

        await Assertions.Expect(page.Locator(".impact-class")).ToContainTextAsync("修订");
        await Assertions.Expect(page.Locator(".impact tbody tr").First).ToContainTextAsync("−");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "变动原因" })).ToBeVisibleAsync();
        await page.GetByLabel("理由", new() { Exact = true }).FillAsync("来源核实有误");
        await page.GetByRole(AriaRole.Button, new() { Name = "作废" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已作废。")).ToBeVisibleAsync();
        staff.AssertNoFaults();
    }

    [GeneratedRegex("[1-9][0-9]?/24")]
    private static partial Regex SomeDone();

    [GeneratedRegex("^取消 [0-9]+$")]
    private static partial Regex Cancel();

    [GeneratedRegex("^继续 [0-9]+$")]
    private static partial Regex Resume();
}
