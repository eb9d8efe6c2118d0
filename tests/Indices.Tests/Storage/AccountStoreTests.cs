using Indices.Accounts;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class AccountStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IAccountReader Reader => _store.Get<IAccountReader>();

    private IAuditReader Log => _store.Get<IAuditReader>();

    private IAccountWriter Writer => _store.Get<IAccountWriter>();

    [Fact]
    public async Task Create_NewName_CanBeFoundInAnyCase()
    {
        await Create("Admin", Role.Administrator);

        var account = await Reader.Find("admin", Cancellation);

        Assert.NotNull(account);
        Assert.Equal(("Admin", "hash", Role.Administrator), (account.Name, account.PasswordHash, account.Role));
        Assert.Equal((false, 0, null, true), (account.IsDisabled, account.FailedLogins, account.LockedUntil, account.MustChangePassword));
        Assert.NotEmpty(account.Stamp);
        Assert.Null(await Reader.Find("nobody", Cancellation));
    }

    [Fact]
    public async Task Create_NameTaken_RefusesAndLogsNothing()
    {
        await Create("admin", Role.Administrator);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Create("ADMIN", Role.Operator));

        Assert.Single(await Reader.All(Cancellation));
        Assert.Equal(1, (await Log.Find(new AuditFilter(), 0, 10, Cancellation)).Total);
    }

    [Fact]
    public async Task SetPasswordAndSetRole_Existing_ChangeTheStamp()
    {
        await Create("lin", Role.Operator);
        var created = await Reader.Find("lin", Cancellation);

        await Writer.SetPassword("lin", "other", false, Sample.Audit(), Cancellation);
        var changed = await Reader.Find("lin", Cancellation);
        await Writer.SetRole("lin", Role.Reviewer, true, Sample.Audit(), Cancellation);
        var promoted = await Reader.Find("lin", Cancellation);

        Assert.Equal(created! with { PasswordHash = "other", MustChangePassword = false, Stamp = changed!.Stamp }, changed);
        Assert.Equal(changed with { Role = Role.Reviewer, IsDisabled = true, Stamp = promoted!.Stamp }, promoted);
        Assert.Equal(3, new[] { created.Stamp, changed.Stamp, promoted.Stamp }.Distinct().Count());
    }

    [Fact]
    public async Task PasswordHistory_AfterSeveralPasswords_IsNewestFirstAndKnowsNoRehash()
    {
        await Create("lin", Role.Operator);
        await Writer.SetPassword("lin", "second", false, Sample.Audit(), Cancellation);
        await Writer.SetPassword("LIN", "third", false, Sample.Audit(), Cancellation);
        await Writer.Rehash("lin", "third again", Sample.Audit(), Cancellation);

        Assert.Equal(["third", "second"], await Reader.PasswordHistory("Lin", 2, Cancellation));
        Assert.Equal("third again", (await Reader.Find("lin", Cancellation))!.PasswordHash);
    }

    [Fact]
    public async Task WrongLogins_OfAnAddress_CountThoseSinceAnInstantThatTriedAPassword()
    {
        var log = _store.Get<IAuditWriter>();
        foreach (var (result, minutes) in new[] { ("wrong", 0), ("wrong", 1), ("unknown", 2), ("locked out", 3), ("locked", 4), ("ok", 5) })
            await log.Record(new AuditEntry(Sample.Noon.AddMinutes(minutes), "lin", "login", "lin", result, "192.0.2.1"), Cancellation);
        await log.Record(new AuditEntry(Sample.Noon.AddMinutes(6), "lin", "login", "lin", "wrong", "192.0.2.2"), Cancellation);

        Assert.Equal(3, await Reader.WrongLogins("192.0.2.1", Sample.Noon, Cancellation));
    }

    [Fact]
    public async Task RecordLogin_FailuresThenSuccess_LocksAndClearsAndKeepsTheStamp()
    {
        await Create("lin", Role.Operator);
        var created = await Reader.Find("lin", Cancellation);

        await Writer.RecordLogin("lin", 5, Sample.Noon, Sample.Audit("login.failed"), Cancellation);
        Assert.Equal(created! with { FailedLogins = 5, LockedUntil = Sample.Noon }, await Reader.Find("lin", Cancellation));

        await Writer.RecordLogin("lin", 0, Sample.Noon, Sample.Audit("login"), Cancellation);
        Assert.Equal(created, await Reader.Find("lin", Cancellation));
    }

    [Fact]
    public async Task Changes_UnknownName_AreRefused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.SetPassword("no", "h", true, Sample.Audit(), Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.SetRole("no", Role.Operator, false, Sample.Audit(), Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.RecordLogin("no", 1, null, Sample.Audit(), Cancellation));
        Assert.Null(await Log.Head(Cancellation));
    }

    public void Dispose() => _store.Dispose();

    private Task Create(string name, Role role) => Writer.Create(name, "hash", role, true, Sample.Audit("account.create"), Cancellation);
}
