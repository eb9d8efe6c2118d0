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
