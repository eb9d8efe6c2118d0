using Microsoft.Playwright;
using OtpNet;
using Xunit;

namespace Browser.Tests;

/// <summary>Accounts as people meet them: handed over, locked out, signed out by an administrator, and with a second factor.</summary>
public sealed class PeopleTests(DemoSite site)
{
    private const string Password = StaffLogin.Password;

    [Fact]
    public async Task Account_AfterFiveWrongPasswords_IsLockedOutAndShownSo()
    {
        await using var chief = await Chief();
        var handedOver = await StaffLogin.Create(chief.Page, "locked", "操作员");
        await using var visitor = await site.Open("login");
        for (var i = 0; i < 5; i++)
            await StaffLogin.LogIn(visitor.Page, "locked", "not the password");

        await StaffLogin.LogIn(visitor.Page, "locked", handedOver);

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或口令不对，或账号已锁定。");
        await chief.Page.ReloadAsync();
        await Assertions.Expect(chief.Page.Locator(".accounts tbody tr").Filter(new() { HasText = "locked" })).ToContainTextAsync("锁定");
        chief.AssertNoFaults();
    }

    [Fact]
    public async Task Session_EndedByAnAdministrator_LocksTheOpenPage()
    {
        await using var chief = await Chief();
        await using var staff = await Newcomer(chief.Page, "signedout");
        await staff.Page.GotoAsync("console");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Heading, new() { Name = "作业", Level = 1 })).ToBeVisibleAsync();
        await chief.Page.ReloadAsync();

        await chief.Page.GetByRole(AriaRole.Button, new() { Name = "全部下线 signedout" }).ClickAsync();

        // At once, without a request of the page: far sooner than the minute that is allowed.
        await Assertions.Expect(staff.Page.GetByText("登录已结束：")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Button, new() { Name = "立即运行 publish" })).Not.ToBeVisibleAsync();
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "重新登录" }).ClickAsync();
        await staff.Page.WaitForURLAsync("**/login?returnUrl=**");
        await StaffLogin.LogIn(staff.Page, "signedout", Password);
        await staff.Page.WaitForURLAsync("**/console");
        chief.AssertNoFaults();
    }

    [Fact]
    public async Task SecondFactor_SetUp_IsAskedForAtTheNextLogin()
    {
        await using var chief = await Chief();
        await using var staff = await Newcomer(chief.Page, "twofactor");
        await staff.Page.GotoAsync("console/second-factor");
        var secret = await staff.Page.Locator("code.secret").InnerTextAsync();
        await staff.Page.GetByLabel("验证码").FillAsync(Code(secret, 0));
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await Assertions.Expect(staff.Page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        var recovery = await staff.Page.Locator(".recovery-codes li").First.InnerTextAsync();
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();

        // The code of the next half minute: the present one was used for setting up.
        await staff.Page.GotoAsync("login");
        await StaffLogin.LogIn(staff.Page, "twofactor", Password);
        await EnterCode(staff.Page, "000000");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("验证码不对");
        await staff.Page.GotoAsync("console");
        Assert.Contains("/login?returnUrl=", staff.Page.Url, StringComparison.Ordinal);
        await staff.Page.GotoAsync("login/code");
        await EnterCode(staff.Page, Code(secret, 1));
        await staff.Page.WaitForURLAsync("**/console");

        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await staff.Page.GotoAsync("login");
        await StaffLogin.LogIn(staff.Page, "twofactor", Password);
        await EnterCode(staff.Page, recovery);
        await staff.Page.WaitForURLAsync("**/console");
        staff.AssertNoFaults();
    }

    private async Task<WatchedPage> Chief()
    {
        var chief = await site.Open("console/accounts");
        await StaffLogin.LogIn(chief.Page, "admin", site.Program.AdministratorPassword);
        await chief.Page.WaitForURLAsync("**/console/accounts");
        return chief;
    }

    private Task<WatchedPage> Newcomer(IPage chief, string name) => StaffLogin.Newcomer(site, chief, name, "操作员");

    private static async Task EnterCode(IPage page, string code)
    {
        await page.GetByLabel("验证码").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    private static string Code(string secret, int steps) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(DateTime.UtcNow.AddSeconds(30 * steps));
}
