using Bunit;
using Dashboard.Components.Pages.Own;
using Dashboard.Tests.Components.Pages.Console;
using Dashboard.Tests.Security;
using Indices.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Components.Pages.Own;

/// <summary>What people do to their own account.</summary>
public sealed class OwnPagesTests : ConsoleRoom
{
    [Theory]
    [InlineData(false, "修改", "口令已修改，请重新登录。")]
    [InlineData(true, "Change", "The password was changed. Please log in again.")]
    public async Task Password_Changed_SaysSoAndWorks(bool english, string button, string words)
    {
        await Room.LogIn("wang", Role.Viewer);
        var page = Open<Password>(Language.Of(english ? "en" : null));

        await Fill(page, StaffRoom.Password, "Another good phrase");
        await page.Find("form").SubmitAsync();

        Says(page, words);
        Assert.NotNull(Button(page, button));
        Assert.True(await Room.Passwords.Verify(await Room.Accounts.Find("wang", Cancellation), "Another good phrase", Cancellation));
    }

    [Theory]
    [InlineData("wrong", "Another good phrase", "当前口令不对。")]
    [InlineData(StaffRoom.Password, "Password2026!", "这是常见口令")]
    [InlineData(StaffRoom.Password, "all small letters", "须含大写字母")]
    public async Task Password_Refused_SaysWhy(string current, string next, string words)
    {
        await Room.LogIn("wang", Role.Viewer);
        var page = Open<Password>();

        await Fill(page, current, next);
        await page.Find("form").SubmitAsync();

        Says(page, words);
    }

    [Fact]
    public async Task Password_OfASessionThatHasEnded_SaysSo()
    {
        await Room.LogIn("wang", Role.Viewer);
        var page = Open<Password>();
        await Room.Writer.EndSessions("wang", Room.Entry(), Cancellation);

        await Fill(page, StaffRoom.Password, "Another good phrase");
        await page.Find("form").SubmitAsync();

        Says(page, "无权操作，或登录已结束。");
    }

    [Fact]
    public async Task SecondFactor_SetUpWithTheCodeOfItsKey_ShowsTheRecoveryCodesOnce()
    {
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<SecondFactorPage>();
        Assert.NotEmpty(page.FindAll("svg.qr-code path"));

        await Fill(page, "000000");
        await page.Find("form").SubmitAsync();
        Says(page, "验证码不对。");
        await Fill(page, Room.Code(page.Find("code.secret").TextContent));
        await page.Find("form").SubmitAsync();

        Says(page, "已启用。");
        Assert.Equal(10, page.FindAll(".recovery-codes li").Count);
    }

    [Theory]
    [InlineData(false, "还剩 10 个恢复码")]
    [InlineData(true, "10 recovery codes left")]
    public async Task SecondFactor_ThatIsSetUp_ShowsHowManyRecoveryCodesAreLeft(bool english, string words)
    {
        await Room.LogIn("wang", Role.Reviewer);
        await Room.Enrol("wang");

        Says(Open<SecondFactorPage>(Language.Of(english ? "en" : null)), words);
    }

    [Fact]
    public async Task Closed_ForWhomever_SaysWhatToDo()
    {
        await Room.LogIn("wang", Role.Viewer);
        Assert.Contains("您没有查看此页的权限。", Render<Closed>(p => p.Add(c => c.User, Room.Authentication.User)).Markup, StringComparison.Ordinal);
        Assert.Contains("登录已结束", Render<Closed>(p => p.Add(c => c.User, new System.Security.Claims.ClaimsPrincipal())).Markup, StringComparison.Ordinal);

        await Room.Writer.SetPassword("wang", "hash", true, Room.Entry(), Cancellation);
        var owing = await Room.Begin((await Room.Accounts.Find("wang", Cancellation))!);
        Assert.Contains("/console/password", Render<Closed>(p => p.Add(c => c.User, owing)).Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console/password", "%2Fconsole")]
    [InlineData("console/second-factor?lang=en", "%2Fconsole")]
    [InlineData("console/releases", "%2Fconsole%2Freleases")]
    public void Closed_SessionEnded_LeadsBackButNotToAFormThatIsDone(string here, string back)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(here);

        var link = Render<Closed>(p => p.Add(c => c.User, new System.Security.Claims.ClaimsPrincipal())).Find("a").GetAttribute("href");

        Assert.EndsWith($"returnUrl={back}", link, StringComparison.Ordinal);
    }

    private static async Task Fill(IRenderedComponent<IComponent> page, params string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
            await page.FindAll("form.own input")[i].ChangeAsync(new() { Value = texts[i] });
    }
}
