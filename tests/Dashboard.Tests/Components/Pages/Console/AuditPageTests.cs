using AngleSharp.Dom;
using Bunit;
using Indices.Accounts;
using Microsoft.AspNetCore.Components;
using Xunit;
using Page = Dashboard.Components.Pages.Console.Audit;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class AuditPageTests : ConsoleRoom
{
    [Fact]
    public async Task Audit_AfterAnAction_ShowsWhoDidWhatToWhomAndFromWhere()
    {
        await Room.LogIn("chief", Role.Administrator);
        await Room.Staff.CreateAccount("zhao", Role.Operator, Cancellation);

        var page = Open<Page>();

        Assert.Equal(["2026-11-24 12:00", "chief", "account.create", "zhao Operator", "ok", "192.0.2.7"], Cells(page)[0]);
    }

    [Fact]
    public async Task Search_ByPersonDayAndText_ShowsWhatMatchesOrSaysThatNothingDoes()
    {
        await Record(3, "wang", Room.Clock.GetUtcNow());
        await Record(1, "li", Room.Clock.GetUtcNow().AddDays(-1));
        var page = Open<Page>();

        await Search(page, ("人员", "li"));
        Assert.Equal("li", Assert.Single(Cells(page))[1]);
        await Search(page, ("人员", ""), ("从", "2026-11-24"), ("到", "2026-11-24"));
        Assert.Equal(3, Cells(page).Count);
        await Search(page, ("对象、结果或地址", "line 2"));
        Assert.Single(Cells(page));
        await Search(page, ("对象、结果或地址", "nothing like it"));
        Says(page, "没有符合条件的记录。");
    }

    [Fact]
    public async Task Pages_OfALongLog_AreTurned()
    {
        await Record(60, "wang", Room.Clock.GetUtcNow());
        var page = Open<Page>();
        Says(page, "1–50 / 60");
        Assert.True(Button(page, "较新").HasAttribute("disabled"));

        await Button(page, "较旧").ClickAsync(new());

        Says(page, "51–60 / 60");
        Assert.Equal("line 10", Cells(page)[0][3]);
        Assert.True(Button(page, "较旧").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData(false, "核对整个日志", "审计日志共 3 行，全部与写入时一致。")]
    [InlineData(true, "Check the whole log", "The audit log has 3 rows, all as they were written.")]
    public async Task Check_OfTheWholeLog_SaysWhatItFound(bool english, string button, string words)
    {
        await Room.LogIn("shen", Role.Auditor);
        await Record(2, "wang", Room.Clock.GetUtcNow());
        var page = Open<Page>(Language.Of(english ? "en" : null));

        await Button(page, button).ClickAsync(new());

        Says(page, words);
    }

    [Fact]
    public async Task Check_WhoMayNot_IsRefusedInWords()
    {
        await Room.LogIn("wang", Role.Operator);
        var page = Open<Page>();

        await Button(page, "核对整个日志").ClickAsync(new());

        Says(page, "无权操作");
    }

    private async Task Record(int lines, string by, DateTimeOffset at)
    {
        for (var i = 1; i <= lines; i++)
            await Room.LogWriter.Record(AuditEntry.Done(at, by, "test", $"line {i}"), Cancellation);
    }

    private static async Task Search(IRenderedComponent<IComponent> page, params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
        {
            var id = page.FindAll("label").First(l => l.TextContent == label).GetAttribute("for");
            await page.Find($"#{id}").ChangeAsync(new() { Value = text });
        }
        await page.Find("form").SubmitAsync();
    }

    private static List<string[]> Cells(IRenderedComponent<IComponent> page) =>
        [.. page.FindAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToArray())];
}
