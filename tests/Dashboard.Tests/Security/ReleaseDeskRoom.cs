using Dashboard.Security;
using Indices.Accounts;
using Indices.Observations;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>A staff room with a candidate that several people work on: qian prepares, sun reviews, zhou approves.</summary>
internal sealed class ReleaseDeskRoom : IDisposable
{
    internal static readonly DateTimeOffset Instant = StaffRoom.Start.AddDays(1);

    /// <summary>The instants of these tests are not those of the calendar.</summary>
    internal static readonly Dictionary<string, string> Reasons = new() { ["off-calendar"] = "提前" };

    private static readonly AcceptedWarning s_early = new("off-calendar", "提前\nearly", "提前");

    internal StaffRoom Room { get; } = new();

    internal ReleaseActions Actions => Room.Releases;

    internal IWorkflowWriter Workflow => Room.Store.Get<IWorkflowWriter>();

    internal ICandidateReader Candidates => Room.Store.Get<ICandidateReader>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The person acts from here on.</summary>
    internal async Task As(string name, Role role = Role.Reviewer) =>
        Room.Authentication.User = await Room.Begin(await Room.Accounts.Find(name, Cancellation) ?? await Room.Add(name, role));

    /// <summary>A calculation that qian ordered, offered as a version.</summary>
    internal async Task<ReleaseVersion> Propose(ReleaseKind kind = ReleaseKind.Initial, int number = 1, string by = "qian", Origin origin = Origin.Official)
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null, kind: kind, number: number, origin: origin);
        var candidate = SampleReleases.Candidate(content, Room.Clock.GetUtcNow()) with { ProposedBy = by, Reason = kind == ReleaseKind.Initial ? null : "数据更新\nnewer data" };
        var (id, _) = await Room.Store.Get<IReleaseWriter>().Propose(candidate, Cancellation);
        return await Room.Version(id);
    }

    /// <summary>That candidate, brought to a state by sun and zhou.</summary>
    internal async Task<ReleaseVersion> Candidate(ReleaseState state = ReleaseState.Candidate, bool isAtOnce = false, Origin origin = Origin.Official)
    {
        var version = await Propose(origin: origin);
        if (state is ReleaseState.Reviewed or ReleaseState.Approved)
            await Review(version, isAtOnce ? null : Instant);
        if (state == ReleaseState.Approved)
            await Workflow.Approve(version.Id, await Binding(version), isAtOnce, Series, "zhou", Room.Clock.GetUtcNow(), Cancellation);
        return await Room.Version(version.Id);
    }

    internal Task Review(ReleaseVersion version, DateTimeOffset? instant) =>
        Workflow.Review(version.Id, new(version.Fingerprint, instant, [s_early]), Series, "sun", Room.Clock.GetUtcNow(), Cancellation);

    internal async Task<string> Binding(ReleaseVersion version) => await Candidates.Steps(version.Id, Cancellation) is [.., var newest] ? newest.Binding ?? "" : "";

    internal static IReadOnlySet<string> Series => SampleDefinitions.All().SeriesCodes(SampleDefinitions.Composite().Code);

    /// <summary>Where a version stands, with its note.</summary>
    internal async Task<string> State(ReleaseVersion version) =>
        $"{await Room.Version(version.Id)} {(await Room.Store.Get<ICalendarReader>().Moves(DateTimeOffset.MaxValue, Cancellation)).Count} {string.Join('\n', (await Candidates.Steps(version.Id, Cancellation)).Select(s => s.ToString()))}";

    public void Dispose() => Room.Dispose();
}
