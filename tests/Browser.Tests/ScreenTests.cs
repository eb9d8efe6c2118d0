using Microsoft.Playwright;
using Xunit;

namespace Browser.Tests;

/// <summary>The wall: everything in view, nothing on top of anything else, nothing cut off.</summary>
public sealed class ScreenTests(DemoSite site)
{
    [Theory]
    [InlineData(1920, 1080, "")]
    [InlineData(1920, 1080, "?lang=en")]
    [InlineData(1366, 768, "")]
    [InlineData(3840, 2160, "")]
    [InlineData(1080, 1920, "")]
    public async Task Screen_AnyWall_ShowsAllTilesWithoutOverlapOrCutText(int width, int height, string language)
    {
        await using var wall = await site.Open("screen" + language, width, height);
        await wall.Page.Locator(".clock").GetByText(":").WaitForAsync();

        Assert.Equal(11, await wall.Page.Locator(".targets .target").CountAsync());
        Assert.Equal(6, await wall.Page.Locator(".indices .index").CountAsync());
        Assert.Equal(0, await wall.Page.EvaluateAsync<int>("""
            () => { const e = document.scrollingElement; return (e.scrollWidth - innerWidth) + (e.scrollHeight - innerHeight); }
            """));
        Assert.Equal("", await wall.Page.EvaluateAsync<string>(Overlaps));
        Assert.Equal("", await wall.Page.EvaluateAsync<string>(CutText));
        wall.AssertNoFaults();
    }

    [Fact]
    public async Task Screen_Demonstration_SaysSoAndTellsBeijingTime()
    {
        await using var wall = await site.Open("screen");
        await Assertions.Expect(wall.Page.Locator("header .synthetic")).ToHaveTextAsync("演示数据");
        await Assertions.Expect(wall.Page.Locator(".clock")).ToContainTextAsync(
            TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").ToString("yyyy'年'M'月'd'日'", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Pairs of tiles, or of texts in one tile, whose boxes share more than a pixel.</summary>
    private const string Overlaps = """
        () => {
          const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
          const box = e => e.getBoundingClientRect();
          const tiles = [...document.querySelectorAll('header, .target, .counts, .index, footer')];
          const found = [];
          for (let i = 0; i < tiles.length; i++)
            for (let j = i + 1; j < tiles.length; j++)
              if (meet(box(tiles[i]), box(tiles[j]))) found.push(tiles[i].textContent.trim().slice(0, 20) + ' × ' + tiles[j].textContent.trim().slice(0, 20));
          for (const tile of tiles) {
            const texts = [...tile.querySelectorAll('*')].filter(e => e.childElementCount === 0 && e.textContent.trim() && !(e instanceof SVGElement));
            for (let i = 0; i < texts.length; i++)
              for (let j = i + 1; j < texts.length; j++)
                if (meet(box(texts[i]), box(texts[j]))) found.push(texts[i].textContent + ' × ' + texts[j].textContent);
          }
          return found.join('; ');
        }
        """;

    /// <summary>Texts that stick out of their tile or are wider than their box shows.</summary>
    private const string CutText = """
        () => {
          const found = [];
          for (const tile of document.querySelectorAll('header, .target, .counts, .index, footer')) {
            const frame = tile.getBoundingClientRect();
            for (const e of tile.querySelectorAll('*')) {
              if (e instanceof SVGElement || !e.textContent.trim()) continue;
              const b = e.getBoundingClientRect();
              if (b.right > frame.right + 1 || b.bottom > frame.bottom + 1 || (getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1))
                found.push(e.textContent.trim().slice(0, 30));
            }
          }
          return found.join('; ');
        }
        """;
}
