using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class ReleaseStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReleaseWriter Writer => _store.Get<IReleaseWriter>();

    private IWorkflowWriter Workflow => _store.Get<IWorkflowWriter>();

    private ICandidateReader Candidates => _store.Get<ICandidateReader>();

    [Fact]
    public async Task Propose_Candidate_ComesBackAsOffered()
    {
        var candidate = Sample.Candidate() with { Kind = ReleaseKind.Correction, Reason = "更正 corrected" };

        var (id, isNew) = await Writer.Propose(candidate, Cancellation);

        Assert.True(isNew);
        var content = await Candidates.Content(id, Cancellation);
        Assert.NotNull(content);
        Assert.Equal(
            new ReleaseVersion(id, candidate.Index, candidate.Period, 1, ReleaseKind.Correction, "更正 corrected", "1.0.0",
                candidate.DataVintage, candidate.Origin, "f1", content.Version.CalculationId, Sample.Noon, ReleaseState.Candidate, null, null, null) { ProposedBy = "scheduler" },
            content.Version);
        Assert.Equal(candidate.Values, content.Values.AsEnumerable());
        Assert.Equal(candidate.Contributions, content.Contributions.AsEnumerable());
        Assert.Equal(candidate.Scores, content.Scores.AsEnumerable());
        Assert.Equal(candidate.Levels, content.Levels.AsEnumerable());
        Assert.Equal(candidate.Notes, content.Notes.AsEnumerable());
        Assert.Equal(candidate.Receipt, await Candidates.Receipt(id, Cancellation));
        Assert.Null(await Candidates.Receipt(id + 1, Cancellation));
        Assert.Null(await Candidates.Content(id + 1, Cancellation));
    }

    [Fact]
    public async Task Propose_Review_ComesBackAsOffered()
    {
        var candidate = Sample.Candidate();
        var (id, _) = await Writer.Propose(candidate, Cancellation);

        var review = await Candidates.Review(id, Cancellation);

        Assert.Equal(candidate.Review.ComparedWith, review.ComparedWith);
        Assert.Equal(candidate.Review.Changes, review.Changes.AsEnumerable());
        Assert.Equal(candidate.Review.Queries, review.Queries.AsEnumerable());
        var none = await Candidates.Review(id + 1, Cancellation);
        Assert.True(none is { ComparedWith: null, Changes.Length: 0, Queries.Length: 0 });
    }

    [Fact]
    public async Task Propose_Uncertainty_ComesBackBitByBit()
    {
        var candidate = Sample.Candidate();
        var offered = candidate.Uncertainty!;
        var (id, _) = await Writer.Propose(candidate, Cancellation);

        var found = (await Candidates.Content(id, Cancellation))!.Uncertainty!;

        Assert.Equal(offered with { Sensitivity = [] }, found with { Sensitivity = [] });
        Assert.Equal(offered.Sensitivity.Select(t => (t.Output, t.Variance)), found.Sensitivity.Select(t => (t.Output, t.Variance)));
        Assert.Equal(offered.Sensitivity.SelectMany(t => t.Rows), found.Sensitivity.SelectMany(t => t.Rows));
    }

    [Fact]
    public async Task Propose_UncertaintyOfAFirstPeriod_ComesBackWithoutAChange()
    {
        var alone = new UncertaintySpread(new(100, 0, 100, 100, 100), null, null);
        var candidate = Sample.Candidate() with
        {
            Uncertainty = SampleUncertainty.Of(Sample.Quarter, "1.0.0") with { Previous = null, All = alone, Published = alone, Matched = null, Sensitivity = [] },
        };
        var (id, _) = await Writer.Propose(candidate, Cancellation);

        var found = (await Candidates.Content(id, Cancellation))!.Uncertainty!;

        Assert.Empty(found.Sensitivity);
        Assert.Equal(candidate.Uncertainty, found with { Sensitivity = [] });
    }

    [Fact]
    public async Task Propose_WithoutUncertainty_ComesBackWithoutIt()
    {
        var (id, _) = await Writer.Propose(Sample.Candidate() with { Uncertainty = null }, Cancellation);
        Assert.Null((await Candidates.Content(id, Cancellation))!.Uncertainty);
    }

    [Fact]
    public async Task Propose_SameContentAgain_IsTheSameVersion()
    {
        var first = await Writer.Propose(Sample.Candidate(), Cancellation);

        Assert.Equal((first.Id, false), await Writer.Propose(Sample.Candidate() with { ProposedAt = Sample.Noon.AddDays(1) }, Cancellation));
        await Workflow.Reject(first.Id, "太早", "reviewer", Sample.Noon, Cancellation);
        Assert.Equal((first.Id, false), await Writer.Propose(Sample.Candidate(), Cancellation));
        Assert.Single(await Candidates.Recent(10, Cancellation));
    }

    [Fact]
    public async Task Propose_OtherContentPeriodOrIndex_NumbersEachPeriodOfEachIndex()
    {
        await Writer.Propose(Sample.Candidate(fingerprint: "f1"), Cancellation);
        await Writer.Propose(Sample.Candidate(fingerprint: "f2"), Cancellation);
        await Writer.Propose(Sample.Candidate(period: Sample.Quarter.Plus(1)), Cancellation);
        await Writer.Propose(Sample.Candidate(index: "Y-IDX"), Cancellation);

        Assert.Equal(
            [("Y-IDX", Sample.Quarter, 1), ("X-IDX", Sample.Quarter.Plus(1), 1), ("X-IDX", Sample.Quarter, 2), ("X-IDX", Sample.Quarter, 1)],
            (await Candidates.Recent(10, Cancellation)).Select(v => (v.Index, v.Period, v.Number)));
        Assert.Equal("f2", (await Candidates.NewestVersion("X-IDX", Sample.Quarter, Cancellation))!.Version.Fingerprint);
        Assert.Null(await Candidates.NewestVersion("X-IDX", Sample.Quarter.Plus(5), Cancellation));
    }

    [Fact]
    public async Task Propose_BackToAnEarlierContent_IsANewVersion()
    {
        await ProposeAndApprove(Sample.Candidate(fingerprint: "right"));
        await ProposeAndApprove(Sample.Candidate(fingerprint: "wrong"));

        var (id, isNew) = await Writer.Propose(Sample.Candidate(fingerprint: "right"), Cancellation);

        Assert.True(isNew);
        Assert.Equal(3, (await Candidates.Content(id, Cancellation))!.Version.Number);
    }

    [Fact]
    public async Task Approve_OpenCandidate_RecordsTheDecision()
    {
        var (id, _) = await Writer.Propose(Sample.Candidate(), Cancellation);
        Assert.False(await Candidates.HasApproved("X-IDX", Sample.Quarter, Cancellation));

        await Writer.Approve(id, "f1", Sample.Noon.AddDays(2), "reviewer", Sample.Noon.AddHours(1), Cancellation);

        var version = (await Candidates.Content(id, Cancellation))!.Version;
        Assert.Equal(
            (ReleaseState.Approved, Sample.Noon.AddDays(2), "reviewer", Sample.Noon.AddHours(1)),
            (version.State, version.ReleaseAt, version.DecidedBy, version.DecidedAt));
        Assert.True(await Candidates.HasApproved("X-IDX", Sample.Quarter, Cancellation));
        Assert.False(await Candidates.HasApproved("X-IDX", Sample.Quarter.Plus(1), Cancellation));
    }

    [Fact]
    public async Task Approve_OtherFingerprint_IsRefusedAndStaysOpen()
    {
        var (id, _) = await Writer.Propose(Sample.Candidate(), Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Approve(id, "f2"));

        Assert.Equal(ReleaseState.Candidate, (await Candidates.Content(id, Cancellation))!.Version.State);
        Assert.Empty((await Candidates.Frozen("X-IDX", Cancellation)).Values);
    }

    [Fact]
    public async Task Decide_AlreadyDecidedOrUnknown_IsRefused()
    {
        var approved = await ProposeAndApprove(Sample.Candidate(fingerprint: "f1"));
        var (rejected, _) = await Writer.Propose(Sample.Candidate(fingerprint: "f2"), Cancellation);
        await Workflow.Reject(rejected, "数值有误", "reviewer", Sample.Noon, Cancellation);

        Assert.Equal(ReleaseState.Rejected, (await Candidates.Content(rejected, Cancellation))!.Version.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Approve(approved, "f1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Approve(rejected, "f2"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Approve(99, "f1"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Workflow.Reject(approved, "再想想", "reviewer", Sample.Noon, Cancellation));
    }

    [Fact]
    public async Task Approve_ParameterFrozenBefore_KeepsTheFirstValue()
    {
        await ProposeAndApprove(Sample.Candidate(factor: 1.25));
        await ProposeAndApprove(Sample.Candidate(period: Sample.Quarter.Plus(1), factor: 9.75));
        await Writer.Propose(Sample.Candidate(index: "Y-IDX", factor: 3), Cancellation);

        Assert.Equal(1.25, (await Candidates.Frozen("X-IDX", Cancellation)).Find(FrozenParameters.BaseFactor("1.0.0")));
        Assert.Empty((await Candidates.Frozen("Y-IDX", Cancellation)).Values);
    }

    [Fact]
    public async Task ApprovedBefore_SeveralPeriods_GivesTheNewestApprovedVersion()
    {
        await ProposeAndApprove(Sample.Candidate(period: Sample.Quarter.Plus(-2), fingerprint: "a"));
        await ProposeAndApprove(Sample.Candidate(period: Sample.Quarter.Plus(-1), fingerprint: "b"));
        await ProposeAndApprove(Sample.Candidate(period: Sample.Quarter.Plus(-1), fingerprint: "c"));
        await Writer.Propose(Sample.Candidate(period: Sample.Quarter.Plus(-1), fingerprint: "d"), Cancellation);
        await ProposeAndApprove(Sample.Candidate(period: Sample.Quarter, fingerprint: "e"));

        Assert.Equal("c", (await Candidates.ApprovedBefore("X-IDX", Sample.Quarter, Cancellation))!.Version.Fingerprint);
        Assert.Null(await Candidates.ApprovedBefore("X-IDX", Sample.Quarter.Plus(-2), Cancellation));
    }

    [Fact]
    public async Task RecordPublications_CalledAgain_ReturnsWhatIsNew()
    {
        var early = await ProposeAndApprove(Sample.Candidate(fingerprint: "a"), Sample.Noon);
        var late = await ProposeAndApprove(Sample.Candidate(fingerprint: "b"), Sample.Noon.AddHours(1));
        await Writer.Propose(Sample.Candidate(fingerprint: "c"), Cancellation);

        Assert.Empty(await Writer.RecordPublications(Sample.Noon.AddTicks(-1), Cancellation));
        Assert.Equal([early], (await Writer.RecordPublications(Sample.Noon, Cancellation)).Select(v => v.Id));
        Assert.Empty(await Writer.RecordPublications(Sample.Noon.AddMinutes(1), Cancellation));
        Assert.Equal([late], (await Writer.RecordPublications(Sample.Noon.AddHours(2), Cancellation)).Select(v => v.Id));
    }

    public void Dispose() => _store.Dispose();

    private Task Approve(long id, string fingerprint, DateTimeOffset? releaseAt = null) =>
        Writer.Approve(id, fingerprint, releaseAt ?? Sample.Noon, "reviewer", Sample.Noon, Cancellation);

    private async Task<long> ProposeAndApprove(NewCandidate candidate, DateTimeOffset? releaseAt = null)
    {
        var (id, _) = await Writer.Propose(candidate, Cancellation);
        await Approve(id, candidate.Fingerprint, releaseAt);
        return id;
    }
}
