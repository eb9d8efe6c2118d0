using Bunit;
using Indices.Accounts;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;
using DocumentsPage = Dashboard.Components.Pages.Console.Documents;
using ObservationsPage = Dashboard.Components.Pages.Console.Observations;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class DataPagesTests : ConsoleRoom
{
    private static readonly SeriesId Series = new("I-COVER", Measures.Value, SampleDefinitions.Area, "", Origin.Synthetic);

    [Theory]
    [InlineData(false, "演示数据", "缺")]
    [InlineData(true, "demonstration data", "missing")]
    public async Task Observations_WithAValueAndAMissingOne_ShowBothInTheLanguage(bool english, string origin, string missing)
    {
        await Append("a.csv", 1, ("2026-Q1", "12.5"), ("2026-Q2", null));

        var page = Open<ObservationsPage>(english ? Language.English : Language.Chinese);

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Says(page, origin);
        Says(page, "12.5");
        Assert.Contains(page.FindAll("td"), c => c.TextContent == missing);
    }

    [Fact]
    public async Task Observation_Opened_ShowsEveryVintageNewestFirstWithItsDocument()
    {
        await Append("a.csv", 10, ("2026-Q1", "12.5"));
        await Append("b.csv", 1, ("2026-Q1", "13"));
        var page = Open<ObservationsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));

        await Button(page, "版次").ClickAsync(new());

        Says(page, "全部版次");
        Assert.Equal(["13", "12.5"], page.FindAll(".cell-history tbody tr").Select(r => r.QuerySelectorAll("td")[1].TextContent));
        Assert.Contains("b.csv", page.Find(".cell-history tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal(["2026-Q1", "12.5", "13", "+4.0%"], page.FindAll(".vintage-difference tbody td").Select(c => c.TextContent));
    }

    [Fact]
    public async Task Observations_Searched_ShowTheIndicatorAlone()
    {
        await Append("a.csv", 1, ("2026-Q1", "12.5"));
        var page = Open<ObservationsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));

        await page.Find("input").InputAsync(new() { Value = "NPL" });
        Room.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.DoesNotContain("12.5", Words(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Value_CorrectedByHand_GoesToThePreviewWithItsReason()
    {
        await Room.LogIn("wang", Role.Operator);
        await Append("a.csv", 10, ("2026-Q1", "12.5"));
        var page = Open<ObservationsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        await Button(page, "版次").ClickAsync(new());
        Says(page, "全部版次");
        Assert.True(Button(page, "预览更正").HasAttribute("disabled"));

        await page.FindAll(".preview-actions input")[0].InputAsync(new() { Value = "12.6" });
        await page.FindAll(".preview-actions input")[1].InputAsync(new() { Value = "typing slip" });
        await Button(page, "预览更正").ClickAsync(new());

        var waiting = Assert.Single(await Room.Intake.Waiting(Cancellation));
        Assert.Equal("typing slip", waiting.Reason);
        Assert.EndsWith(DashboardUrls.ConsolePreview(waiting.Id), Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri, StringComparison.Ordinal);
        var change = Assert.Single((await Room.Desk.Preview(waiting.Id, Cancellation))!.Changes);
        Assert.Equal((Series, "12.5", "12.6"), (change.Series, change.Old, change.New));
    }

    [Theory]
    [InlineData(false, "检查结果", "不是数字")]
    [InlineData(true, "Findings", "not a number")]
    public async Task Documents_WithARefusedRow_ShowCountsAndOnAskingTheReason(bool english, string ask, string reason)
    {
        await Append("a.csv", 1, ("2026-Q1", "12.5"), ("2026-Q2", "13"));

        var page = Open<DocumentsPage>(english ? Language.English : Language.Chinese);
        Says(page, "a.csv");
        Assert.Contains(page.FindAll("tbody")[0].QuerySelectorAll("td"), c => c.TextContent == "2");
        await Button(page, ask).ClickAsync(new());

        Says(page, reason);
        Assert.Contains("12x", page.FindAll("tbody")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_LeftOpen_ShowANewOneByThemselves()
    {
        var page = Open<DocumentsPage>();
        Says(page, "还没有收到文件");
        await Append("later.csv", 1, ("2026-Q1", "12.5"));

        Room.Clock.Advance(TimeSpan.FromSeconds(5));

        Says(page, "later.csv");
    }

    private Task<AppendOutcome> Append(string name, int daysAgo, params (string Period, string? Value)[] values)
    {
        var known = new Vintage(Room.Clock.GetUtcNow().AddDays(-daysAgo));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)));
        return Room.Store.Get<IObservationWriter>().Append(
            new ParsedDocument(
                new RawDocument(hash, name, $"inbox:{name}", "text/csv", 12, known, "wang"),
                [.. values.Select((v, row) => new NewObservation(Series, Period.Parse(v.Period), v.Value, v.Value is null ? ObservationStatus.L : ObservationStatus.A, known, row + 2))],
                [],
                [new QuarantinedRow(hash, name, 9, "value", "12x", "不是数字", "not a number")]),
            Cancellation);
    }
}
