using Bunit;
using Dashboard.Components.Pages.Console;
using Indices.Alerts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Sources;
using Indices.Time;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Components.Pages.Console;

public sealed class SourcePagesTests : ConsoleRoom
{
    [Theory]
    [InlineData("zh-CN", "样例来源service", "抓取失败", "无法连接。")]
    [InlineData("en", "Sample source service", "failing", "Could not connect.")]
    public async Task Health_SourceThatFails_ShowsWhyAndWhatItEndangers(string language, string name, string state, string why)
    {
        await Failed();

        var page = Open<Health>(Language.Of(language));

        Says(page, name);
        Says(page, state);
        Says(page, why);
        Assert.Contains(language == "en" ? "Sample Credit Environment Index" : "样例信用环境指数", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_NothingLate_SaysSo()
    {
        var now = Room.Clock.GetUtcNow();
        var at = new Vintage(now);
        await Room.Store.Get<IObservationWriter>().Append(new ParsedDocument(
            new Indices.Provenance.RawDocument(new string('d', 64), "d.csv", "upload:d.csv", "text/csv", 1, at, "clerk"),
            [
                .. new[] { "I-COVER", "I-QUERY", "I-NPL" }.Select((code, i) => new NewObservation(
                    new SeriesId(code, Measures.Value, SampleDefinitions.Area, "", Origin.Official),
                    Period.Containing(DateOnly.FromDateTime(now.UtcDateTime), Frequency.Quarterly), "1", ObservationStatus.A, at, i + 2)),
            ], [], []), Cancellation);

        Says(Open<Health>(), "没有迟报、久未更新或抓取失败的来源。");
    }

    [Fact]
    public async Task Health_OpenAlert_IsListedWithWhoWasTold()
    {
        await Room.Store.Get<IAlertWriter>().Settle([new AlertCause("source-failing:service", "抓取失败：样例。", "Fetching failed.")], Room.Clock.GetUtcNow(), Cancellation);
        await Room.Store.Get<IAlertWriter>().RecordDelivery([1], "email", Room.Clock.GetUtcNow(), Cancellation);

        var page = Open<Health>();

        Says(page, "抓取失败：样例。");
        Says(page, "email");
    }

    [Fact]
    public async Task Sources_FetchNow_StartsTheJobOfTheSource()
    {
        await Room.LogIn("wang", Indices.Accounts.Role.Operator);
        var page = Open<Dashboard.Components.Pages.Console.Sources>();
        Says(page, "样例来源bureau");

        page.Find("button[aria-label='立即抓取 service']").Click();

        Says(page, "已开始抓取：样例来源service");
        Assert.Empty(page.FindAll("button[aria-label='立即抓取 bureau']"));
    }

    [Theory]
    [InlineData("zh-CN", "失败", "无法连接。", "待报时期")]
    [InlineData("en", "failed", "Could not connect.", "Awaited")]
    public async Task SourcePage_FetchedSource_ShowsItsSeriesAndLastFetches(string language, string outcome, string why, string heading)
    {
        await Failed();

        var page = Open<SourcePage>(Language.Of(language), code: "service");

        foreach (var words in new[] { outcome, why, heading, "I-QUERY", "https://data.example/quarterly.csv" })
            Says(page, words);
    }

    [Theory]
    [InlineData("zh-CN", "还没有数据来源。")]
    [InlineData("en", "No sources yet.")]
    public void Sources_WithNone_SaySo(string language, string words) =>
        Says(WithoutSources().Open<Dashboard.Components.Pages.Console.Sources>(Language.Of(language)), words);

    [Theory]
    [InlineData("zh-CN", "还没有数据来源。")]
    [InlineData("en", "No sources yet.")]
    public void Health_WithoutSources_SaysSo(string language, string words) =>
        Says(WithoutSources().Open<Health>(Language.Of(language)), words);

    [Theory]
    [InlineData("zh-CN", "没有这个来源。")]
    [InlineData("en", "There is no such source.")]
    public void SourcePage_OfAnUnknownCode_SaysSo(string language, string words) =>
        Says(WithoutSources().Open<SourcePage>(Language.Of(language), code: "service"), words);

    [Fact]
    public async Task SourceForm_OfAnAdministrator_SaysWhatIsWrongAtTheFieldAndSavesWithAReason()
    {
        await Room.LogIn("wang", Indices.Accounts.Role.Administrator);
        var page = Open<SourcePage>(code: "service");
        Says(page, "没有在控制台改过");
        await Button(page, "修改来源").ClickAsync(new());

        await Input(page, "地址").ChangeAsync(new() { Value = "ftp://data.example" });
        Says(page, "不是 https 或 http 地址");
        await Input(page, "地址").ChangeAsync(new() { Value = "https://data.example/monthly.csv" });
        await Input(page, "抓取计划 cron").ChangeAsync(new() { Value = "0 30 6 * * ?" });
        Says(page, "每天 06:30");
        Says(page, "2026-11-25 06:30:00");
        Assert.True(Button(page, "保存来源").HasAttribute("disabled"));
        await Input(page, "理由（必填）").InputAsync(new() { Value = "换了地址" });
        await Button(page, "保存来源").ClickAsync(new());

        Says(page, "来源已保存");
        var (work, by) = Assert.Single(Room.Jobs.Started);
        Assert.Equal("wang", by);
        Assert.StartsWith("source service schema: sources/1", work, StringComparison.Ordinal);
        Assert.Contains("address: 'https://data.example/monthly.csv'", work, StringComparison.Ordinal);
        Assert.Contains("cron: '0 30 6 * * ?'", work, StringComparison.Ordinal);
        Assert.Equal("source.change", Assert.Single(await Room.Audit()).Action);
    }

    [Fact]
    public async Task SourceForm_ForAnOperator_IsNotThere()
    {
        await Room.LogIn("wang", Indices.Accounts.Role.Operator);

        var page = Open<SourcePage>(code: "service");

        Says(page, "修改来源需要管理角色。");
        Assert.False(HasButton(page, "修改来源"));
    }

    [Fact]
    public async Task NewSource_WithACodeThatIsTaken_SaysSoAndCannotBeSaved()
    {
        await Room.LogIn("wang", Indices.Accounts.Role.Administrator);
        var page = Open<NewSource>(Language.English);
        await Input(page, "Code").ChangeAsync(new() { Value = "bureau" });
        await Input(page, "Reason (required)").InputAsync(new() { Value = "again" });

        Says(page, "There is a source with this code.");
        Says(page, "Required key 'name_zh' is missing.");
        Assert.True(Button(page, "Save the source").HasAttribute("disabled"));
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string label) =>
        page.FindAll(".mud-input-control").First(c => c.TextContent.Contains(label, StringComparison.Ordinal)).QuerySelector("input")!;

    private SourcePagesTests WithoutSources()
    {
        ((Fakes.FakeDefinitions)Room.Definitions).Value = SampleDefinitions.All();
        return this;
    }

    private Task Failed() => Room.Store.Get<ISourceWriter>().Record(new Fetch(
        "service", "https://data.example/quarterly.csv", Room.Clock.GetUtcNow(), Room.Clock.GetUtcNow(), "scheduler", FetchOutcome.Failed,
        FailureChinese: "无法连接。", FailureEnglish: "Could not connect."), Cancellation);
}
