using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>A day of staff: log in, run a job, see its history; bring a figure in, approve what it changes, see it on the wall.</summary>
public sealed class ConsoleTests(DemoSite site)
{
    [Fact]
    public async Task Console_WithoutLogin_AsksForOne()
    {
        await using var visitor = await site.Open("console/releases");
        Assert.Contains("/login?returnUrl=", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_WrongPassword_IsRefusedWithoutSayingWhy()
    {
        await using var visitor = await site.Open("login");
        await StaffLogin.LogIn(visitor.Page, "not the password");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或口令不对");
    }

    [Fact]
    public async Task Job_RunByHand_ShowsInTheHistory()
    {
        await using var staff = await Staff();
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "立即运行 publish" }).ClickAsync();
        await Assertions.Expect(staff.Page.Locator(".run-history tbody tr").First).ToContainTextAsync("手动 · admin");
        await Assertions.Expect(staff.Page.Locator(".run-history tbody tr").First).ToContainTextAsync("publish");
        staff.AssertNoFaults();
    }

    [Fact]
    public async Task Candidate_Approved_ReachesAnOpenScreenWithinTwoSeconds()
    {
        await using var wall = await site.Open("screen");
        var tile = wall.Page.Locator(".index").Filter(new() { HasText = "资本市场活力指数" });
        var before = await tile.Locator(".value").InnerTextAsync();
        var latest = await site.LatestPeriod("HZ-CMVI");
        await site.Drop("revised.csv", $"""
            indicator,area,period,value,origin
            CMVI-PIPELINE,330100,{latest},155,synthetic
            """);
        var name = $"{latest[..4]}年{latest[5..].TrimStart('0')}月";

        await using var staff = await Staff("console/accounts");
        await using var second = await StaffLogin.Newcomer(site, staff.Page, "second", "审核");
        await staff.Page.GotoAsync("console/releases");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "HZ-CMVI" }).Filter(new() { HasText = name }).Filter(new() { HasText = "待审核" })).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await staff.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "HZ-CMVI" }).Filter(new() { HasText = name }).Filter(new() { HasText = "待审核" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(staff.Page.GetByText("与已发布相比的改动")).ToBeVisibleAsync();
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Region, new() { Name = "变动原因" })).ToBeVisibleAsync();
        await staff.Page.SetViewportSizeAsync(390, 844);
        Assert.True(await staff.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), "the candidate is wider than a phone");
        await TwoPersons.Publish(staff.Page, second.Page, staff.Page.Url);

        // The clock starts when staff are told that it is published.
        await Assertions.Expect(tile.Locator(".value")).Not.ToHaveTextAsync(before, new() { Timeout = 2_000 });
        wall.AssertNoFaults();
        staff.AssertNoFaults();
    }

    private async Task<WatchedPage> Staff(string path = "console") => await StaffLogin.Open(site, path);
}
