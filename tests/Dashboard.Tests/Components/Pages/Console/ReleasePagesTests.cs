using Bunit;
using Dashboard.PageModels;
using Indices.Accounts;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;
using ReleasePage = Dashboard.Components.Pages.Console.Release;
using ReleasesPage = Dashboard.Components.Pages.Console.Releases;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class ReleasePagesTests : ConsoleRoom
{
    [Fact]
    public async Task Releases_WithAnApprovedAndAnOpenOne_ShowTheOpenOneFirst()
    {
        await Room.Propose();
        var later = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 2), null);
        await Approve(later);

        var page = Open<ReleasesPage>();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        var rows = page.FindAll("tbody tr");
        Assert.Contains("待审核", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("已发布", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年第三季度", rows[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Releases_InEnglish_SpeakEnglishAndLinkInEnglish()
    {
        var candidate = await Room.Propose();

        var page = Open<ReleasesPage>(Language.English);

        Says(page, "awaiting review");
        Assert.Equal($"/console/releases/{candidate.Id}?lang=en", page.Find("tbody a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Operator, false)]
    [InlineData(Role.Reviewer, true)]
    [InlineData(Role.Administrator, true)]
    public async Task Release_OfACandidate_OffersTheDecisionToReviewersAlone(Role role, bool offered)
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", role);

        var page = Open<ReleasePage>(id: candidate.Id);

        Says(page, offered ? "不能撤销" : "审核和批准需要审核角色");
        Assert.Equal(offered, HasButton(page, "批准并立即发布"));
        Assert.Equal(offered, HasButton(page, "退回"));
    }

    [Fact]
    public async Task Release_ThatIsDecided_OffersNoDecision()
    {
        await Room.LogIn("wang", Role.Administrator);
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        var id = await Approve(content);

        var page = Open<ReleasePage>(id: id);

        Says(page, "已发布");
        Assert.False(HasButton(page, "批准并立即发布"));
    }

    [Fact]
    public async Task Release_OfARevision_ShowsWhatChangesAgainstWhatIsPublished()
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        await Approve(content);
        var last = content.Values.Last(v => v.Node == content.Version.Index);
        var revised = content with
        {
            Version = content.Version with { Kind = ReleaseKind.Revision, Reason = "数据更新\nnewer data", Fingerprint = new string('f', 64) },
            Values = content.Values.Replace(last, last with { Text = "123.45" }),
        };
        var (id, _) = await Room.Store.Get<IReleaseWriter>().Propose(SampleReleases.Candidate(revised, Room.Clock.GetUtcNow()), Cancellation);

        var page = Open<ReleasePage>(Language.English, id);

        Says(page, "newer data");
        // The same data give another result: that is an error of ours.
        Says(page, "correction · the result differs although the data are no newer");
        Assert.Equal("2026 Q3", Assert.Single(page.FindAll(".impact tbody th")).TextContent);
        Says(page, "No target changes its status.");
        var row = Assert.Single(page.Find(".changes").QuerySelectorAll("tbody tr"));
        Assert.Equal(["Sample Credit Environment Index", last.Text, "123.45"], row.QuerySelectorAll("td").Skip(1).Take(3).Select(c => c.TextContent));
    }

    [Fact]
    public async Task Release_OfACandidate_ShowsCausesAndQuestions()
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        var (group, indicator) = SampleDefinitions.Composite().Leaves().First();
        var candidate = SampleReleases.Candidate(content, Room.Clock.GetUtcNow()) with
        {
            Review = new(
                Period.OfQuarter(2026, 2),
                [new(group.Code, indicator.Code, ChangeCause.RevisedData, 0.125), new(content.Version.Index, Contribution.MethodChange, ChangeCause.MethodChange, -0.5)],
                [new(indicator.Code, Period.OfQuarter(2026, 3), 71, 20, 5.2, 0.4, true, false)]),
        };
        var (id, _) = await Room.Store.Get<IReleaseWriter>().Propose(candidate, Cancellation);

        var page = Open<ReleasePage>(Language.English, id);

        Says(page, "2026 Q2 → 2026 Q3");
        Assert.Equal(
            [$"{indicator.Name.In(true)} – +0.12 – – +0.12", "Whole index – – −0.50 – −0.50", "Total – +0.12 −0.50 – −0.38"],
            page.FindAll(".causes tbody tr").Select(row => string.Join(' ', row.Children.Select(c => c.TextContent.Trim()))));
        Assert.Contains("5.2 times the spread", page.Find(".questions tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_WithoutReview_ShowsNeither()
    {
        var candidate = await Room.Propose();

        var page = Open<ReleasePage>(id: candidate.Id);

        Says(page, "与已发布相比的改动");
        Assert.Empty(page.FindAll(".causes"));
        Assert.Empty(page.FindAll(".questions"));
    }

    [Fact]
    public async Task Approve_AtOnce_PublishesInTheReviewersName()
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(id: candidate.Id);

        await Button(page, "批准并立即发布").ClickAsync(new());

        Says(page, "已发布。");
        var version = await Room.Version(candidate.Id);
        Assert.Equal((ReleaseState.Approved, "wang", Room.Clock.GetUtcNow()), (version.State, version.DecidedBy, version.ReleaseAt));
        Assert.False(HasButton(page, "批准并立即发布"));
    }

    [Fact]
    public async Task Approve_ForTheCalendar_WaitsForTheAnnouncedInstant()
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 4), null);
        var (id, _) = await Room.Store.Get<IReleaseWriter>().Propose(SampleReleases.Candidate(content, Room.Clock.GetUtcNow()), Cancellation);
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(Language.English, id);

        // 70 days after 31 December 2026, a working day of the sample calendar.
        await Button(page, "Approve for 2027-03-11 10:00").ClickAsync(new());

        Says(page, "approved, not yet due");
        Assert.Equal(new DateTimeOffset(2027, 3, 11, 2, 0, 0, TimeSpan.Zero), (await Room.Version(id)).ReleaseAt);
        Assert.Null(await Room.Store.Get<IReleaseReader>().Find(content.Version.Index, null, Room.Clock.GetUtcNow(), Cancellation));
    }

    [Fact]
    public async Task Reject_NeedsAReasonAndKeepsIt()
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(id: candidate.Id);

        await Button(page, "退回").ClickAsync(new());
        Says(page, "退回需要理由");
        Assert.Equal(ReleaseState.Candidate, (await Room.Version(candidate.Id)).State);

        await page.Find("input").ChangeAsync(new() { Value = "口径不对" });
        await Button(page, "退回").ClickAsync(new());

        Says(page, "已退回");
        Assert.Equal(ReleaseState.Rejected, (await Room.Version(candidate.Id)).State);
    }

    [Fact]
    public async Task Approve_ByAReviewerWhoWasJustDisabled_ChangesNothing()
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(id: candidate.Id);
        await Room.Writer.SetRole("wang", Role.Reviewer, true, Room.Entry(), Cancellation);

        await Button(page, "批准并立即发布").ClickAsync(new());

        Says(page, "登录已结束");
        Assert.Equal(ReleaseState.Candidate, (await Room.Version(candidate.Id)).State);
    }

    private async Task<long> Approve(ReleaseContent content)
    {
        var releases = Room.Store.Get<IReleaseWriter>();
        var (id, _) = await releases.Propose(SampleReleases.Candidate(content, Room.Clock.GetUtcNow()), Cancellation);
        await releases.Approve(id, content.Version.Fingerprint, Room.Clock.GetUtcNow(), "reviewer", Room.Clock.GetUtcNow(), Cancellation);
        return id;
    }
}
