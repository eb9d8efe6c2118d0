using System.Security.Claims;
using Dashboard.PageModels;
using Dashboard.Security;
using Dashboard.Tests.Fakes;
using Indices.Accounts;
using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Sources;
using Indices.Time;
using Ingest;
using Ingest.Sources;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OtpNet;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>Accounts, a candidate and a list of jobs on a real database, with a clock that the test holds.</summary>
internal sealed class StaffRoom : IDisposable
{
    internal const string Password = "correct horse battery";
    internal const string OtherSession = "session of another";
    internal static readonly DateTimeOffset Start = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<string> Hash = new(() =>
    {
        using var passwords = new Passwords();
        return passwords.Hash("", Password, CancellationToken.None).GetAwaiter().GetResult();
    });

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("staff-data-");
    private readonly ServiceProvider _ingestion;

    internal StaffRoom(bool isSecondFactorRequired = false)
    {
        Options = new StaffOptions(Path.GetDirectoryName(Store.DatabaseFile)!, IsSecondFactorRequired: isSecondFactorRequired);
        var duties = new Duties(Options, Clock);
        Sessions = new StaffSessions(Store.Get<ISessionReader>(), Store.Get<ISessionWriter>(), duties, Clock);
        Factors = new SecondFactors(
            Store.Get<ISecondFactorReader>(), Store.Get<ISecondFactorWriter>(),
            DataProtectionProvider.Create(Options.Keys, keys => keys.SetApplicationName("dashboard")), new Site(), Clock);
        var gate = new StaffGate(Authentication, Sessions, duties, LogWriter, Clock);
        Staff = new StaffActions(
            gate, Writer, Log, LogWriter, new AuditHeads(Log, Options), Sessions, Store.Get<ISecondFactorWriter>(), Factors, Accounts, Passwords, Options,
            Jobs, Jobs, Clock);
        Releases = new ReleaseActions(gate, Store.Get<IWorkflowWriter>(), Store.Get<ICandidateReader>(), Definitions, Checks,
            new SlotCheck(Definitions, Jobs, Clock), Store.Get<ICalendarWriter>(), Clock);
        _ingestion = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Store.Get<IObservationReader>()).AddSingleton(Store.Get<IObservationWriter>())
            .AddSingleton(Store.Get<IIntakeReader>()).AddSingleton(Store.Get<IIntakeWriter>())
            .AddSingleton(Definitions).AddSingleton(Store.Get<ISourceReader>())
            .AddIngestion(new IngestOptions(_data.FullName, _data.FullName, SeedProfile.None))
            .BuildServiceProvider();
        IntakeStaff = new IntakeActions(gate, LogWriter, Desk, Jobs, Clock);
    }

    /// <summary>The small definitions that every test knows.</summary>
    internal IDefinitionReader Definitions { get; } = new FakeDefinitions(SampleDefinitions.All() with { Sources = SampleDefinitions.Sources });

    /// <summary>The real door for files, over the room's database.</summary>
    internal IIntake Desk => _ingestion.GetRequiredService<IIntake>();

    internal ISourceTemplates Templates => _ingestion.GetRequiredService<ISourceTemplates>();

    internal IIntakeReader Intake => Store.Get<IIntakeReader>();

    /// <summary>Has a file wait, as if somebody had uploaded it.</summary>
    internal Task<long> Upload(string text, string name = "up.csv") =>
        Desk.Receive(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), name, "wang", Cancellation);

    /// <summary>Takes in what can be taken of a file; the rest waits in the quarantine.</summary>
    internal async Task TakeIn(string text, string name = "up.csv")
    {
        var preview = (await Desk.Preview(await Upload(text, name), Cancellation))!;
        await Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "wang", Cancellation);
    }

    internal ReleaseChecks Checks => new(Store.Get<ICandidateReader>(), Definitions, Intake, Store.Get<ICalendarReader>(), new ReleaseCheckOptions(), Clock);

    internal StaffOptions Options { get; }

    internal StaffSessions Sessions { get; }

    internal SecondFactors Factors { get; }

    internal FakeTimeProvider Clock { get; } = new(Start);

    internal TemporaryStore Store { get; } = new();

    internal Passwords Passwords { get; } = new();

    internal RecordedJobs Jobs { get; } = new();

    internal GivenAuthentication Authentication { get; } = new();

    internal StaffActions Staff { get; }

    internal ReleaseActions Releases { get; }

    internal IntakeActions IntakeStaff { get; }

    internal IAccountReader Accounts => Store.Get<IAccountReader>();

    internal IAccountWriter Writer => Store.Get<IAccountWriter>();

    internal IAuditReader Log => Store.Get<IAuditReader>();

    internal IAuditWriter LogWriter => Store.Get<IAuditWriter>();

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
        Authentication.User = await Begin(account);
        return account;
    }

    /// <summary>A session of the account, from the address of the tests.</summary>
    internal Task<ClaimsPrincipal> Begin(Account account) => Sessions.Begin(account, "192.0.2.7", "a browser", Cancellation);

    /// <summary>A second factor for an account, whose next code counts half a minute later.</summary>
    internal async Task<(string Secret, IReadOnlyList<string> Recovery)> Enrol(string name)
    {
        var account = (await Accounts.Find(name, Cancellation))!;
        var member = new StaffMember(new StaffSession("s", account, Clock.GetUtcNow(), Clock.GetUtcNow(), null, ""));
        var secret = SecondFactors.NewSecret();
        var recovery = (await Factors.Enrol(member, secret, Code(secret), Cancellation))!;
        Clock.Advance(TimeSpan.FromSeconds(30));
        return (secret, recovery);
    }

    /// <summary>An operator with a second factor, logged in elsewhere under a name that the tests know.</summary>
    internal async Task AddWithSession(string name)
    {
        var account = await Add(name, Role.Operator);
        await Store.Get<ISecondFactorWriter>().Enrol(name, "secret", 1, [], Entry(), Cancellation);
        await Store.Get<ISessionWriter>().Begin(new StaffSession(OtherSession, account, Start, Start, null, ""), Cancellation);
    }

    /// <summary>What an authenticator shows now, or some steps away.</summary>
    internal string Code(string secret, int steps = 0) =>
        new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Clock.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    /// <summary>What the services of staff security stand on.</summary>
    internal void Furnish(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(Clock).AddSingleton(new Site())
        .AddSingleton(Accounts).AddSingleton(Writer).AddSingleton(Log).AddSingleton(LogWriter)
        .AddSingleton(Store.Get<ISessionReader>()).AddSingleton(Store.Get<ISessionWriter>())
        .AddSingleton(Store.Get<ISecondFactorReader>()).AddSingleton(Store.Get<ISecondFactorWriter>());

    internal async Task<ReleaseVersion> Propose()
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        var (id, _) = await Store.Get<IReleaseWriter>().Propose(SampleReleases.Candidate(content, Clock.GetUtcNow()), Cancellation);
        return (await Store.Get<ICandidateReader>().Content(id, Cancellation))!.Version;
    }

    internal async Task<ReleaseVersion> Version(long id) => (await Store.Get<ICandidateReader>().Content(id, Cancellation))!.Version;

    /// <summary>Newest first, without what the room itself did.</summary>
    internal async Task<IReadOnlyList<AuditEntry>> Audit() => [.. (await Log.Find(new AuditFilter(), 0, 100, Cancellation)).Lines.Where(e => e.By != "room")];

    internal AuditEntry Entry() => new(Clock.GetUtcNow(), "room", "test", "", "ok", null);

    public void Dispose()
    {
        _ingestion.Dispose();
        Passwords.Dispose();
        Factors.Dispose();
        Store.Dispose();
        _data.Delete(recursive: true);
    }
}

