using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>One person reviews an open candidate and asks to publish it at once, another confirms it; each types the sentence that the page shows.</summary>
internal static class TwoPersons
{
    /// <param name="approver">Is on the candidate's page when it is published.</param>
    internal static async Task Publish(IPage reviewer, IPage approver, string candidate)
    {
        await reviewer.GotoAsync(candidate);
        await Type(reviewer, "申请语");
        foreach (var reason in await reviewer.Locator(".checklist input").AllAsync())
        {
            await reason.FillAsync("核对过");
            await reason.BlurAsync();
        }
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "审核通过，申请立即发布" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("已审核，待另一人批准。")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await approver.GotoAsync(candidate);
        await Type(approver, "确认语");
        await approver.GetByRole(AriaRole.Button, new() { Name = "批准并立即发布" }).ClickAsync();
        await Assertions.Expect(approver.GetByText("已发布。")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task Type(IPage page, string label)
    {
        await page.GetByLabel(label).FillAsync((await page.Locator(".decision .mud-input-helper-text").First.InnerTextAsync()).Trim());
        await page.GetByLabel(label).BlurAsync();
    }
}
