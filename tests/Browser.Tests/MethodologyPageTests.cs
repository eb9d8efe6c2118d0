using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Methodology pages of the complete demonstration: drawn formulas, real numbers, both languages, a phone and paper.</summary>
public sealed class MethodologyPageTests(DemoSite site)
{
    public static TheoryData<string> Pages { get; } = new(
        from code in new[] { "HZ-FCEI", "HZ-CMVI", "HZ-FTII", "HZ-STFI", "HZ-IFPI", "HZ-FTDI" }
        from language in new[] { "", "?lang=en" }
        select $"indices/{code}/methodology{language}");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WideAndNarrow_HasNoFaultAndNoSidewaysScroll(string path)
    {
        foreach (var (width, height) in new[] { (1920, 1080), (390, 844) })
        {
            await using var page = await site.Open(path, width, height, script: false);
            Assert.True(await page.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
            Assert.Equal("", await page.Page.EvaluateAsync<string>(Overlaps));
            page.AssertNoFaults();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ForAssistiveTechnology_HasNoViolation(string path)
    {
        await using var page = await site.Open(path);
        await Accessibility.AssertNoViolation(page.Page);
    }

    [Fact]
    public async Task Engine_OnAPlantedFault_FindsIt()
    {
        await using var page = await site.Open("healthz");
        await page.Page.SetContentAsync("<html lang='zh'><title>t</title><main><img src='data:,'></main></html>");
        Assert.Contains(await Accessibility.Violations(page.Page), violation => violation.StartsWith("img_alt_valid", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_WithReleases_WorksALineOutInItsOwnLanguage(string path)
    {
        await using var page = await site.Open(path, script: false);
        await Assertions.Expect(page.Page.Locator(".steps li")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("section .demo-mark").First).ToBeVisibleAsync();
        var text = await page.Page.Locator(".steps").InnerTextAsync();
        Assert.DoesNotMatch(path.EndsWith("en", StringComparison.Ordinal) ? @"[\u4e00-\u9fff]" : @"\b(?!min|max)[a-z]{3,}", text);
    }

    [Fact]
    public async Task Formulas_InChromium_AreDrawnTwoDimensionally()
    {
        await using var page = await site.Open("indices/HZ-FCEI/methodology", script: false);
        var (above, below) = (page.Page.Locator("#formula-score ~ .formula mfrac > :nth-child(1)").First, page.Page.Locator("#formula-score ~ .formula mfrac > :nth-child(2)").First);
        var (upper, lower) = (await above.BoundingBoxAsync(), await below.BoundingBoxAsync());
        Assert.True(upper!.Y + upper.Height <= lower!.Y + 1 && upper.Width > 20, "a fraction has its numerator above its denominator");
    }

    [Fact]
    public async Task Page_OnPaper_LeavesNavigationOutAndFits()
    {
        await using var page = await site.Open("indices/HZ-FCEI/methodology", 688, 1000, script: false);
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Page.Locator(".contents")).ToBeHiddenAsync();
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.scrollingElement.scrollWidth <= innerWidth"));
    }

    /// <summary>Cells of a row whose texts share more than a pixel, and names that stick out of their column.</summary>
    private const string Overlaps = """
        () => {
          const found = [];
          for (const row of document.querySelectorAll('.methodology tr, .rules div, .symbols div')) {
            const texts = [...row.querySelectorAll('th, td, dt, dd')].flatMap(cell => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return [[cell, range.getBoundingClientRect()]];
            }).filter(([, box]) => box.width > 0);
            for (let i = 0; i < texts.length; i++)
              for (let j = i + 1; j < texts.length; j++) {
                const [a, b] = [texts[i][1], texts[j][1]];
                if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
                  found.push(texts[i][0].textContent.trim().slice(0, 20) + ' × ' + texts[j][0].textContent.trim().slice(0, 20));
              }
          }
          return found.join('; ');
        }
        """;
}
