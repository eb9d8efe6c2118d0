using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Public pages for readers with a keyboard alone, a page at twice its size, or paper.</summary>
public sealed class PublicReadingTests(DemoSite site)
{
    public static TheoryData<string> Pages { get; } = new(
        "", "indices", "indices/HZ-FCEI", "indices/HZ-IFPI?lang=en", "indices/HZ-FCEI/revisions", "indices/HZ-FCEI/methodology", "targets", "targets?lang=en",
        "calendar", "calendar?lang=en", "indicators", "indicators?lang=en", "indicators/FCEI-PLATFORM-COVERAGE", "search?q=信用", "compare?index=HZ-FCEI", "weights/HZ-FCEI?lang=en");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_KeyboardAlone_ReachesEveryLinkAndShowsWhereItIs(string path)
    {
        await using var page = await site.Open(path, script: false);
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Page.Locator("a.skip")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("a.skip")).ToBeInViewportAsync();

        var links = await page.Page.Locator("a[href]:visible, summary:visible").CountAsync();
        var reached = 0;
        for (var i = 0; i < 2 * links + 50; i++)
        {
            var (tag, outlined) = await Focused(page.Page);
            if (tag == "BODY")
                break;
            Assert.True(outlined, $"{path}: focus on {tag} {i} cannot be seen");
            reached += tag is "A" or "SUMMARY" ? 1 : 0;
            await page.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Equal(links, reached);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_TwiceItsSize_HasNoSidewaysScroll(string path)
    {
        // A window of 1280 pixels at 200 % is one of 640.
        await using var page = await site.Open(path, 640, 512);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), path);
        page.AssertNoFaults();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnPaper_CutsNoTable(string path)
    {
        await using var page = await site.Open(path, 688, 1000);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('table')].filter(t => t.getClientRects().length && t.getBoundingClientRect().right > innerWidth + 1).map(t => t.closest('section')?.innerText.slice(0, 40) ?? '')"));
        Assert.False(await page.Page.Locator("header.site nav").IsVisibleAsync());
        Assert.NotEmpty(await page.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Rules_AreNotBroken(string path)
    {
        await using var page = await site.Open(path);
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Accessibility.AssertNoViolation(page.Page);
        page.AssertNoFaults();
    }

    private static async Task<(string Tag, bool IsOutlined)> Focused(IPage page)
    {
        var focused = await page.EvaluateAsync<string[]>(
            "() => { const e = document.activeElement; const s = getComputedStyle(e); return [e.tagName, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 ? 'yes' : 'no']; }");
        return (focused[0], focused[1] == "yes");
    }
}
