using Dashboard.Security;
using Indices.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class LoginTests : IDisposable
{
    private readonly StaffRoom _room = new();
    private readonly Login _login;

    public LoginTests() => _login = new Login(_room.Accounts, _room.Writer, _room.LogWriter, _room.Passwords, _room.Clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_RightPassword_GivesTheAccountWhateverTheCaseOfItsName()
    {
        await _room.Add("wang", Role.Operator);

        Assert.Equal("wang", (await Try("WANG", StaffRoom.Password))?.Name);
        Assert.Equal([("wang", "login", "ok", "127.0.0.1")], (await _room.Audit()).Select(e => (e.By, e.Action, e.Result, e.Address)));
    }

    [Fact]
    public async Task Check_UnknownName_IsRefusedAndAudited()
    {
        Assert.Null(await Try("nobody", StaffRoom.Password));
        Assert.Equal([("-", "nobody", "unknown")], (await _room.Audit()).Select(e => (e.By, e.Subject, e.Result)));
    }

    [Fact]
    public async Task Check_AfterFiveWrongTries_RefusesTheRightPasswordForFifteenMinutes()
    {
        await _room.Add("wang", Role.Operator);
        for (var i = 0; i < 5; i++)
            Assert.Null(await Try("wang", "wrong"));

        Assert.Null(await Try("wang", StaffRoom.Password));
        _room.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Null(await Try("wang", StaffRoom.Password));
        _room.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await Try("wang", StaffRoom.Password));

        Assert.Equal(
            ["wrong", "wrong", "wrong", "wrong", "locked out", "locked", "locked", "ok"],
            (await _room.Audit()).Reverse().Select(e => e.Result));
    }

    [Fact]
    public async Task Check_AfterALockRanOut_AllowsFiveTriesAgain()
    {
        await _room.Add("wang", Role.Operator);
        for (var i = 0; i < 5; i++)
            await Try("wang", "wrong");
        _room.Clock.Advance(TimeSpan.FromMinutes(15));

        for (var i = 0; i < 4; i++)
            await Try("wang", "wrong");

        Assert.NotNull(await Try("wang", StaffRoom.Password));
    }

    [Fact]
    public async Task Check_RightPassword_ClearsTheCount()
    {
        await _room.Add("wang", Role.Operator);
        for (var i = 0; i < 4; i++)
            await Try("wang", "wrong");

        await Try("wang", StaffRoom.Password);

        var account = (await _room.Accounts.Find("wang", Cancellation))!;
        Assert.Equal((0, null), (account.FailedLogins, account.LockedUntil));
        for (var i = 0; i < 4; i++)
            await Try("wang", "wrong");
        Assert.NotNull(await Try("wang", StaffRoom.Password));
    }

    [Fact]
    public async Task Check_WrongTriesAtTheSameTime_AllCount()
    {
        await _room.Add("wang", Role.Operator);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Try("wang", "wrong"), Cancellation)));

        Assert.Null(await Try("wang", StaffRoom.Password));
    }

    [Fact]
    public async Task Check_OfADisabledAccount_IsRefused()
    {
        await _room.Add("wang", Role.Operator);
        await _room.Writer.SetRole("wang", Role.Operator, true, _room.Entry(), Cancellation);

        Assert.Null(await Try("wang", StaffRoom.Password));
        Assert.Equal("disabled", Assert.Single(await _room.Audit()).Result);
    }

    [Fact]
    public async Task Check_AfterFiveWrongTriesFromAnAddress_RefusesThatAddressAloneForFifteenMinutes()
    {
        await _room.Add("wang", Role.Operator);
        await _room.Add("li", Role.Operator);
        for (var i = 0; i < 3; i++)
            await Try("wang", "wrong", "192.0.2.1");
        for (var i = 0; i < 2; i++)
            await Try($"nobody {i}", "wrong", "192.0.2.1");

        Assert.Null(await Try("li", StaffRoom.Password, "192.0.2.1"));
        Assert.Equal("address locked", (await _room.Audit())[0].Result);
        Assert.NotNull(await Try("li", StaffRoom.Password, "192.0.2.2"));
        _room.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await Try("li", StaffRoom.Password, "192.0.2.1"));
    }

    [Fact]
    public async Task Check_WrongTriesFromThisMachine_LockNoAddress()
    {
        await _room.Add("li", Role.Operator);
        for (var i = 0; i < 10; i++)
            await Try($"nobody {i}", "wrong");

        Assert.NotNull(await Try("li", StaffRoom.Password));
    }

    [Fact]
    public async Task Check_OfAnOldHash_MakesANewOneAndKeepsTheSessions()
    {
        var account = await _room.Add("wang", Role.Operator);
        var old = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })).HashPassword("wang", StaffRoom.Password);
        await _room.Writer.Rehash("wang", old, _room.Entry(), Cancellation);

        Assert.NotNull(await Try("wang", StaffRoom.Password));

        var renewed = (await _room.Accounts.Find("wang", Cancellation))!;
        Assert.Equal((true, false, account.Stamp), (Passwords.IsStale(old), Passwords.IsStale(renewed.PasswordHash), renewed.Stamp));
        Assert.True(await _room.Passwords.Verify(renewed, StaffRoom.Password, Cancellation));
    }

    [Fact]
    public async Task Audit_OfTries_HoldsNoPassword()
    {
        await _room.Add("wang", Role.Operator);
        await Try("wang", "a wrong secret");
        await Try("nobody", "a wrong secret");

        Assert.DoesNotContain(await _room.Audit(), e => e.ToString().Contains("secret", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _login.Dispose();
        _room.Dispose();
    }

    private Task<Account?> Try(string name, string password, string address = "127.0.0.1") => _login.Check(name, password, address, Cancellation);
}
