using System.Security.Claims;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Time.Testing;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>Accounts, a candidate and a list of jobs on a real database, with a clock that the test holds.</summary>
internal sealed class StaffRoom : IDisposable
{
    internal const string Password = "correct horse battery";
    private static readonly Lazy<string> Hash = new(() =>
    {
        using var passwords = new Passwords();
        return passwords.Hash("", Password, CancellationToken.None).GetAwaiter().GetResult();
    });

    internal StaffRoom() => Staff = new StaffActions(
        Authentication, Accounts, Writer, Passwords, Jobs, Store.Get<IReleaseWriter>(), Store.Get<ICandidateReader>(), Clock);

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));

    internal TemporaryStore Store { get; } = new();

    internal Passwords Passwords { get; } = new();

    internal RecordedJobs Jobs { get; } = new();

    internal GivenAuthentication Authentication { get; } = new();

    internal StaffActions Staff { get; }

    internal IAccountReader Accounts => Store.Get<IAccountReader>();

    internal IAccountWriter Writer => Store.Get<IAccountWriter>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An account with the one password of the tests.</summary>
    internal async Task<Account> Add(string name, Role role)
    {
        await Writer.Create(name, Hash.Value, role, false, Entry(), Cancellation);
        return (await Accounts.Find(name, Cancellation))!;
    }

    /// <summary>An account that is logged in.</summary>
    internal async Task<Account> LogIn(string name, Role role)
    {
        var account = await Add(name, role);
        Authentication.User = Session.Of(account, Clock.GetUtcNow());
        return account;
    }

    internal async Task<ReleaseVersion> Propose()
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        var (id, _) = await Store.Get<IReleaseWriter>().Propose(SampleReleases.Candidate(content, Clock.GetUtcNow()), Cancellation);
        return (await Store.Get<ICandidateReader>().Content(id, Cancellation))!.Version;
    }

    internal async Task<ReleaseVersion> Version(long id) => (await Store.Get<ICandidateReader>().Content(id, Cancellation))!.Version;

    /// <summary>Newest first, without what the room itself did.</summary>
    internal async Task<IReadOnlyList<AuditEntry>> Audit() => [.. (await Accounts.Audit(100, Cancellation)).Where(e => e.By != "room")];

    internal AuditEntry Entry() => new(Clock.GetUtcNow(), "room", "test", "", "ok", null);

    public void Dispose()
    {
        Passwords.Dispose();
        Store.Dispose();
    }
}

/// <summary>Says who is logged in.</summary>
internal sealed class GivenAuthentication : AuthenticationStateProvider
{
    internal ClaimsPrincipal User { get; set; } = new(new ClaimsIdentity());

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(User));
}

/// <summary>Jobs that are only written down.</summary>
internal sealed class RecordedJobs : IJobControl
{
    internal List<(string Job, string By, string? Period)> Started { get; } = [];

    internal List<JobState> States { get; } = [];

    public Task<IReadOnlyList<JobState>> Jobs(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<JobState>>(States);

    public Task RunNow(string job, string startedBy, string? period = null, CancellationToken cancellation = default)
    {
        Started.Add((job, startedBy, period));
        return Task.CompletedTask;
    }
}
