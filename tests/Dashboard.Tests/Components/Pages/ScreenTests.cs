using Bunit;
using Dashboard.Components.Pages.Screen;
using Dashboard.Live;
using Dashboard.PageModels;
using Dashboard.Tests.Fakes;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Components.Pages;

public sealed class ScreenTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2025, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly FakeReleases _releases = new();
    private readonly FakeObservations _observations = new();
    private readonly FakeDefinitions _definitions = new(SampleDefinitions.All() with { Targets = SampleTargets.Set(SampleTargets.Count, SampleTargets.Level) });

    public ScreenTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(new Site { Name = "样例平台", EnglishName = "Sample platform" });
        Services.AddSingleton<Indices.Methodology.IDefinitionReader>(_definitions);
        Services.AddSingleton<IReleaseReader>(_releases);
        Services.AddSingleton<IObservationReader>(_observations);
        Services.AddSingleton<TargetReader>().AddSingleton<PublicationFeed>().AddSingleton<CurrentScreen>();
        SetRendererInfo(new RendererInfo("Server", true));
    }

    [Fact]
    public void Screen_WithData_ShowsEveryTargetTheCountsAndEveryIndex()
    {
        Observe(2022, 300);
        Observe(2024, 352);
        Publish(2025, 3);

        var screen = Show();

        Assert.Equal("样例平台", screen.Find("h1").TextContent);
        Assert.Equal(["上市公司数", "增加值"], screen.FindAll(".target .name").Select(e => e.TextContent));
        Assert.Contains("352", screen.Find(".target .value").TextContent, StringComparison.Ordinal);
        Assert.Equal("2 项目标，0 项已达成", screen.Find(".counts .name").TextContent);
        Assert.Equal(2, screen.FindAll(".index").Count);
        Assert.NotEmpty(screen.FindAll(".index svg.sparkline path"));
        Assert.Contains("XX-CREDIT 2025-Q3", screen.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Screen_WithoutAnyData_SaysNoDataOnEveryTile()
    {
        var screen = Show();

        Assert.Equal(2, screen.FindAll(".target.no-data .status").Count(s => s.TextContent.Contains("数据不足", StringComparison.Ordinal)));
        Assert.All(screen.FindAll(".target .reason"), reason => Assert.NotEqual("", reason.TextContent.Trim()));
        Assert.All(screen.FindAll(".index"), index => Assert.Contains("尚未发布", index.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Screen_BeforeTheDefinitionsAreLoaded_StillStands()
    {
        _definitions.Value = null;

        Assert.Equal("正在装入目标", Show().Find(".counts .name").TextContent);
    }

    [Theory]
    [InlineData(Origin.Synthetic, 1)]
    [InlineData(Origin.Official, 0)]
    public void Screen_WithDemonstrationData_CarriesTheMark(Origin origin, int marks)
    {
        Publish(2025, 3, origin);

        Assert.Equal(marks, Show().FindAll("header .synthetic").Count);
    }

    [Fact]
    public void Screen_WithOnlyFiguresOfAnotherScope_ShowsTheCitedOneBesideNoData()
    {
        _observations.Stored.Add(SampleTargets.Cited("T2-COUNT", "stock", 2024, 310));

        var tile = Show().Find(".target");

        Assert.Contains("数据不足", tile.TextContent, StringComparison.Ordinal);
        Assert.Contains("310", tile.QuerySelector(".reference-value")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("上市公司总数", tile.TextContent, StringComparison.Ordinal);
        Assert.Empty(tile.QuerySelectorAll(".bullet-bar"));
    }

    [Fact]
    public void Screen_InEnglish_SpeaksEnglish()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/screen?lang=en");

        var screen = Render<Screen>();

        Assert.Equal("Sample platform", screen.Find("h1").TextContent);
        Assert.Equal("Listed companies", screen.Find(".target .name").TextContent);
    }

    [Fact]
    public void Screen_OpenWhenAReleaseIsPublished_ShowsItAndKeepsTheRest()
    {
        Observe(2022, 300);
        Observe(2024, 352);
        var screen = Show();
        Assert.Empty(screen.FindAll(".index .value"));

        Publish(2025, 3);
        Services.GetRequiredService<PublicationFeed>().Wake();
        _clock.Advance(PublicationFeed.Throttle);

        screen.WaitForAssertion(() => Assert.Single(screen.FindAll(".index .value")));
        Assert.Contains("352", screen.Find(".target .value").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Screen_ThatStaysTheSame_IsNotDrawnAgain()
    {
        Observe(2022, 300);
        var screen = Show();
        var drawn = screen.RenderCount;

        // Another area's figure moves the counter, but nothing that is shown.
        _observations.Stored.Add(SampleTargets.Cited("OTHER", "", 2024, 1));
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(drawn, screen.RenderCount);
    }

    [Fact]
    public void Screen_WhenTheStoreFails_KeepsItsLastContentAndRecovers()
    {
        Publish(2025, 2);
        var screen = Show();
        _releases.Failure = new TimeoutException();
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Single(screen.FindAll(".index .value"));

        _releases.Failure = null;
        Publish(2025, 3);
        _clock.Advance(PublicationFeed.Heartbeat);

        screen.WaitForAssertion(() => Assert.Contains("2025年第三季度", screen.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Screen_OpenedWhileTheStoreFails_SaysSoAndShowsContentAsSoonAsItCan()
    {
        _releases.Failure = new TimeoutException();
        var screen = Show();
        Assert.Contains("正在重试", screen.Find(".waiting").TextContent, StringComparison.Ordinal);

        _releases.Failure = null;
        _clock.Advance(PublicationFeed.Heartbeat);

        screen.WaitForAssertion(() => Assert.Equal(2, screen.FindAll(".target").Count));
    }

    [Fact]
    public async Task Screen_AfterItIsClosed_ListensNoMore()
    {
        Show();
        await DisposeComponentsAsync();
        _clock.Advance(PublicationFeed.Heartbeat);
        var before = _releases.Editions;

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(before, _releases.Editions);
    }

    private IRenderedComponent<Screen> Show()
    {
        var screen = Render<Screen>();
        _clock.Advance(TimeSpan.Zero);
        return screen;
    }

    private void Publish(int year, int quarter, Origin origin = Origin.Official) =>
        _releases.Approved.Add(SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(year, quarter), Now.AddMinutes(-1), origin: origin));

    private void Observe(int year, double value)
    {
        var vintage = new Vintage(Now.AddDays(-20));
        _observations.Stored.Add(new Observation(
            new SeriesId("T2-COUNT", Measures.Value, SampleDefinitions.Area, "", Origin.Official), Period.OfYear(year), value, ObservationStatus.A, vintage, vintage, "hash"));
    }
}
