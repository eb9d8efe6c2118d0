using Bunit;
using Dashboard.Components.Pages.Console;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Provenance;
using Xunit;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class JobPageTests : ConsoleRoom
{
    private const string Name = "load-files";

    public JobPageTests() => Room.Jobs.States.Add(
        new(Name, new LocalText("读取收件夹", "Load files from the inbox"), "0/10 * * * * ?", Room.Clock.GetUtcNow().AddSeconds(10), false));

    [Fact]
    public async Task Schedule_Changed_ShowsTheNextFiresBeforeItIsSavedInTheirName()
    {
        await Room.LogIn("wang", Role.Administrator);
        var page = Open<Job>(name: Name);
        await Cron(page).InputAsync(new() { Value = "0 30 6 * * ?" });

        Says(page, "每天 06:30");
        Says(page, "2026-11-25 06:30:00");
        Assert.True(Button(page, "保存计划").HasAttribute("disabled"));
        await Reason(page).InputAsync(new() { Value = "改到早上" });
        await Button(page, "保存计划").ClickAsync(new());

        Says(page, "计划已保存");
        Assert.Equal([($"schedule {Name} 0 30 6 * * ? 改到早上", "wang")], Room.Jobs.Started);
        Assert.Equal("job.schedule", Assert.Single(await Room.Audit()).Action);
    }

    [Fact]
    public async Task Schedule_ThatIsNoCron_SaysSoAndCannotBeSaved()
    {
        await Room.LogIn("wang", Role.Administrator);
        var page = Open<Job>(Language.English, name: Name);
        await Reason(page).InputAsync(new() { Value = "earlier" });
        await Cron(page).InputAsync(new() { Value = "x" });

        Says(page, "not a cron");
        Assert.True(Button(page, "Save the schedule").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Schedule_ThatWasChanged_CanGoBackToTheDefault()
    {
        await Room.LogIn("wang", Role.Administrator);
        Room.Jobs.States[0] = Room.Jobs.States[0] with { OwnCron = "0/20 * * * * ?" };
        var page = Open<Job>(name: Name);
        await Reason(page).InputAsync(new() { Value = "够了" });

        await Button(page, "恢复默认（0/20 * * * * ?）").ClickAsync(new());

        Assert.Equal([($"schedule {Name} default 够了", "wang")], Room.Jobs.Started);
    }

    [Fact]
    public async Task Schedule_ForAnOperator_CannotBeChanged()
    {
        await Room.LogIn("wang", Role.Operator);
        var page = Open<Job>(name: Name);

        Says(page, "修改计划需要管理角色。");
        Assert.False(HasButton(page, "保存计划"));
    }

    [Fact]
    public async Task Pause_NeedsAReasonAndSaysWhoAndWhy()
    {
        await Room.LogIn("wang", Role.Operator);
        var page = Open<Job>(name: Name);
        Assert.True(Button(page, "暂停此作业").HasAttribute("disabled"));
        await page.Find(".hold-control input").InputAsync(new() { Value = "盘点" });

        await Button(page, "暂停此作业").ClickAsync(new());

        Assert.Equal([($"pause {Name} 盘点", "wang")], Room.Jobs.Started);
    }

    [Fact]
    public async Task Held_AfterFailures_ShowsWhyAndCanBeReleased()
    {
        await Room.LogIn("wang", Role.Operator);
        Room.Jobs.States[0] = Room.Jobs.States[0] with { Hold = new(1, Name, ScheduleEventKind.Stopped, null, "the disk is full", "scheduler", Room.Clock.GetUtcNow()) };
        var page = Open<Job>(name: Name);
        Says(page, "连续失败，已停止（2026-11-24 12:00） · the disk is full");

        await Button(page, "恢复此作业").ClickAsync(new());

        Assert.Equal([($"release {Name}", "wang")], Room.Jobs.Started);
    }

    [Fact]
    public async Task Run_LateAndWithProgress_ShowsBoth()
    {
        var runs = Room.Store.Get<IJobRunWriter>();
        var id = await runs.Start(Name, "schedule", Room.Clock.GetUtcNow().AddMinutes(-7), Room.Clock.GetUtcNow(), "scheduler", Cancellation);
        await runs.Progress(id, "1/2 · 2026-Q2", Room.Clock.GetUtcNow(), Cancellation);

        var page = Open<Run>(id: id);

        Says(page, "迟 7 分钟");
        Says(page, "1/2 · 2026-Q2");
    }

    [Theory]
    [InlineData("zh-CN", "没有这次运行。")]
    [InlineData("en", "There is no such run.")]
    public void Run_ThatDoesNotExist_SaysSo(string language, string words) => Says(Open<Run>(Language.Of(language), id: 1), words);

    private static AngleSharp.Dom.IElement Cron(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) => page.FindAll(".schedule-form input")[0];

    private static AngleSharp.Dom.IElement Reason(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) => page.FindAll(".schedule-form input")[1];
}
