using Bunit;
using Dashboard.Tests.Security;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Provenance;
using Xunit;
using Page = Dashboard.Components.Pages.Console.Jobs;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class JobsPageTests : ConsoleRoom
{
    public JobsPageTests() => Room.Jobs.States.AddRange(
    [
        new("load-files", new LocalText("读取收件夹", "Load files from the inbox"), "0/10 * * * * ?", Room.Clock.GetUtcNow().AddSeconds(10), false),
        new("release-demo-history", new LocalText("生成演示发布历史", "Release the demonstration history"), null, null, true),
    ]);

    [Fact]
    public async Task Jobs_WithARun_ShowScheduleAndHistoryInTheOfficesClock()
    {
        await Run(JobOutcome.Failed, "1 file", "the disk is full");

        var page = Open<Page>();

        Says(page, "读取收件夹");
        Says(page, "按需");
        Says(page, "2026-11-24 12:00");
        Says(page, "■ 失败");
        Says(page, "the disk is full");
        Says(page, "手动 · wang");
    }

    [Fact]
    public async Task Jobs_InEnglish_SpeakEnglish()
    {
        await Run(JobOutcome.Succeeded, "1 file", null);

        var page = Open<Page>(Language.English);

        Says(page, "Load files from the inbox");
        Says(page, "on demand");
        Says(page, "▲ succeeded");
        Says(page, "by hand · wang");
    }

    [Fact]
    public void RunNow_OfARunningJob_CannotBePressed()
    {
        var page = Open<Page>();
        Assert.True(Button(page, "运行中").HasAttribute("disabled"));
        Assert.False(Button(page, "立即运行").HasAttribute("disabled"));
    }

    [Fact]
    public async Task RunNow_ByAnOperator_StartsTheJobInTheirName()
    {
        await Room.LogIn("wang", Role.Operator);

        var page = Open<Page>();
        await Button(page, "立即运行").ClickAsync(new());

        Says(page, "已开始：读取收件夹");
        Assert.Equal([("load-files", "wang")], Room.Jobs.Started);
        Assert.Equal("job.run", Assert.Single(await Room.Audit()).Action);
    }

    [Fact]
    public async Task RunNow_AfterTheSessionEnded_SaysSoAndStartsNothing()
    {
        await Room.LogIn("wang", Role.Operator);
        var page = Open<Page>();
        await Room.Writer.SetRole("wang", Role.Operator, true, Room.Entry(), Cancellation);

        await Button(page, "立即运行").ClickAsync(new());

        Says(page, "登录已结束");
        Assert.Empty(Room.Jobs.Started);
    }

    [Fact]
    public async Task Jobs_LeftOpen_ShowANewRunByThemselves()
    {
        var page = Open<Page>();
        await Run(JobOutcome.Succeeded, "2 files", null);
        Assert.DoesNotContain("2 files", Words(page), StringComparison.Ordinal);

        Room.Clock.Advance(TimeSpan.FromSeconds(2));

        Says(page, "2 files");
    }

    private async Task Run(JobOutcome outcome, string counts, string? failure)
    {
        var runs = Room.Store.Get<IJobRunWriter>();
        var id = await runs.Start("load-files", "manual", Room.Clock.GetUtcNow(), Room.Clock.GetUtcNow(), "wang", Cancellation);
        await runs.Finish(id, Room.Clock.GetUtcNow(), outcome, counts, failure, Cancellation);
    }
}
