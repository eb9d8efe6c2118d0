using Bunit;
using Indices.Accounts;
using Xunit;
using AuditPage = Dashboard.Components.Pages.Console.Audit;
using Page = Dashboard.Components.Pages.Console.Accounts;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class AccountsPageTests : ConsoleRoom
{
    [Theory]
    [InlineData(false, "管理", "停用", "锁定")]
    [InlineData(true, "administrator", "disabled", "locked")]
    public async Task Accounts_OfEveryState_AreShownInTheLanguage(bool english, string role, string disabled, string locked)
    {
        await Room.Add("chief", Role.Administrator);
        await Room.Add("gone", Role.Operator);
        await Room.Writer.SetRole("gone", Role.Operator, true, Room.Entry(), Cancellation);
        await Room.Add("tried", Role.Reviewer);
        await Room.Writer.RecordLogin("tried", 5, Room.Clock.GetUtcNow().AddMinutes(15), Room.Entry(), Cancellation);

        var page = Open<Page>(english ? Language.English : Language.Chinese);

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        var states = page.FindAll("tbody tr").Select(r => r.QuerySelectorAll("td")).ToDictionary(c => c[0].TextContent, c => (Role: c[1].TextContent, State: c[2].TextContent));
        Assert.Equal(role, states["chief"].Role);
        Assert.Equal(disabled, states["gone"].State);
        Assert.Equal(locked, states["tried"].State);
    }

    [Fact]
    public async Task Create_ByAnAdministrator_ShowsThePasswordThatWorks()
    {
        await Room.LogIn("chief", Role.Administrator);
        var page = Open<Page>();

        await page.Find("input").ChangeAsync(new() { Value = "zhao" });
        await Button(page, "新建审核").ClickAsync(new());

        Says(page, "zhao 的口令（只显示这一次）");
        var password = page.Find(".mud-alert code").TextContent;
        var created = await Room.Accounts.Find("zhao", Cancellation);
        Assert.Equal((Role.Reviewer, true), (created!.Role, created.MustChangePassword));
        Assert.True(await Room.Passwords.Verify(created, password, Cancellation));
    }

    [Fact]
    public async Task Create_WithoutAName_SaysSo()
    {
        await Room.LogIn("chief", Role.Administrator);
        var page = Open<Page>();

        await Button(page, "新建审核").ClickAsync(new());

        Says(page, "请先填写用户名。");
        Assert.Single(await Room.Accounts.All(Cancellation));
    }

    [Fact]
    public async Task Disable_OfOneself_IsRefusedInWords()
    {
        await Room.LogIn("chief", Role.Administrator);
        var page = Open<Page>();

        await Button(page, "停用").ClickAsync(new());

        Says(page, "不能修改自己的角色");
        Assert.False((await Room.Accounts.Find("chief", Cancellation))!.IsDisabled);
    }

    [Fact]
    public async Task Audit_AfterAnAction_ShowsWhoDidWhatToWhom()
    {
        await Room.LogIn("chief", Role.Administrator);
        await Room.Staff.CreateAccount("zhao", Role.Operator, Cancellation);

        var page = Open<AuditPage>();

        var row = page.FindAll("tbody tr").First(r => r.TextContent.Contains("account.create", StringComparison.Ordinal));
        Assert.Equal(["2026-11-24 12:00", "chief", "account.create", "zhao", "ok"], row.QuerySelectorAll("td").Take(5).Select(c => c.TextContent));
    }
}
