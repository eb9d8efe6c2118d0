using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The administrator of the first start, logged in.</summary>
internal static class StaffLogin
{
    internal static async Task<WatchedPage> Open(DemoSite site, string path, int width = 1920, int height = 1080)
    {
        var page = await site.Open(path, width, height);
        await LogIn(page.Page, site.Program.AdministratorPassword);
        await page.Page.WaitForURLAsync("**/console**");
        return page;
    }

    internal static async Task LogIn(IPage page, string password)
    {
        await page.GetByLabel("用户名").FillAsync("admin");
        await page.GetByLabel("口令").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }
}
