using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>Rules of WCAG 2.2 A and AA, checked by the engine of the Equal Access Accessibility Checker.</summary>
internal static class Accessibility
{
    private static readonly Lazy<string> s_engine = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ace.js")));

    internal static async Task AssertNoViolation(IPage page) => Assert.Empty(await Violations(page));

    internal static async Task<string[]> Violations(IPage page)
    {
        // Evaluated, not added as a script element: the content policy of the page stays as it is.
        await page.EvaluateAsync(s_engine.Value);
        return await page.EvaluateAsync<string[]>("""
            async () => (await new ace.Checker().check(document, ['WCAG_2_2'])).results
                .filter(r => r.value[0] === 'VIOLATION' && r.value[1] === 'FAIL')
                .map(r => `${r.ruleId}: ${r.message}: ${r.snippet}`)
            """);
    }
}
