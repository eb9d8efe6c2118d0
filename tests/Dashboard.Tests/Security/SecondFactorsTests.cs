using Dashboard.Security;
using Indices.Accounts;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class SecondFactorsTests : IDisposable
{
    private readonly StaffRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Check_CodeOfANearStep_CountsOneStepEitherWay(int steps, bool counts)
    {
        var (account, secret, _) = await Enrolled();
        _room.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(counts, await Check(account, _room.Code(secret, steps)));
        Assert.Equal(counts ? "ok" : "wrong", (await _room.Audit())[0].Result);
    }

    [Fact]
    public async Task Check_CodeThatCountedOrAnEarlierOne_IsRefused()
    {
        var (account, secret, _) = await Enrolled();
        var (before, now) = (_room.Code(secret, -1), _room.Code(secret));

        Assert.True(await Check(account, now));
        Assert.False(await Check(account, now));
        Assert.False(await Check(account, before));
        _room.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await Check(account, _room.Code(secret)));
    }

    [Fact]
    public async Task Check_TheCodeThatEnrolled_IsRefused()
    {
        var (account, secret, _) = await Enrolled();

        Assert.False(await Check(account, _room.Code(secret, -1)));
    }

    [Fact]
    public async Task Check_OneCodeManyTimesAtOnce_CountsOnce()
    {
        var (account, secret, _) = await Enrolled();
        var code = _room.Code(secret);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Check(account, code), Cancellation)));

        Assert.Single(answers, a => a);
    }

    [Fact]
    public async Task Check_AfterFiveWrongCodes_RefusesTheRightOneForTenMinutes()
    {
        var (account, secret, recovery) = await Enrolled();
        for (var i = 0; i < 5; i++)
            Assert.False(await Check(account, "000000"));

        Assert.False(await Check(account, _room.Code(secret)));
        Assert.False(await Check(account, recovery[0]));
        _room.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.False(await Check(account, _room.Code(secret)));
        _room.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Check(account, _room.Code(secret)));
    }

    [Fact]
    public async Task Check_RecoveryCode_CountsOnceHoweverItIsWritten()
    {
        var (account, _, recovery) = await Enrolled();
        Assert.Equal(10, recovery.Distinct().Count());

        Assert.True(await Check(account, recovery[3].ToLowerInvariant().Replace('-', ' ')));
        Assert.False(await Check(account, recovery[3]));
        Assert.Equal(9, (await _room.Factors.Of("wang", Cancellation))!.RecoveryCodes);
    }

    [Fact]
    public async Task Enrol_WithAWrongCode_KeepsNothing()
    {
        var account = await _room.Add("wang", Role.Reviewer);
        var member = new StaffMember(new StaffSession("s", account, StaffRoom.Start, StaffRoom.Start, null, ""));

        Assert.Null(await _room.Factors.Enrol(member, SecondFactors.NewSecret(), "000000", Cancellation));
        Assert.Null(await _room.Factors.Of("wang", Cancellation));
    }

    [Fact]
    public async Task Store_OfASecondFactor_HoldsNeitherTheSecretNorARecoveryCode()
    {
        var (_, secret, recovery) = await Enrolled();
        var kept = (await _room.Factors.Of("wang", Cancellation))!;
        var file = "";
        foreach (var part in new[] { _room.Store.DatabaseFile, _room.Store.DatabaseFile + "-wal" }.Where(File.Exists))
            file += System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(part, Cancellation));

        Assert.DoesNotContain(secret, kept.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, file, StringComparison.Ordinal);
        Assert.DoesNotContain(recovery[0], file, StringComparison.Ordinal);
    }

    [Fact]
    public void Uri_OfASecret_NamesTheSiteAndThePerson()
    {
        var uri = _room.Factors.Uri("wang", "JBSWY3DPEHPK3PXP");

        Assert.StartsWith("otpauth://totp/", uri, StringComparison.Ordinal);
        Assert.Contains("secret=JBSWY3DPEHPK3PXP", uri, StringComparison.Ordinal);
        Assert.Contains("wang", uri, StringComparison.Ordinal);
    }

    public void Dispose() => _room.Dispose();

    private async Task<(Account Account, string Secret, IReadOnlyList<string> Recovery)> Enrolled()
    {
        var account = await _room.Add("wang", Role.Reviewer);
        var (secret, recovery) = await _room.Enrol("wang");
        return (account, secret, recovery);
    }

    private Task<bool> Check(Account account, string code) => _room.Factors.Check(account, code, null, Cancellation);
}
