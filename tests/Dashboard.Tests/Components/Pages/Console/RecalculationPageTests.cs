using Bunit;
using Indices.Accounts;
using Indices.Provenance;
using Indices.Time;
using TestSupport;
using Xunit;
using Page = Dashboard.Components.Pages.Console.Recalculation;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class RecalculationPageTests : ConsoleRoom
{
    private const string Code = SampleDefinitions.CompositeCode;

    private IRecalculationWriter Writer => Room.Store.Get<IRecalculationWriter>();

    [Fact]
    public async Task Cell_Chosen_NamesWhatItWaitsForAndItsSource()
    {
        var page = Open<Page>();
        await page.Find("button[aria-label='样例信用环境指数 2026年第三季度：待数据']").ClickAsync(new());

        Says(page, "经营主体收录率 · 样例统计局");
        Says(page, "逾期，应于 2026-11-10 00:00 前到");
        Assert.Equal("/console/sources/bureau", page.Find(".period-detail li a").GetAttribute("href"));
    }

    [Fact]
    public async Task Cell_OfACandidate_LinksToIt()
    {
        var candidate = await Room.Propose();

        var page = Open<Page>(Language.English);
        await page.Find("button[aria-label='Sample Credit Environment Index, 2026 Q3: candidate']").ClickAsync(new());

        Assert.Equal($"/console/releases/{candidate.Id}?lang=en", page.Find(".period-detail a").GetAttribute("href"));
    }

    [Fact]
    public async Task Calculate_FromACell_ShowsThePlanFirstAndStartsItInTheirName()
    {
        await Room.LogIn("wang", Role.Operator);
        var page = Open<Page>();
        await page.Find("button[aria-label='样例信用环境指数 2026年第三季度：待数据']").ClickAsync(new());

        await Button(page, "计算此期…").ClickAsync(new());
        Says(page, "将计算 1 期，2026-Q3 至 2026-Q3");
        Assert.Empty(Room.Jobs.Started);
        await Button(page, "开始计算 1 期").ClickAsync(new());

        Says(page, "已开始");
        Assert.Equal([($"{Code} 2026-Q3", "wang")], Room.Jobs.Started);
        Assert.Equal("recalculation.order", Assert.Single(await Room.Audit()).Action);
    }

    [Fact]
    public async Task Preview_OfAFault_SaysItAndStartsNothing()
    {
        var page = Open<Page>();

        await Button(page, "预览").ClickAsync(new());

        Says(page, "“”不是此指数的时期");
        Assert.False(HasButton(page, "开始计算 1 期"));
    }

    [Fact]
    public async Task List_OfARunningOrder_ShowsProgressAndCanBeCancelled()
    {
        await Room.LogIn("wang", Role.Operator);
        var id = await Order();
        await Writer.Record(id, Period.OfQuarter(2026, 2), RecalculationOutcome.Failed, "the disk is full", Room.Clock.GetUtcNow(), Cancellation);
        var runs = Room.Store.Get<IJobRunWriter>();
        await runs.Attach(await runs.Start("recalculate", "manual", Room.Clock.GetUtcNow(), Room.Clock.GetUtcNow(), "wang", Cancellation), id, Cancellation);

        var page = Open<Page>();
        Says(page, "● 计算中");
        Says(page, "1/2");
        Says(page, "the disk is full");
        await Button(page, "取消").ClickAsync(new());

        Assert.Equal([($"cancel {id}", "wang")], Room.Jobs.Started);
    }

    [Fact]
    public async Task List_OfAnInterruptedOrder_CanBeResumed()
    {
        await Room.LogIn("wang", Role.Operator);
        var id = await Order();
        var runs = Room.Store.Get<IJobRunWriter>();
        await runs.Attach(await runs.Start("recalculate", "manual", Room.Clock.GetUtcNow(), Room.Clock.GetUtcNow(), "wang", Cancellation), id, Cancellation);
        await runs.InterruptOpenRuns(Room.Clock.GetUtcNow(), Cancellation);

        var page = Open<Page>(Language.English);
        Says(page, "◆ interrupted");
        await Button(page, "Resume").ClickAsync(new());

        Assert.Equal([($"resume {id}", "wang")], Room.Jobs.Started);
    }

    private Task<long> Order() => Writer.Add(
        new RecalculationOrder(Code, [Period.OfQuarter(2026, 2), Period.OfQuarter(2026, 3)], new Vintage(Room.Clock.GetUtcNow())),
        "1.0.0", null, "wang", Room.Clock.GetUtcNow(), Cancellation);
}
