using Dashboard.Security;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>What must not lead to a publication, tried through the actions that the pages call.</summary>
public sealed class FourEyesTests : IDisposable
{
    private static readonly ReleaseNote Note = new(ReleaseKind.Initial, new("季末调整", "end of quarter"));
    private static readonly LocalText Words = new("口径", "scope");

    private static readonly Dictionary<string, Func<FourEyesTests, Task>> Mutants = new()
    {
        ["the preparer reviews"] = async test => await test.Review(await test.Begin(), "qian"),
        ["the preparer approves"] = async test => await test.Approve(await test.Begin(ReleaseState.Reviewed), "qian"),
        ["the preparer approves under capitals"] = async test => await test.Approve(await test.Begin(ReleaseState.Reviewed), "QIAN"),
        ["the reviewer approves"] = async test => await test.Approve(await test.Begin(ReleaseState.Reviewed), "sun"),
        ["the reviewer publishes at once"] = async test => await test.PublishNow(await test.Begin(ReleaseState.Reviewed, isAtOnce: true), "sun"),
        ["who wrote the note reviews"] = async test =>
        {
            var version = await test.Begin();
            await test.Describe(version, "wang", Note);
            await test.Review(version, "wang");
        },
        ["who wrote the note approves"] = async test =>
        {
            var version = await test.Begin();
            await test.Describe(version, "wang", Note);
            await test._room.Review(await test._room.Room.Version(version.Id), ReleaseDeskRoom.Instant);
            await test.Approve(version, "wang");
        },
        ["who let in the data last reviews"] = async test =>
        {
            await test._room.Room.TakeIn("indicator,area,period,value\nI-NPL,990100,2026-Q2,0.9\n");
            await test.Review(await test.Begin(), "wang");
        },
        ["who let in the data last approves"] = async test =>
        {
            await test._room.Room.TakeIn("indicator,area,period,value\nI-NPL,990100,2026-Q2,0.9\n");
            await test.Approve(await test.Begin(ReleaseState.Reviewed), "wang");
        },
        ["other content is reviewed"] = async test =>
        {
            var version = await test.Begin();
            await test.Review(version with { Fingerprint = new string('0', 64) }, "wang");
        },
        ["a newer calculation came after the review"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            var binding = await test._room.Binding(version);
            var newer = await test._room.Propose(number: 2);
            await test._room.As("zhou");
            await test._room.Actions.Approve(newer.Id, binding, Cancellation);
        },
        ["the note changed after the review"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            var binding = await test._room.Binding(version);
            await test.Describe(version, "qian", Note);
            await test._room.As("zhou");
            await test._room.Actions.Approve(version.Id, binding, Cancellation);
        },
        ["the note changed, and the review is of the older one"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            var binding = await test._room.Binding(version);
            await test.Describe(version, "qian", Note);
            await test._room.Review(await test._room.Room.Version(version.Id), ReleaseDeskRoom.Instant);
            await test._room.As("zhou");
            await test._room.Actions.Approve(version.Id, binding, Cancellation);
        },
        ["the instant changed after the review"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            var binding = await test._room.Binding(version);
            await test._room.Workflow.SendBack(version.Id, "改时间", "sun", test.Now, Cancellation);
            await test._room.Review(version, ReleaseDeskRoom.Instant.AddHours(1));
            await test._room.As("zhou");
            await test._room.Actions.Approve(version.Id, binding, Cancellation);
        },
        ["the instant is missing"] = async test =>
        {
            var version = await test.Begin();
            await test._room.As("wang");
            await test._room.Actions.Review(version.Id, version.Fingerprint, null, ReleaseDeskRoom.Reasons, Cancellation);
        },
        ["the instant lies in the past"] = async test =>
        {
            var version = await test.Begin();
            await test._room.As("wang");
            await test._room.Actions.Review(version.Id, version.Fingerprint, test.Now.AddSeconds(-1), ReleaseDeskRoom.Reasons, Cancellation);
        },
        ["the instant passed after the review"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            test._room.Room.Clock.SetUtcNow(ReleaseDeskRoom.Instant);
            await test.Approve(version, "zhou");
        },
        ["the approval is sent again"] = async test => await test.Approve(await test.Begin(ReleaseState.Approved), "zhou"),
        ["the approval is sent again after it was withdrawn and reviewed again"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Approved);
            var binding = await test._room.Binding(version);
            await test._room.Workflow.Withdraw(version.Id, "再核对", "sun", test.Now, Cancellation);
            await test._room.Review(version, ReleaseDeskRoom.Instant);
            await test._room.As("zhou");
            await test._room.Actions.Approve(version.Id, binding, Cancellation);
        },
        ["nobody reviewed"] = async test => await test.Approve(await test.Begin(), "zhou"),
        ["the role was taken away in an open circuit"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            var binding = await test._room.Binding(version);
            await test._room.As("zhou");
            await test._room.Room.Writer.SetRole("zhou", Role.Operator, false, test._room.Room.Entry(), Cancellation);
            await test._room.Actions.Approve(version.Id, binding, Cancellation);
        },
        ["published at once what was reviewed for an instant"] = async test => await test.PublishNow(await test.Begin(ReleaseState.Reviewed), "zhou"),
        ["approved like any other what is to be published at once"] = async test => await test.Approve(await test.Begin(ReleaseState.Reviewed, isAtOnce: true), "zhou"),
        ["published at once without the words"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed, isAtOnce: true);
            await test._room.As("zhou");
            await test._room.Actions.PublishNow(version.Id, await test._room.Binding(version), "", Cancellation);
        },
        ["published at once with the words of the reviewer"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed, isAtOnce: true);
            await test._room.As("zhou");
            await test._room.Actions.PublishNow(version.Id, await test._room.Binding(version), AtOnceWords.OfReviewer(version).Chinese, Cancellation);
        },
        ["withdrawn at its instant"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Approved);
            test._room.Room.Clock.SetUtcNow(ReleaseDeskRoom.Instant);
            await test._room.As("wang");
            await test._room.Actions.Withdraw(version.Id, "有误", Cancellation);
        },
        ["set aside after the approval"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Approved);
            await test._room.As("wang");
            await test._room.Actions.Reject(version.Id, "有误", Cancellation);
        },
        ["a note after the approval"] = async test => await test.Describe(await test.Begin(ReleaseState.Approved), "wang", Note),
        ["a warning passes without a reason"] = async test =>
        {
            var version = await test.Begin();
            await test._room.As("wang");
            await test._room.Actions.Review(version.Id, version.Fingerprint, ReleaseDeskRoom.Instant, new Dictionary<string, string> { ["off-calendar"] = " " }, Cancellation);
        },
        ["an error of the checklist is given a reason"] = async test =>
        {
            var version = await test.Begin(origin: Origin.Synthetic);
            await test._room.As("wang");
            await test._room.Actions.Review(
                version.Id, version.Fingerprint, ReleaseDeskRoom.Instant, new Dictionary<string, string>(ReleaseDeskRoom.Reasons) { ["synthetic"] = "没关系" }, Cancellation);
        },
        ["a warning came up after the review"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Reviewed);
            await test._room.Room.TakeIn("indicator,area,period,value\nI-NPL,990100,2026-Q2,0.9\nI-NPL,990100,2026-Q3,x\n");
            await test.Approve(version, "zhou");
        },
        ["nothing would record the publication then"] = async test =>
        {
            var version = await test.Begin();
            test._room.Room.Jobs.FiresAfter = null;
            await test.Review(version, "wang");
        },
        ["the publishing job looks too late"] = async test =>
        {
            var version = await test.Begin();
            test._room.Room.Jobs.FiresAfter = TimeSpan.FromMinutes(2);
            await test.Review(version, "wang");
        },
        ["a move to a weekend"] = async test =>
        {
            var version = await test.Begin();
            await test._room.As("wang");
            await test._room.Actions.MoveSlot(version.Index, version.Period, new DateTimeOffset(2026, 11, 28, 2, 0, 0, TimeSpan.Zero), Words, Cancellation);
        },
        ["a move without a reason in English"] = async test =>
        {
            var version = await test.Begin();
            await test._room.As("wang");
            await test._room.Actions.MoveSlot(version.Index, version.Period, ReleaseDeskRoom.Instant, new("迟到", null), Cancellation);
        },
        ["a move of what is approved"] = async test =>
        {
            var version = await test.Begin(ReleaseState.Approved);
            await test._room.As("wang");
            await test._room.Actions.MoveSlot(version.Index, version.Period, ReleaseDeskRoom.Instant.AddHours(1), Words, Cancellation);
        },
        ["a correction without a notice"] = async test => await test.Describe(await test.BeginRevision(), "wang", new(ReleaseKind.Correction, Words)),
        ["a correction whose notice speaks one language"] = async test =>
            await test.Describe(await test.BeginRevision(), "wang", new(ReleaseKind.Correction, Words, new(Words, Words, new("更高", null)))),
        ["a revision without a reason"] = async test => await test.Describe(await test.BeginRevision(), "wang", new(ReleaseKind.Revision, null)),
    };

    private readonly ReleaseDeskRoom _room = new();
    private (ReleaseVersion Version, string State)? _begun;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _room.Room.Clock.GetUtcNow();

    public static TheoryData<string> Wrong => new(Mutants.Keys);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Publication_OfAMutant_IsRefused(string mutant)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => Mutants[mutant](this));

        Assert.True(refusal is InvalidOperationException or NotAllowedException, refusal.ToString());
        var version = await _room.Room.Version(_begun!.Value.Version.Id);
        Assert.Equal(_begun.Value.Version.State == ReleaseState.Approved, version.State == ReleaseState.Approved || mutant.Contains("withdrawn and", StringComparison.Ordinal));
        if (version.State == ReleaseState.Approved)
            Assert.Equal(_begun.Value.State, await _room.State(version));
    }

    [Fact]
    public async Task Release_OfThreePeople_IsVisibleFromItsInstantOn()
    {
        var version = await _room.Propose();
        await Describe(version, "qian", Note);
        await Review(version, "sun");
        await Approve(version, "zhou");

        var reader = _room.Room.Store.Get<IReleaseReader>();
        Assert.Null(await reader.Find(version.Index, null, ReleaseDeskRoom.Instant.AddTicks(-1), Cancellation));
        Assert.Equal("季末调整\nend of quarter", (await reader.Find(version.Index, null, ReleaseDeskRoom.Instant, Cancellation))!.Version.Reason);
        Assert.Equal(["release.approve zhou", "release.review sun", "release.note qian"], (await _room.Room.Audit()).Select(e => $"{e.Action} {e.By}"));
    }

    [Fact]
    public async Task Correction_WithItsNotice_IsPublishedWithIt()
    {
        var notice = new CorrectionNotice(new("漏计一家", "one bank was left out"), new("2026-11-24", "24 November 2026"), new("101.10 改为 101.35", "101.10 becomes 101.35"));
        var version = await BeginRevision();
        await Describe(version, "wang", new(ReleaseKind.Correction, Words, notice));
        await Review(version, "sun");
        await Approve(version, "zhou");

        var published = (await _room.Room.Store.Get<IReleaseReader>().Find(version.Index, null, ReleaseDeskRoom.Instant, Cancellation))!.Version;
        Assert.Equal((ReleaseKind.Correction, "口径\nscope", notice), (published.Kind, published.Reason, published.Notice));
    }

    [Fact]
    public async Task Withdrawn_BeforeItsInstant_IsADraftAgainAndFreezesNothing()
    {
        var version = await Begin(ReleaseState.Approved);
        await _room.As("wang");
        await _room.Actions.Withdraw(version.Id, "再核对", Cancellation);

        Assert.Equal((ReleaseState.Candidate, null), ((await _room.Room.Version(version.Id)).State, (await _room.Room.Version(version.Id)).ReleaseAt));
        Assert.Null(await _room.Room.Store.Get<IReleaseReader>().Find(version.Index, null, ReleaseDeskRoom.Instant, Cancellation));
        await _room.Review(version, ReleaseDeskRoom.Instant.AddHours(1));
        await Approve(version, "zhou");
        Assert.Equal(ReleaseDeskRoom.Instant.AddHours(1), (await _room.Room.Version(version.Id)).ReleaseAt);
    }

    public void Dispose() => _room.Dispose();

    private async Task<ReleaseVersion> Begin(ReleaseState state = ReleaseState.Candidate, bool isAtOnce = false, Origin origin = Origin.Official)
    {
        var version = await _room.Candidate(state, isAtOnce, origin);
        _begun = (version, await _room.State(version));
        return version;
    }

    private async Task<ReleaseVersion> BeginRevision()
    {
        var published = await _room.Propose();
        await _room.Room.Store.Get<IReleaseWriter>().Approve(published.Id, published.Fingerprint, Now, "演示", Now, Cancellation);
        var version = await _room.Propose(ReleaseKind.Revision, 2);
        _begun = (version, await _room.State(version));
        return version;
    }

    private async Task Describe(ReleaseVersion version, string by, ReleaseNote note)
    {
        await _room.As(by);
        await _room.Actions.Describe(version.Id, note, Cancellation);
    }

    private async Task Review(ReleaseVersion version, string by)
    {
        await _room.As(by);
        await _room.Actions.Review(version.Id, version.Fingerprint, ReleaseDeskRoom.Instant, ReleaseDeskRoom.Reasons, Cancellation);
    }

    private async Task Approve(ReleaseVersion version, string by)
    {
        await _room.As(by);
        await _room.Actions.Approve(version.Id, await _room.Binding(version), Cancellation);
    }

    private async Task PublishNow(ReleaseVersion version, string by)
    {
        await _room.As(by);
        await _room.Actions.PublishNow(version.Id, await _room.Binding(version), AtOnceWords.OfApprover(version).English!, Cancellation);
    }
}
