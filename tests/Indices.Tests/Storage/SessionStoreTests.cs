using Indices.Accounts;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class SessionStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISessionReader Reader => _store.Get<ISessionReader>();

    private ISessionWriter Writer => _store.Get<ISessionWriter>();

    private IAccountWriter Accounts => _store.Get<IAccountWriter>();

    [Fact]
    public async Task Find_ASessionThatBegan_GivesItWithItsAccount()
    {
        var session = await Begin("a", "lin");

        Assert.Equal(session, await Reader.Find("a", Cancellation));
        Assert.Null(await Reader.Find("b", Cancellation));
    }

    [Fact]
    public async Task Seen_SinceAnInstant_IsNewestFirst()
    {
        await Begin("a", "lin", Sample.Noon);
        await Begin("b", "wang", Sample.Noon.AddHours(1));
        await Begin("c", "zhao", Sample.Noon.AddHours(2));
        await Writer.RecordSeen("a", Sample.Noon.AddHours(3), Cancellation);

        Assert.Equal("c a", string.Join(' ', (await Reader.Seen(Sample.Noon.AddHours(2), Cancellation)).Select(s => s.Id)));
    }

    [Fact]
    public async Task End_Twice_IsRefusedAndLoggedOnce()
    {
        await Begin("a", "lin");

        await Writer.EndSession("a", Sample.Noon, Sample.Audit("session.end"), Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.EndSession("a", Sample.Noon, Sample.Audit("session.end"), Cancellation));

        Assert.Null(await Reader.Find("a", Cancellation));
        Assert.Equal(1, (await _store.Get<IAuditReader>().Find(new AuditFilter(Action: "session.end"), 0, 1, Cancellation)).Total);
    }

    [Theory]
    [InlineData("password", false)]
    [InlineData("role", false)]
    [InlineData("disabled", false)]
    [InlineData("all ended", false)]
    [InlineData("hash", true)]
    [InlineData("login", true)]
    public async Task Find_AfterTheAccountChanged_IsNoneUnlessTheChangeIsHarmless(string change, bool goesOn)
    {
        await Begin("a", "lin");
        await Begin("b", "wang");

        await (change switch
        {
            "password" => Accounts.SetPassword("lin", "other", false, Sample.Audit(), Cancellation),
            "role" => Accounts.SetRole("lin", Role.Reviewer, false, Sample.Audit(), Cancellation),
            "disabled" => Accounts.SetRole("lin", Role.Operator, true, Sample.Audit(), Cancellation),
            "all ended" => Accounts.EndSessions("LIN", Sample.Audit(), Cancellation),
            "hash" => Accounts.Rehash("lin", "other", Sample.Audit(), Cancellation),
            _ => Accounts.RecordLogin("lin", 1, null, Sample.Audit(), Cancellation),
        });

        Assert.Equal(goesOn, await Reader.Find("a", Cancellation) is not null);
        Assert.NotNull(await Reader.Find("b", Cancellation));
    }

    public void Dispose() => _store.Dispose();

    private async Task<StaffSession> Begin(string id, string name, DateTimeOffset? at = null)
    {
        await Accounts.Create(name, "hash", Role.Operator, false, Sample.Audit(), Cancellation);
        var account = (await _store.Get<IAccountReader>().Find(name, Cancellation))!;
        var session = new StaffSession(id, account, at ?? Sample.Noon, at ?? Sample.Noon, "192.0.2.1", "a browser");
        await Writer.Begin(session, Cancellation);
        return session;
    }
}
