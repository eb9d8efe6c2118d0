using Bunit;
using Indices.Accounts;
using Xunit;
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

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".accounts tbody tr").Count));
        var states = page.FindAll(".accounts tbody tr").Select(r => r.QuerySelectorAll("td")).ToDictionary(c => c[0].TextContent, c => (Role: c[1].TextContent, State: c[2].TextContent));
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

        Says(page, "zhao 的口令（只显示这一次");
        var password = page.Find(".mud-alert code").TextContent;
        var created = await Room.Accounts.Find("zhao", Cancellation);
        Assert.Equal((Role.Reviewer, true), (created!.Role, created.MustChangePassword));
        Assert.True(await Room.Passwords.Verify(created, password, Cancellation));
    }

    [Fact]
    public async Task Sessions_OfEveryone_AreShownAndEndedOneByOneOrAllOfAPerson()
    {
        var li = await Room.Add("li", Role.Operator);
        await Room.Begin(li);
        await Room.Begin(li);
        var wang = await Room.Begin(await Room.Add("wang", Role.Operator));
        await Room.LogIn("chief", Role.Administrator);
        var page = Open<Page>();
        Says(page, "192.0.2.7");
        Assert.Equal(4, page.FindAll(".sessions tbody tr").Count);

        await page.FindAll("button[aria-label='下线 wang']").Single().ClickAsync(new());
        Assert.Null(await Room.Sessions.Current(wang, Cancellation));
        await page.FindAll("button[aria-label='全部下线 li']").Single().ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("chief", Assert.Single(page.FindAll(".sessions tbody tr")).QuerySelector("td")!.TextContent));
    }

    [Fact]
    public async Task SecondFactor_OfAPerson_IsShownAndRemoved()
    {
        await Room.Add("li", Role.Reviewer);
        await Room.Enrol("li");
        await Room.LogIn("chief", Role.Administrator);
        var page = Open<Page>();

        await page.Find("button[aria-label='移除第二因子 li']").ClickAsync(new());

        Says(page, "已移除。");
        Assert.False((await Room.Accounts.Find("li", Cancellation))!.HasSecondFactor);
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
}
