using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using TestSupport;
using Xunit;

namespace Browser.Tests;

/// <summary>What staff do with a file that comes in wrong.</summary>
public sealed class IntakeTests(DemoSite site)
{
    [Fact]
    public async Task BadFile_Uploaded_IsReadCorrectedReadAgainAndAccepted()
    {
        // The two newest values of a series of the demonstration, the last with a slip.
        var lines = File.ReadLines(RepositoryRoot.File("data", "seed", "demo", "HZ-STFI.csv")).Where(l => l.StartsWith("STFI-BRANCH,", StringComparison.Ordinal)).TakeLast(2).ToList();
        var (period, value) = lines[1].Split(',') is var cells ? (cells[2], cells[3]) : default;
        var before = string.Join(',', lines[0].Split(',')[..4]);
        var corrected = (int.Parse(value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        await using var staff = await Staff("console/upload");
        var page = staff.Page;

        await Assertions.Expect(page.Locator("input[type=file]")).ToBeEnabledAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "三季度.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"indicator,area,period,value,origin\n{before},synthetic\nSTFI-BRANCH,330100,{period},{value}x,synthetic\n"),
        });
        await page.WaitForURLAsync("**/console/upload/*");
        await Assertions.Expect(page.Locator(".findings")).ToContainTextAsync($"{value}x");
        await Assertions.Expect(page.Locator(".findings")).ToContainTextAsync("单位“x”");
        await page.GetByRole(AriaRole.Button, new() { Name = "采用", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".accepted")).ToContainTextAsync("已采用");

        await page.GetByRole(AriaRole.Link, new() { Name = "隔离区", Exact = true }).ClickAsync();
        var row = page.Locator(".findings tbody tr").Filter(new() { HasText = $"{value}x" });
        await row.Locator("input.correction").FillAsync(corrected);
        await row.Locator("input.correction").BlurAsync();
        await page.GetByLabel("理由（必填）").FillAsync("录入笔误，已与来源核对");
        await page.GetByRole(AriaRole.Button, new() { Name = "重放所选 1 行" }).ClickAsync();
        await page.WaitForURLAsync("**/console/upload/*");
        await Assertions.Expect(page.Locator(".preview-changes")).ToContainTextAsync(corrected);
        await page.GetByRole(AriaRole.Button, new() { Name = "采用", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".accepted")).ToContainTextAsync("已采用");

        await page.GetByRole(AriaRole.Link, new() { Name = "观测值" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"版次 STFI-BRANCH {period}" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".cell-history tbody tr").First).ToContainTextAsync("录入笔误，已与来源核对");
        await Assertions.Expect(page.Locator(".cell-history tbody tr").First).ToContainTextAsync(corrected);
        staff.AssertNoFaults();
    }

    private async Task<WatchedPage> Staff(string path)
    {
        var page = await site.Open(path);
        await page.Page.GetByLabel("用户名").FillAsync("admin");
        await page.Page.GetByLabel("口令").FillAsync(site.Program.AdministratorPassword);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/console/**");
        return page;
    }
}
