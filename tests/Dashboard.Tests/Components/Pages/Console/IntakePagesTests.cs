using Bunit;
using Dashboard.Components.Pages.Console;
using Indices.Accounts;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class IntakePagesTests : ConsoleRoom
{
    private const string Header = "indicator,area,period,value\n";
    private const string Known = Header + "I-NPL,990100,2025-Q4,0.90\nI-NPL,990100,2026-Q1,0.91\n";

    [Theory]
    [InlineData(false, "修订", "新增 1 · 修订 1", "不是数字")]
    [InlineData(true, "revised", "1 added · 1 revised", "Not a number")]
    public async Task Preview_ShowsChangesAndFindingsInTheLanguage(bool english, string revised, string counts, string reason)
    {
        await Room.TakeIn(Known);
        Room.Clock.Advance(TimeSpan.FromHours(1));
        var id = await Room.Upload(Header + "I-NPL,990100,2026-Q1,0.92\nI-NPL,990100,2026-Q2,0.93\nI-NPL,990100,2026-Q3,x\n", "q2.csv");

        var page = Open<UploadPreview>(english ? Language.English : Language.Chinese, id);

        Says(page, counts);
        Says(page, reason);
        Assert.Equal(["2", english ? "Non-performing loans current I-NPL" : "不良贷款率 当期 I-NPL", "990100", "2026-Q1", revised, "0.91", "0.92", "+1.1%"],
            page.FindAll(".preview-changes tbody tr")[0].QuerySelectorAll("td").SkipLast(1).Select(c => c.TextContent.Trim()));
        Assert.NotEmpty(page.FindAll(".chart"));
    }

    [Fact]
    public async Task Preview_Accepted_StoresItAndLeavesTheRestInTheQuarantine()
    {
        await Room.LogIn("wang", Role.Operator);
        var id = await Room.Upload(Header + "I-NPL,990100,2026-Q2,0.93\nI-NPL,990100,2026-Q3,x\n");
        var page = Open<UploadPreview>(id: id);
        Says(page, "新增 1");

        await Button(page, "采用").ClickAsync(new());

        Assert.Equal(0.93, Assert.Single(await Room.Store.Get<IObservationReader>().Latest(10, Cancellation)).Value);
        Assert.Equal("x", Assert.Single((await Room.Intake.OpenRows(null, 0, 10, Cancellation)).Rows).Text);
        Says(page, "已采用：新增 1，修订 0，交易 0，进入隔离区 1 行。");
        Says(page, "查看候选");
        Assert.Contains(await Room.Audit(), e => e is { Action: "intake.accept", By: "wang" });
    }

    [Fact]
    public async Task Warning_IsAcceptedOnlyWithAReason()
    {
        await Room.TakeIn(Known);
        Room.Clock.Advance(TimeSpan.FromHours(1));
        await Room.LogIn("wang", Role.Operator);
        var page = await WithWarnings(await Room.Upload(Header + "I-NPL,990100,2026-Q1,9\n"));

        Assert.True(Button(page, "采用").HasAttribute("disabled"));
        await Reason(page, "按新口径");
        await Button(page, "采用").ClickAsync(new());

        var cell = (await Cell(1))[0];
        Assert.Equal(("9", "按新口径"), (cell.Value.ValueText, cell.Reason));
    }

    [Fact]
    public async Task Slip_OneAgreesTo_WaitsForAnother()
    {
        var id = await Slip();
        await Room.LogIn("wang", Role.Operator);
        var page = await WithWarnings(id);
        Says(page, "万元/亿元？");
        Assert.False(HasButton(page, "采用"));

        await Reason(page, "按新口径");
        await Button(page, "同意，请第二人采用").ClickAsync(new());

        Says(page, "wang 已于");
        Assert.True(Button(page, "等待第二人采用").HasAttribute("disabled"));
        Assert.Empty(await Cell(2));
    }

    [Fact]
    public async Task Slip_AnotherAgreedTo_IsAccepted()
    {
        var id = await Agreed();
        await Room.LogIn("li", Role.Operator);
        var page = await WithWarnings(id);
        Says(page, "zhang 已于");

        await Reason(page, "与人行核对");
        await Button(page, "采用").ClickAsync(new());

        var cell = Assert.Single(await Cell(2));
        Assert.Equal(("9300", "zhang", "li"), (cell.Value.ValueText, cell.EndorsedBy, cell.AcceptedBy));
    }

    [Fact]
    public async Task Upload_OfASlipThatOneAgreedTo_SaysThatItWaitsForAnother()
    {
        await Agreed();

        Says(Open<Upload>(), "zhang 已同意，待第二人采用");
    }

    [Fact]
    public async Task History_OfAValueThatTwoLetIn_NamesBoth()
    {
        var preview = (await Room.Desk.Preview(await Agreed(), Cancellation))!;
        await Room.Desk.Accept(preview.Pending.Id, preview.Fingerprint, true, "与人行核对", "li", Cancellation);

        var page = Open<Dashboard.Components.Pages.Console.Observations>();
        page.WaitForElement("button[aria-label='版次 I-NPL 2026-Q2']").Click();

        Says(page, "zhang 同意，li 采用");
    }

    [Fact]
    public async Task History_OfAConvertedValue_ShowsHowTheDocumentStatesIt()
    {
        await Room.TakeIn("indicator,area,period,value,unit\nENT,990100,2026-Q2,82.5,万户\n");

        var page = Open<Dashboard.Components.Pages.Console.Observations>();
        page.WaitForElement("button[aria-label='版次 ENT 2026-Q2']").Click();

        Says(page, "82.5 万户 × 10000");
        Assert.Contains("825000", page.Find(".cell-history tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_Cancelled_ChangesNothing()
    {
        await Room.LogIn("wang", Role.Operator);
        var id = await Room.Upload(Known);
        var page = Open<UploadPreview>(id: id);
        Says(page, "新增 2");

        await Button(page, "放弃").ClickAsync(new());

        Assert.Empty(await Room.Intake.Waiting(Cancellation));
        Assert.Empty(await Room.Store.Get<IObservationReader>().Latest(10, Cancellation));
    }

    [Fact]
    public async Task Preview_AcceptedByAViewer_IsRefused()
    {
        var id = await Room.Upload(Known);
        var page = Open<UploadPreview>(id: id);
        Says(page, "新增 2");

        await Button(page, "采用").ClickAsync(new());

        Says(page, "无权操作");
        Assert.Single(await Room.Intake.Waiting(Cancellation));
    }

    [Fact]
    public async Task QuarantinedRow_Corrected_GoesToAPreviewOfItsOwn()
    {
        await Room.LogIn("wang", Role.Operator);
        await Room.TakeIn(Known + "I-NPL,990100,2026-Q2,o.93\n", "bad.csv");
        var page = Open<Quarantine>();
        Says(page, "o.93");

        await page.Find("input.correction").ChangeAsync(new() { Value = "0.93" });
        await page.Find(".preview-actions input").InputAsync(new() { Value = "typing slip" });
        await Button(page, "重放所选 1 行").ClickAsync(new());

        var waiting = Assert.Single(await Room.Intake.Waiting(Cancellation));
        Assert.EndsWith(DashboardUrls.ConsolePreview(waiting.Id), Address, StringComparison.Ordinal);
        Assert.Equal("0.93", Assert.Single((await Room.Desk.Preview(waiting.Id, Cancellation))!.Changes).New);
    }

    [Fact]
    public async Task QuarantinedRow_Dropped_LeavesWithTheReason()
    {
        await Room.LogIn("wang", Role.Operator);
        await Room.TakeIn(Known + "I-NPL,990100,2026-Q2,o.93\n", "bad.csv");
        var page = Open<Quarantine>();
        Says(page, "o.93");

        await page.Find("input[type=checkbox]").ChangeAsync(new() { Value = true });
        await page.Find(".preview-actions input").InputAsync(new() { Value = "not published" });
        await Button(page, "丢弃所选").ClickAsync(new());

        Says(page, "not published");
        Assert.Equal(0, (await Room.Intake.OpenRows(null, 0, 10, Cancellation)).Total);
    }

    [Fact]
    public async Task Entry_Typed_GoesToAPreviewWithItsReason()
    {
        await Room.LogIn("wang", Role.Operator);
        await Room.TakeIn(Known);
        var page = Open<Entry>();
        page.WaitForAssertion(() => Assert.Contains("0.91", page.FindAll(".entry-grid input").Select(i => i.GetAttribute("placeholder"))));
        var cell = page.FindAll(".entry-grid input").First(i => i.GetAttribute("aria-label") == "不良贷款率 2026-Q2");

        await cell.ChangeAsync(new() { Value = "0.95" });
        await page.FindAll(".preview-actions input[type=text]")[^1].InputAsync(new() { Value = "by telephone" });
        await Button(page, "预览 1 个数值").ClickAsync(new());

        var waiting = Assert.Single(await Room.Intake.Waiting(Cancellation));
        Assert.Equal("by telephone", waiting.Reason);
        Assert.Equal(("0.95", Period.OfQuarter(2026, 2)), Assert.Single((await Room.Desk.Preview(waiting.Id, Cancellation))!.Changes) is var c ? (c.New, c.Period) : default);
    }

    [Fact]
    public async Task Upload_TellsHowFarItIsAndWhyItWasRefused()
    {
        var page = Open<Upload>();
        var upload = page.FindComponent<Upload>().Instance;

        await page.InvokeAsync(() => upload.Progress("q1.csv", 40));
        Says(page, "40%");
        await page.InvokeAsync(() => upload.Refused("文件是空的。"));
        Says(page, "文件是空的。");
        await page.InvokeAsync(() => upload.TooLarge("q1.csv"));
        Says(page, "文件超过 50 MB");
        await page.InvokeAsync(() => upload.Received(7));
        Assert.EndsWith(DashboardUrls.ConsolePreview(7), Address, StringComparison.Ordinal);
    }

    private async Task<long> Slip()
    {
        await Room.TakeIn(Known);
        Room.Clock.Advance(TimeSpan.FromHours(1));
        return await Room.Upload(Header + "I-NPL,990100,2026-Q2,9300\n");
    }

    private async Task<long> Agreed()
    {
        var preview = (await Room.Desk.Preview(await Slip(), Cancellation))!;
        await Room.Desk.Endorse(preview.Pending.Id, preview.Fingerprint, "按新口径", "zhang", Cancellation);
        return preview.Pending.Id;
    }

    private Task<IReadOnlyList<CellVersion>> Cell(int quarter) => Room.Intake.CellHistory(Series, Period.OfQuarter(2026, quarter), Cancellation);

    private async Task<IRenderedComponent<IComponent>> WithWarnings(long pending)
    {
        var page = Open<UploadPreview>(id: pending);
        await page.WaitForElement("input[type=checkbox]").ChangeAsync(new() { Value = true });
        return page;
    }

    private static Task Reason(IRenderedComponent<IComponent> page, string reason) =>
        page.Find(".preview-actions input[type=text]").InputAsync(new() { Value = reason });

    private static SeriesId Series => new("I-NPL", Measures.Value, SampleDefinitions.Area, "", Origin.Official);

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;
}
