using Indices.Accounts;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class SecondFactorStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISecondFactorReader Reader => _store.Get<ISecondFactorReader>();

    private ISecondFactorWriter Writer => _store.Get<ISecondFactorWriter>();

    [Fact]
    public async Task Enrol_Once_IsFoundWithTheAccount()
    {
        Assert.False((await Account()).HasSecondFactor);

        await Writer.Enrol("lin", "secret", 100, ["h1", "h2"], Sample.Audit(), Cancellation);

        Assert.Equal(new SecondFactor("secret", 100, 0, null, 2), await Reader.Find("LIN", Cancellation));
        Assert.True((await Account()).HasSecondFactor);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.Enrol("lin", "another", 100, [], Sample.Audit(), Cancellation));
        Assert.Null(await Reader.Find("nobody", Cancellation));
    }

    [Fact]
    public async Task TakeStep_OfACodeThatWasTakenOrOlder_IsRefusedAsAReplay()
    {
        await Enrolled();

        Assert.True(await Writer.TakeStep("lin", 101, Sample.Audit("login.code"), Cancellation));
        Assert.False(await Writer.TakeStep("lin", 101, Sample.Audit("login.code"), Cancellation));
        Assert.False(await Writer.TakeStep("lin", 100, Sample.Audit("login.code"), Cancellation));

        var lines = (await _store.Get<IAuditReader>().Find(new AuditFilter(Action: "login.code"), 0, 10, Cancellation)).Lines;
        Assert.Equal(["replayed", "replayed", "ok"], lines.Select(l => l.Result));
    }

    [Fact]
    public async Task TakeRecoveryCode_Twice_CountsOnceAndClearsTheFailures()
    {
        await Enrolled();
        await Writer.RecordWrongCode("lin", 5, Sample.Noon, Sample.Audit(), Cancellation);

        Assert.True(await Writer.TakeRecoveryCode("lin", "h1", Sample.Audit(), Cancellation));
        Assert.False(await Writer.TakeRecoveryCode("lin", "h1", Sample.Audit(), Cancellation));

        Assert.Equal(new SecondFactor("secret", 100, 0, null, 1), await Reader.Find("lin", Cancellation));
    }

    [Fact]
    public async Task Remove_OfASecondFactor_TakesItsCodesAndRenewsTheStamp()
    {
        await Enrolled();
        var before = await Account();

        await Writer.Remove("lin", Sample.Audit(), Cancellation);

        var after = await Account();
        Assert.Equal((false, true), (after.HasSecondFactor, after.Stamp != before.Stamp));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.Remove("lin", Sample.Audit(), Cancellation));
        await Writer.Enrol("lin", "another", 1, [], Sample.Audit(), Cancellation);
        Assert.Equal(0, (await Reader.Find("lin", Cancellation))!.RecoveryCodes);
    }

    public void Dispose() => _store.Dispose();

    private async Task Enrolled()
    {
        await Account();
        await Writer.Enrol("lin", "secret", 100, ["h1", "h2"], Sample.Audit(), Cancellation);
    }

    private async Task<Account> Account()
    {
        var reader = _store.Get<IAccountReader>();
        if (await reader.Find("lin", Cancellation) is { } known)
            return known;
        await _store.Get<IAccountWriter>().Create("lin", "hash", Role.Reviewer, false, Sample.Audit(), Cancellation);
        return (await reader.Find("lin", Cancellation))!;
    }
}
