using System.Security.Claims;
using Dashboard.Security;
using Indices.Accounts;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class SessionTests : IDisposable
{
    private readonly StaffRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_ForEightHours_IsTheAccountAsItIsNow()
    {
        await _room.LogIn("wang", Role.Reviewer);
        _room.Clock.Advance(TimeSpan.FromHours(8));

        Assert.Equal(Role.Reviewer, (await Current())?.Role);
    }

    [Fact]
    public async Task Session_AfterEightHours_HasEnded()
    {
        await _room.LogIn("wang", Role.Reviewer);
        _room.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        Assert.Null(await Current());
    }

    [Theory]
    [InlineData("password")]
    [InlineData("role")]
    [InlineData("disabled")]
    public async Task Session_OfAnAccountThatChanged_HasEnded(string what)
    {
        await _room.LogIn("wang", Role.Reviewer);

        await (what switch
        {
            "password" => _room.Writer.SetPassword("wang", "hash", false, _room.Entry(), Cancellation),
            "role" => _room.Writer.SetRole("wang", Role.Administrator, false, _room.Entry(), Cancellation),
            _ => _room.Writer.SetRole("wang", Role.Reviewer, true, _room.Entry(), Cancellation),
        });

        Assert.Null(await Current());
    }

    [Fact]
    public async Task Session_OfNobodyOrWithoutABeginning_IsNone()
    {
        var account = await _room.Add("wang", Role.Administrator);
        Assert.Null(await Current());

        // Claims with the right name, role and stamp, but no beginning.
        _room.Authentication.User = new ClaimsPrincipal(new ClaimsIdentity(
            Session.Of(account, _room.Clock.GetUtcNow()).Claims.Where(c => c.Type != "began"), Session.Scheme));
        Assert.Null(await Current());
    }

    public void Dispose() => _room.Dispose();

    private Task<Account?> Current() =>
        Session.Current(_room.Authentication.User, _room.Accounts, _room.Clock.GetUtcNow(), Cancellation);
}