/// <summary>Says who is logged in.</summary>
internal sealed class GivenAuthentication : AuthenticationStateProvider
{
    internal ClaimsPrincipal User { get; set; } = new(new ClaimsIdentity());

    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(User));
}

/// <summary>Jobs that are only written down.</summary>
internal sealed class RecordedJobs : IJobControl, ISourceControl
{
    internal List<(string Work, string By)> Started { get; } = [];

    internal List<JobState> States { get; } = [];

    public Task<IReadOnlyList<JobState>> Jobs(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<JobState>>(States);

    public Task RunNow(string job, string startedBy, CancellationToken cancellation = default) => Note(job, startedBy);

    public Task Pause(string job, string reason, string by, CancellationToken cancellation = default) => Note($"pause {job} {reason}", by);

    public Task Release(string job, string by, CancellationToken cancellation = default) => Note($"release {job}", by);

    /// <summary>How long after an instant the publishing job fires; null: never.</summary>
    internal TimeSpan? FiresAfter { get; set; } = TimeSpan.FromSeconds(5);

    public Task<DateTimeOffset?> NextFire(string job, DateTimeOffset from, CancellationToken cancellation = default) => Task.FromResult(from + FiresAfter);

    public SchedulePreview Preview(string cron) => cron.Contains('x')
        ? new(cron, new("不是 cron", "not a cron"), [])
        : new(cron, null, [new DateTimeOffset(2026, 11, 24, 22, 30, 0, TimeSpan.Zero)]);

    public Task ChangeSchedule(string job, string? cron, string reason, string by, CancellationToken cancellation = default) =>
        Note($"schedule {job} {cron ?? "default"} {reason}", by);

    public Task Change(string source, string? text, string reason, string by, CancellationToken cancellation = default) =>
        Note($"source {source} {text ?? "default"} {reason}", by);

    public Task<long> Recalculate(RecalculationOrder order, string by, CancellationToken cancellation = default)
    {
        Started.Add(($"{order.Index} {string.Join(' ', order.Periods)}", by));
        return Task.FromResult((long)Started.Count);
    }

    public Task CancelRecalculation(long recalculation, string by, CancellationToken cancellation = default) => Note($"cancel {recalculation}", by);

    public Task ResumeRecalculation(long recalculation, string by, CancellationToken cancellation = default) => Note($"resume {recalculation}", by);

    private Task Note(string work, string by)
    {
        Started.Add((work, by));
        return Task.CompletedTask;
    }
}
