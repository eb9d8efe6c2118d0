using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Members of staff, logged in: the administrator of the first start, and whom he lets in.</summary>
internal static class StaffLogin
{
    internal const string Password = "Qiantang tide 18";

    internal static async Task<WatchedPage> Open(DemoSite site, string path, int width = 1920, int height = 1080)
    {
        var page = await site.Open(path, width, height);
        await LogIn(page.Page, site.Program.AdministratorPassword);
        await page.Page.WaitForURLAsync("**/console**");
        return page;
    }

    internal static Task LogIn(IPage page, string password) => LogIn(page, "admin", password);

    internal static async Task LogIn(IPage page, string name, string password)
    {
        await page.GetByLabel("用户名").FillAsync(name);
        await page.GetByLabel("口令").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    /// <summary>Makes an account on the administrator's page of accounts.</summary>
    /// <param name="role">As the button names it.</param>
    /// <returns>The password that is handed over.</returns>
    internal static async Task<string> Create(IPage chief, string name, string role)
    {
        await chief.GetByLabel("用户名").FillAsync(name);
        await chief.GetByRole(AriaRole.Button, new() { Name = $"新建{role}" }).ClickAsync();
        return await chief.Locator(".mud-alert").Filter(new() { HasText = $"{name} 的口令" }).Locator("code").InnerTextAsync();
    }

    /// <summary>Somebody who has chosen a password after the one that was handed over, and is logged in with it.</summary>
    internal static async Task<WatchedPage> Newcomer(DemoSite site, IPage chief, string name, string role)
    {
        var handedOver = await Create(chief, name, role);
        var newcomer = await site.Open("login");
        await LogIn(newcomer.Page, name, handedOver);
        await newcomer.Page.WaitForURLAsync("**/console/password");
        await newcomer.Page.GetByLabel("当前口令").FillAsync(handedOver);
        await newcomer.Page.GetByLabel("新口令").FillAsync(Password);
        await newcomer.Page.GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await Assertions.Expect(newcomer.Page.GetByText("登录已结束：")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await newcomer.Page.GotoAsync("login");
        await LogIn(newcomer.Page, name, Password);
        await newcomer.Page.WaitForURLAsync("**/console");
        return newcomer;
    }
}
