using Bunit;
using Dashboard.PageModels;
using Indices.Accounts;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;
using Microsoft.AspNetCore.Components;
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

        Says(page, offered ? "申请语" : "审核和批准需要审核角色");
        Assert.Equal(offered, HasButton(page, "审核通过，申请立即发布"));
        Assert.Equal(offered, HasButton(page, "作废"));
    }

    [Fact]
    public async Task Release_ThatIsDecided_OffersNoDecision()
    {
        await Room.LogIn("wang", Role.Administrator);
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        var id = await Approve(content);

        var page = Open<ReleasePage>(id: id);

        Says(page, "已发布");
        Assert.False(HasButton(page, "作废"));
        Assert.False(HasButton(page, "撤回"));
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
    public async Task Release_AtOnce_IsAskedForByOneAndConfirmedByAnother()
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(id: candidate.Id);
        await Button(page, "审核通过，申请立即发布").ClickAsync(new());
        Says(page, "请输入“申请立即发布 XX-CREDIT 2026-Q3”");
        await Type(page, "申请语", "申请立即发布 XX-CREDIT 2026-Q3");
        await Button(page, "审核通过，申请立即发布").ClickAsync(new());
        Says(page, "检查表：不是日历公布的时间 2026-11-24 10:00。（须填理由）");
        await Type(page, "理由：off-calendar", "领导要求提前");
        await Type(page, "申请语", "申请立即发布 XX-CREDIT 2026-Q3");
        await Button(page, "审核通过，申请立即发布").ClickAsync(new());
        Says(page, "已审核，待批准");

        await Type(page, "确认语", "确认立即发布 XX-CREDIT 2026-Q3");
        await Button(page, "批准并立即发布").ClickAsync(new());
        Says(page, "wang 已审核，批准须由另一人作出");
        Room.Authentication.User = await Room.Begin(await Room.Add("li", Role.Reviewer));
        await Type(page, "确认语", "确认立即发布 XX-CREDIT 2026-Q3");
        await Button(page, "批准并立即发布").ClickAsync(new());

        Says(page, "已发布。");
        var version = await Room.Version(candidate.Id);
        Says(page, "不是日历公布的时间 2026-11-24 10:00。 – 领导要求提前");
        Assert.Equal((ReleaseState.Approved, "li", Room.Clock.GetUtcNow()), (version.State, version.DecidedBy, version.ReleaseAt));
        Assert.False(HasButton(page, "批准并立即发布"));
    }

    [Fact]
    public async Task Release_ForTheCalendar_WaitsForTheAnnouncedInstantAndCanBeWithdrawn()
    {
        var content = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 4), null);
        var (id, _) = await Room.Store.Get<IReleaseWriter>().Propose(SampleReleases.Candidate(content, Room.Clock.GetUtcNow()), Cancellation);
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(Language.English, id);

        // 70 days after 31 December 2026, a working day of the sample calendar.
        await Button(page, "Review for 2027-03-11 10:00").ClickAsync(new());
        Says(page, "reviewed, awaiting approval");
        Room.Authentication.User = await Room.Begin(await Room.Add("li", Role.Reviewer));
        await Button(page, "Approve for 2027-03-11 10:00").ClickAsync(new());

        Says(page, "approved, not yet due");
        Assert.Equal(new DateTimeOffset(2027, 3, 11, 2, 0, 0, TimeSpan.Zero), (await Room.Version(id)).ReleaseAt);
        Assert.Null(await Room.Store.Get<IReleaseReader>().Find(content.Version.Index, null, Room.Clock.GetUtcNow(), Cancellation));
        await Type(page, "Reason", "a figure is late");
        await Button(page, "Withdraw").ClickAsync(new());
        Says(page, "withdrawn before its instant · a figure is late");
        Assert.Equal(ReleaseState.Candidate, (await Room.Version(id)).State);
    }

    [Fact]
    public async Task SetAside_NeedsAReasonAndKeepsIt()
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(id: candidate.Id);

        await Button(page, "作废").ClickAsync(new());
        Says(page, "请说明理由");
        Assert.Equal(ReleaseState.Candidate, (await Room.Version(candidate.Id)).State);

        await Type(page, "理由", "口径不对");
        await Button(page, "作废").ClickAsync(new());

        Says(page, "作废 · 口径不对");
        Assert.Equal(ReleaseState.Rejected, (await Room.Version(candidate.Id)).State);
    }

    [Fact]
    public async Task Note_OfACorrection_IsKeptInBothLanguages()
    {
        var published = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null);
        await Approve(published);
        var revision = SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2026, 3), null, number: 2, kind: ReleaseKind.Revision, reason: "数据更新\nnewer data");
        var (id, _) = await Room.Store.Get<IReleaseWriter>().Propose(SampleReleases.Candidate(revision, Room.Clock.GetUtcNow()), Cancellation);
        await Room.LogIn("wang", Role.Operator);
        var page = Open<ReleasePage>(id: id);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".release-note input[type=radio]")));

        await page.FindAll(".release-note input[type=radio]")[1].ClickAsync(new());
        foreach (var (label, text) in new[]
        {
            ("错在何处（中文）", "漏计一家"), ("What was wrong (English)", "one bank was left out"), ("自何时起（中文）", "首发起"),
            ("Since when (English)", "since the first release"), ("有何变动（中文）", "上调"), ("What changes (English)", "higher"),
        })
            await Type(page, label, text);
        await Button(page, "保存说明").ClickAsync(new());

        Says(page, "说明已保存");
        var version = await Room.Version(id);
        Assert.Equal((ReleaseKind.Correction, "漏计一家", "higher"), (version.Kind, version.Notice?.Wrong.Chinese, version.Notice?.Changes.English));
    }

    [Fact]
    public async Task Review_ByAReviewerWhoWasJustDisabled_ChangesNothing()
    {
        var candidate = await Room.Propose();
        await Room.LogIn("wang", Role.Reviewer);
        var page = Open<ReleasePage>(id: candidate.Id);
        await Room.Writer.SetRole("wang", Role.Reviewer, true, Room.Entry(), Cancellation);

        await Button(page, "审核通过，申请立即发布").ClickAsync(new());

        Says(page, "登录已结束");
        Assert.Equal(ReleaseState.Candidate, (await Room.Version(candidate.Id)).State);
    }

    /// <summary>Types into the field with that label.</summary>
    private static async Task Type(IRenderedComponent<IComponent> page, string label, string text)
    {
        var name = page.FindAll("label").First(l => l.TextContent.Trim() == label).GetAttribute("for");
        await page.Find($"#{name}").ChangeAsync(new() { Value = text });
    }

    private async Task<long> Approve(ReleaseContent content)
    {
        var releases = Room.Store.Get<IReleaseWriter>();
        var (id, _) = await releases.Propose(SampleReleases.Candidate(content, Room.Clock.GetUtcNow()), Cancellation);
        await releases.Approve(id, content.Version.Fingerprint, Room.Clock.GetUtcNow(), "reviewer", Room.Clock.GetUtcNow(), Cancellation);
        return id;
    }
}
