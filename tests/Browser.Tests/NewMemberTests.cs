using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using MiniExcelLibs;
using TestSupport;
using Xunit;

namespace Browser.Tests;

/// <summary>The first day of a reviewer who knows nothing but an address, a name and a password that was handed over (docs/new-member-trial.md).</summary>
public sealed class NewMemberTests(DemoSite site)
{
    private const string Password = StaffLogin.Password;
    private const string Index = "科创金融服务指数";
    private const string Indicator = "物流综合金融服务平台融资企业数";

    [Theory]
    [InlineData(1920, 1080, "xin", 1)]
    [InlineData(390, 844, "lai", 2)]
    public async Task Workbook_FromTheDesktop_IsAnApprovedCandidateWithinThreeMinutes(int width, int height, string name, int more)
    {
        await using var chief = await StaffLogin.Open(site, "console/accounts");
        var handedOver = await StaffLogin.Create(chief.Page, name, "审核");
        await using var second = await StaffLogin.Newcomer(site, chief.Page, name + "-second", "审核");
        await chief.Page.GotoAsync("console/releases");
        await Assertions.Expect(chief.Page.GetByText("待审核").First).ToBeVisibleAsync();
        var open = await chief.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('tbody a')].map(a => a.getAttribute('href'))");
        var workbook = Workbook(more);

        var watch = Stopwatch.StartNew();
        await using var member = await site.Open("console", width, height);
        var page = member.Page;
        await StaffLogin.LogIn(page, name, handedOver);
        await page.GetByLabel("当前口令").FillAsync(handedOver);
        await page.GetByLabel("新口令").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync(new() { Timeout = 30_000 });
        await StaffLogin.LogIn(page, name, Password);
        await page.WaitForURLAsync("**/console");

        await page.GetByRole(AriaRole.Link, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(page.Locator("input[type=file]")).ToBeEnabledAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "HZ-COMM 三季度.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = workbook,
        });
        await Assertions.Expect(page.Locator(".preview-changes")).ToContainTextAsync(Indicator);
        await page.GetByRole(AriaRole.Button, new() { Name = "采用", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "查看候选" }).ClickAsync();

        await page.WaitForFunctionAsync(
            "([index, open]) => [...document.querySelectorAll('tbody tr')].some(r => r.textContent.includes(index) && r.textContent.includes('待审核') && !open.includes(r.querySelector('a').getAttribute('href')))",
            new object[] { Index, open }, new() { Timeout = 60_000 });
        await page.Locator("tbody tr").Filter(new() { HasText = Index }).First.GetByRole(AriaRole.Link, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Index);
        await Assertions.Expect(page.Locator(".causes")).ToContainTextAsync(Indicator);
        // Who brought the figures in neither reviews nor approves what comes of them.
        await TwoPersons.Publish(chief.Page, second.Page, page.Url);
        watch.Stop();

        TestContext.Current.SendDiagnosticMessage($"{width}: {watch.Elapsed.TotalSeconds:0.0} s from the login page to the published release");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(3));
        member.AssertNoFaults();
    }

    /// <summary>A revised value of the newest period, marked as demonstration like the values beside it.</summary>
    private static byte[] Workbook(int more)
    {
        var newest = File.ReadLines(RepositoryRoot.File("data", "seed", "demo", "HZ-STFI.csv")).Last(l => l.StartsWith("STFI-LOGISTICS,", StringComparison.Ordinal)).Split(',');
        using var bytes = new MemoryStream();
        bytes.SaveAs(new[]
        {
            new Dictionary<string, object>
            {
                ["指标名称"] = Indicator, ["地区"] = "杭州市", ["报告期"] = newest[2],
                ["指标值"] = int.Parse(newest[3], CultureInfo.InvariantCulture) + 20 * more, ["数据性质"] = "演示",
            },
        });
        return bytes.ToArray();
    }
}
