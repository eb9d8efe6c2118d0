using System.Net;
using Indices.Accounts;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class LoginEndpointsTests
{
    [Fact]
    public async Task LogIn_WithTheRightPassword_OpensTheConsoleWithAGuardedCookie()
    {
        await using var site = await StaffSite.Open();

        var answer = await site.LogIn();

        Assert.Equal((HttpStatusCode.Redirect, "/console"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(await site.IsLoggedIn());
    }

    [Theory]
    [InlineData("wang", "wrong")]
    [InlineData("nobody", StaffRoom.Password)]
    public async Task LogIn_Refused_SaysTheSameForEveryReasonAndSetsNoSession(string name, string password)
    {
        await using var site = await StaffSite.Open();

        var answer = await site.LogIn(name, password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("用户名或口令不对，或账号已锁定。", WebUtility.HtmlDecode(await Text(answer)), StringComparison.Ordinal);
        Assert.False(await site.IsLoggedIn());
    }

    [Theory]
    [InlineData("/console/releases/7")]
    [InlineData("/console/releases?lang=en")]
    [InlineData("/console")]
    [InlineData("/console?lang=en")]
    public async Task LogIn_FromAConsolePage_ReturnsToIt(string address)
    {
        await using var site = await StaffSite.Open();
        Assert.Equal(address, (await site.LogIn(returnUrl: address)).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/console")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/console//evil.example")]
    [InlineData("/console/\\evil.example")]
    [InlineData("/consolex")]
    [InlineData("/console.evil.example")]
    [InlineData("/console@evil.example")]
    [InlineData("/console/\r\nSet-Cookie: a=b")]
    [InlineData("/console/\t/evil.example")]
    [InlineData(" /console")]
    [InlineData("~/console")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("\uFF0F\uFF0Fevil.example")]
    [InlineData("data:text/html,evil")]
    [InlineData("//good.example%2f@evil.example")]
    [InlineData("/logout")]
    [InlineData("")]
    public async Task LogIn_WithAnotherAddressToReturnTo_GoesToTheConsole(string address)
    {
        await using var site = await StaffSite.Open();

        var answer = await site.LogIn(returnUrl: address);

        Assert.Equal((HttpStatusCode.Redirect, "/console"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("a=", StringComparison.Ordinal)));
        var form = await Text(await site.Get($"/login?returnUrl={Uri.EscapeDataString(address)}"));
        Assert.DoesNotContain("evil", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogIn_WithoutAnAntiforgeryToken_IsABadRequestThatTriesNothing()
    {
        await using var site = await StaffSite.Open();

        var answer = await site.Post(DashboardUrls.Login, ("name", "wang"), ("password", StaffRoom.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await site.Room.Audit());
        Assert.False(await site.IsLoggedIn());
    }

    [Fact]
    public async Task LogOut_WithoutAnAntiforgeryToken_IsABadRequestAndTheSessionStays()
    {
        await using var site = await StaffSite.Open();
        await site.LogIn();

        Assert.Equal(HttpStatusCode.BadRequest, (await site.Post(DashboardUrls.Logout)).StatusCode);
        Assert.True(await site.IsLoggedIn());
    }

    [Fact]
    public async Task StaffPage_WithoutASession_LeadsToTheLoginAndBack()
    {
        await using var site = await StaffSite.Open();

        var answer = await site.Get(StaffSite.StaffPage);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/login?returnUrl={Uri.EscapeDataString(StaffSite.StaffPage)}", answer.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(16, false)]
    public async Task Session_LeftIdle_EndsAfterFifteenMinutes(int minutes, bool stays)
    {
        await using var site = await StaffSite.Open();
        await site.LogIn();

        site.Room.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(stays, await site.IsLoggedIn());
    }

    [Fact]
    public async Task Session_WhoseOpenPageTellsOfItsPerson_GoesOn()
    {
        await using var site = await StaffSite.Open();
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Get(DashboardUrls.Session)).StatusCode);
        await site.LogIn();

        for (var i = 0; i < 3; i++)
        {
            site.Room.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal(HttpStatusCode.NoContent, (await site.Get(DashboardUrls.Session)).StatusCode);
        }

        Assert.True(await site.IsLoggedIn());
    }

    [Fact]
    public async Task Session_InUse_EndsAfterEightHoursAllTheSame()
    {
        await using var site = await StaffSite.Open();
        await site.LogIn();

        for (var minute = 10; minute <= 8 * 60; minute += 10)
        {
            site.Room.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.True(await site.IsLoggedIn(), $"after {minute} minutes");
        }

        site.Room.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await site.IsLoggedIn());
    }

    [Fact]
    public async Task Session_OfAnAccountThatIsDisabled_EndsAtTheNextRequest()
    {
        await using var site = await StaffSite.Open();
        await site.LogIn();

        await site.Room.Writer.SetRole("wang", Role.Operator, true, site.Room.Entry(), TestContext.Current.CancellationToken);

        Assert.False(await site.IsLoggedIn());
    }

    [Fact]
    public async Task LogIn_OverHttps_SetsACookieThatNoOtherHostCanPlant()
    {
        await using var site = await StaffSite.Open();
        site.Visitor.Dispose();
        site.Visitor = site.NewVisitor("https");

        var answer = await site.LogIn();

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-session=", StringComparison.Ordinal));
        foreach (var part in new[] { "secure", "httponly", "samesite=strict", "path=/" })
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(await site.IsLoggedIn());
    }

    [Fact]
    public async Task LogIn_Twice_MakesAnotherSession()
    {
        await using var site = await StaffSite.Open();
        await site.LogIn();
        await site.LogIn();

        Assert.Equal(2, (await site.Room.Sessions.Open(TestContext.Current.CancellationToken)).Select(s => s.Id).Distinct().Count());
    }

    [Fact]
    public async Task LogIn_RefusedForAnyReason_AnswersWithTheSameLength()
    {
        await using var site = await StaffSite.Open();
        await site.Room.Add("gone", Role.Operator);
        await site.Room.Writer.SetRole("gone", Role.Operator, true, site.Room.Entry(), TestContext.Current.CancellationToken);
        await site.Room.Add("tried", Role.Operator);
        await site.Room.Writer.RecordLogin("tried", 5, site.Room.Clock.GetUtcNow().AddMinutes(15), site.Room.Entry(), TestContext.Current.CancellationToken);

        var answers = new List<(HttpStatusCode, int)>();
        foreach (var (name, password) in new[] { ("wang", "wrong"), ("nobody", "wrong"), ("gone", StaffRoom.Password), ("tried", StaffRoom.Password) })
        {
            var answer = await site.LogIn(name, password);
            answers.Add((answer.StatusCode, (await Text(answer)).Length));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task LogOut_EndsTheSessionOnTheServer()
    {
        await using var site = await StaffSite.Open();
        await site.LogIn();

        await site.LogOut();

        Assert.Empty(await site.Room.Sessions.Open(TestContext.Current.CancellationToken));
        Assert.False(await site.IsLoggedIn());
        Assert.Equal("logout", (await site.Room.Audit())[0].Action);
    }

    [Fact]
    public async Task LogIn_WithASecondFactor_AsksForTheCodeBeforeAnySession()
    {
        await using var site = await StaffSite.Open();
        var (secret, _) = await site.Room.Enrol("wang");

        var answer = await site.LogIn(returnUrl: "/console/lab");

        Assert.Equal("/login/code?returnUrl=%2Fconsole%2Flab", answer.Headers.Location?.ToString());
        Assert.False(await site.IsLoggedIn());
        Assert.Contains("验证码不对", WebUtility.HtmlDecode(await Text(await site.EnterCode("000000"))), StringComparison.Ordinal);
        Assert.False(await site.IsLoggedIn());
        Assert.Equal("/console", (await site.EnterCode(site.Room.Code(secret))).Headers.Location?.ToString());
        Assert.True(await site.IsLoggedIn());
    }

    [Fact]
    public async Task EnterCode_WithoutThePasswordBefore_LeadsToTheLogin()
    {
        await using var site = await StaffSite.Open();
        var (secret, _) = await site.Room.Enrol("wang");

        Assert.Equal("/login", (await site.Get(DashboardUrls.LoginCode)).Headers.Location?.ToString());
        await site.Get(DashboardUrls.Login);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Post(DashboardUrls.LoginCode, ("code", site.Room.Code(secret)))).StatusCode);
        Assert.False(await site.IsLoggedIn());
    }

    [Theory]
    [InlineData("late")]
    [InlineData("password")]
    [InlineData("disabled")]
    public async Task EnterCode_TooLateOrAfterTheAccountChanged_LeadsToTheLogin(string what)
    {
        await using var site = await StaffSite.Open();
        var (secret, _) = await site.Room.Enrol("wang");
        await site.LogIn();
        if (what == "late")
            site.Room.Clock.Advance(TimeSpan.FromMinutes(6));
        else if (what == "password")
            await site.Room.Writer.SetPassword("wang", "hash", false, site.Room.Entry(), TestContext.Current.CancellationToken);
        else
            await site.Room.Writer.SetRole("wang", Role.Operator, true, site.Room.Entry(), TestContext.Current.CancellationToken);

        Assert.Equal("/login", (await site.Get(DashboardUrls.LoginCode)).Headers.Location?.ToString());
        Assert.False(await site.IsLoggedIn());
    }

    [Fact]
    public async Task Session_OfWhoOwesASecondFactor_OpensNoPageUntilItIsSetUp()
    {
        await using var site = await StaffSite.Open(isSecondFactorRequired: true);
        await site.Room.Add("li", Role.Reviewer);

        Assert.Equal("/console/second-factor", (await site.LogIn("li", returnUrl: "/console/lab")).Headers.Location?.ToString());
        var refused = await site.Get(StaffSite.StaffPage);
        Assert.Equal((HttpStatusCode.Redirect, "/console/second-factor"), (refused.StatusCode, refused.Headers.Location?.ToString()));

        await site.Room.Enrol("li");
        Assert.True(await site.IsLoggedIn());
    }

    [Fact]
    public async Task Session_OfWhoMustChangeThePassword_OpensNoPage()
    {
        await using var site = await StaffSite.Open();
        await site.Room.Writer.SetPassword("wang", (await site.Room.Accounts.Find("wang", TestContext.Current.CancellationToken))!.PasswordHash, true, site.Room.Entry(), TestContext.Current.CancellationToken);

        Assert.Equal("/console/password", (await site.LogIn()).Headers.Location?.ToString());
        Assert.False(await site.IsLoggedIn());
    }

    [Fact]
    public async Task LogIn_ManyTimesInAMinute_IsTooMany()
    {
        await using var site = await StaffSite.Open();
        for (var i = 0; i < 20; i++)
            await site.Post(DashboardUrls.Login);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await site.LogIn()).StatusCode);
        Assert.Empty(await site.Room.Audit());
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
