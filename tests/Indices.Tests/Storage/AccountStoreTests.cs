using Indices.Accounts;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class AccountStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IAccountReader Reader => _store.Get<IAccountReader>();

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
        Assert.Single(await Reader.Audit(10, Cancellation));
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
        Assert.Empty(await Reader.Audit(10, Cancellation));
    }

    [Fact]
    public async Task Audit_SeveralEntries_NewestFirst()
    {
        var anonymous = Sample.Audit("second") with { Address = null };
        await Writer.Record(Sample.Audit("first"), Cancellation);
        await Writer.Record(anonymous, Cancellation);

        Assert.Equal([anonymous, Sample.Audit("first")], await Reader.Audit(10, Cancellation));
        Assert.Equal([anonymous], await Reader.Audit(1, Cancellation));
    }

    public void Dispose() => _store.Dispose();

    private Task Create(string name, Role role) => Writer.Create(name, "hash", role, true, Sample.Audit("account.create"), Cancellation);
}
