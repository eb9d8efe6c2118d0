using System.Security.Claims;
using Dashboard.Security;
using Indices.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class SessionTests : IDisposable
{
    private readonly StaffRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Session_InUse_LastsEightHoursAndNotLonger()
    {
        await _room.LogIn("wang", Role.Reviewer);
        for (var hours = TimeSpan.Zero; hours < TimeSpan.FromHours(8); hours += TimeSpan.FromMinutes(15))
        {
            _room.Clock.Advance(TimeSpan.FromMinutes(15));
            await _room.Sessions.RecordSeen((await Current())!, Cancellation);
        }

        Assert.Equal(Role.Reviewer, (await Current())?.Account.Role);
        _room.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Current());
    }

    [Fact]
    public async Task Session_LeftIdle_EndsAfterFifteenMinutes()
    {
        await _room.LogIn("wang", Role.Reviewer);

        _room.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await Current());
        _room.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Current());
    }

    [Theory]
    [InlineData("password")]
    [InlineData("role")]
    [InlineData("disabled")]
    [InlineData("factor")]
    [InlineData("ended")]
    [InlineData("all ended")]
    public async Task Session_OfAnAccountThatChangedOrThatWasEnded_HasEnded(string what)
    {
        await _room.LogIn("wang", Role.Reviewer);
        await _room.Enrol("wang");
        var (session, staff) = ((await Current())!, _room.Writer);

        await (what switch
        {
            "password" => staff.SetPassword("wang", "hash", false, _room.Entry(), Cancellation),
            "role" => staff.SetRole("wang", Role.Administrator, false, _room.Entry(), Cancellation),
            "disabled" => staff.SetRole("wang", Role.Reviewer, true, _room.Entry(), Cancellation),
            "factor" => _room.Store.Get<ISecondFactorWriter>().Remove("wang", _room.Entry(), Cancellation),
            "ended" => _room.Sessions.End(session.Id, _room.Entry(), Cancellation),
            _ => staff.EndSessions("wang", _room.Entry(), Cancellation),
        });

        Assert.Null(await Current());
        Assert.Empty(await _room.Sessions.Open(Cancellation));
    }

    [Fact]
    public async Task Session_OfAnotherLogin_IsAnother()
    {
        var account = await _room.LogIn("wang", Role.Operator);
        var first = (await Current())!;

        _room.Authentication.User = await _room.Begin(account);
        await _room.Sessions.End(first.Id, _room.Entry(), Cancellation);

        Assert.NotEqual(first.Id, (await Current())?.Id);
        Assert.NotNull(await Current());
    }

    [Fact]
    public async Task Session_OfNobodyOrUnderAGuessedName_IsNone()
    {
        await _room.Add("wang", Role.Administrator);
        Assert.Null(await Current());

        _room.Authentication.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, "wang"), new Claim(ClaimTypes.Role, "Administrator"), new Claim("session", "guessed")], StaffSessions.Scheme));
        Assert.Null(await Current());
    }

    [Fact]
    public async Task Circuit_OfASessionThatIsEnded_LosesItsPersonAtOnce()
    {
        await _room.LogIn("wang", Role.Operator);
        using var circuit = new SessionRevalidation(NullLoggerFactory.Instance, _room.Sessions);
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(_room.Authentication.User)));
        AuthenticationState? told = null;
        circuit.AuthenticationStateChanged += async state => told = await state;

        await _room.Sessions.End((await Current())!.Id, _room.Entry(), Cancellation);
        await circuit.Looking;

        Assert.False(told?.User.Identity?.IsAuthenticated);
    }

    [Fact]
    public async Task Circuit_OfAnotherPerson_KeepsItsOwn()
    {
        var other = await _room.Begin(await _room.Add("li", Role.Operator));
        await _room.LogIn("wang", Role.Operator);
        using var circuit = new SessionRevalidation(NullLoggerFactory.Instance, _room.Sessions);
        using var ended = new SessionRevalidation(NullLoggerFactory.Instance, _room.Sessions);
        circuit.SetAuthenticationState(Task.FromResult(new AuthenticationState(other)));
        ended.SetAuthenticationState(Task.FromResult(new AuthenticationState(_room.Authentication.User)));

        await _room.Sessions.End((await Current())!.Id, _room.Entry(), Cancellation);
        await Task.WhenAll(circuit.Looking, ended.Looking);

        Assert.Equal("li", (await circuit.GetAuthenticationStateAsync()).User.Identity?.Name);
        Assert.False((await ended.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated);
    }

    public void Dispose() => _room.Dispose();

    private Task<StaffSession?> Current() => _room.Sessions.Current(_room.Authentication.User, Cancellation);
}
