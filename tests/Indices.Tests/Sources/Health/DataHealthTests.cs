using System.Globalization;
using Indices.Methodology;
using Indices.Observations;
using Indices.Sources;
using Indices.Sources.Health;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Sources.Health;

/// <summary>The sample indicators are quarterly with a lag of 40 days; the index is released 55 days after a quarter, 70 after a fourth.</summary>
public sealed class DataHealthTests
{
    [Theory]
    // Midnight in Shanghai is 16:00 UTC the day before.
    [InlineData("2024-Q1", "2024-06-30", SourceCondition.Complete, null, 0)]
    [InlineData("2024-Q1", "2024-07-01", SourceCondition.Due, "2024-Q2", 0)]
    [InlineData("2024-Q1", "2024-08-09", SourceCondition.Due, "2024-Q2", 0)]
    [InlineData("2024-Q1", "2024-08-10", SourceCondition.Late, "2024-Q2", 1)]
    [InlineData("2024-Q1", "2024-11-09", SourceCondition.Late, "2024-Q2", 1)]
    [InlineData("2024-Q1", "2024-11-10", SourceCondition.Stale, "2024-Q2", 2)]
    [InlineData("2024-Q2", "2024-08-10", SourceCondition.Complete, null, 0)]
    [InlineData("2024-Q3", "2024-08-10", SourceCondition.Complete, null, 0)]
    public void Of_NewestPeriodAndDay_IsJudgedByTheLag(string newest, string day, SourceCondition expected, string? awaited, int late)
    {
        var series = State(At(day), [Value("I-NPL", newest), Value("I-COVER", newest)]).Series.Single(s => s.Series.Indicator == "I-NPL");

        Assert.Equal((expected, awaited, late), (series.Condition, series.Awaited?.ToString(), series.PeriodsLate));
    }

    [Fact]
    public void Of_SeriesThatNeverCame_IsStaleAndAwaitsTheNewestPeriodDue()
    {
        var series = State(At("2024-08-10"), []).Series[0];

        Assert.Equal((SourceCondition.Stale, null, "2024-Q2"), (series.Condition, series.Newest, series.Awaited.ToString()));
    }

    [Fact]
    public void Of_LateSeries_SaysWhenItWasDue() => Assert.Equal(
        new DateTimeOffset(2024, 8, 9, 16, 0, 0, TimeSpan.Zero), State(At("2024-08-10"), [Value("I-NPL", "2024-Q1"), Value("I-COVER", "2024-Q2")]).Series[1].DueAt);

    [Fact]
    public void Of_SourceSlowerThanItsIndicators_IsGivenItsOwnTime() => Assert.Equal(
        SourceCondition.Due, State(At("2024-08-20"), [Value("I-NPL", "2024-Q1"), Value("I-COVER", "2024-Q1")], s => s with { DueLagDays = 60 }).Condition);

    [Fact]
    public void Of_OneLateSeries_MakesItsSourceLateAndEndangersTheNextRelease()
    {
        var state = State(At("2024-08-10"), [Value("I-NPL", "2024-Q1"), Value("I-COVER", "2024-Q2")]);

        Assert.Equal(SourceCondition.Late, state.Condition);
        var release = Assert.Single(state.Endangered);
        Assert.Equal((SampleDefinitions.CompositeCode, "2024-Q2"), (release.Index, release.Period.ToString()));
        Assert.Equal(new DateTimeOffset(2024, 8, 26, 2, 0, 0, TimeSpan.Zero), release.At);
    }

    [Fact]
    public void Of_NothingLate_EndangersNothing() =>
        Assert.Empty(State(At("2024-08-10"), [Value("I-NPL", "2024-Q2"), Value("I-COVER", "2024-Q2")]).Endangered);

    [Theory]
    [InlineData(FetchOutcome.Failed, SourceCondition.Failing)]
    [InlineData(FetchOutcome.Unchanged, SourceCondition.Complete)]
    public void Of_FetchedSource_FailsWhenItsLastFetchDid(FetchOutcome outcome, SourceCondition expected)
    {
        var now = At("2024-08-10");
        var states = DataHealth.Of(Definitions(s => s), [Value("I-QUERY", "2024-Q2")], [new Fetch("service", "https://data.example/", now, now, "scheduler", outcome)], now);

        Assert.Equal(expected, states.Single(s => s.Source.Code == "service").Condition);
    }

    [Fact]
    public void Of_SourceThatIsSwitchedOff_ExpectsNothing()
    {
        var state = State(At("2024-08-10"), [], s => s with { IsEnabled = false });

        Assert.Equal((SourceCondition.Off, 0), (state.Condition, state.Endangered.Length));
    }

    [Theory]
    // A monthly total since January: January alone is never published.
    [InlineData("2023-12", "2024-02-20", SourceCondition.Complete)]
    [InlineData("2023-12", "2024-03-05", SourceCondition.Due)]
    [InlineData("2024-01~02", "2024-03-25", SourceCondition.Complete)]
    public void Of_MonthlyTotal_DoesNotAwaitJanuary(string newest, string day, SourceCondition expected)
    {
        var sources = SeedDefinitions.All with { Sources = new SourceSet([SeedDefinitions.All.Sources.Find("CSRC-ZJ")! with { Series = [new("CMVI-EQUITY-RAISED", Measures.YearToDate, null, null, null, null, null, [])] }]) };
        var value = new NewestValue(new SeriesId("CMVI-EQUITY-RAISED", Measures.YearToDate, "330100", "", Origin.Official), Period.Parse(newest));

        Assert.Equal(expected, Assert.Single(DataHealth.Of(sources, [value], [], At(day))).Condition);
    }

    [Fact]
    public void Of_Seed_KnowsEverySeriesOfEverySource() => Assert.All(
        DataHealth.Of(SeedDefinitions.All, [], [], At("2026-11-24")), s => Assert.Equal(s.Source.Series.Length, s.Series.Length));

    private static SourceState State(DateTimeOffset now, NewestValue[] newest, Func<Source, Source>? change = null) =>
        DataHealth.Of(Definitions(change ?? (s => s)), newest, [], now)[0];

    private static Definitions Definitions(Func<Source, Source> change) =>
        SampleDefinitions.All() with { Sources = new SourceSet([change(SampleDefinitions.Sources.All[0]), SampleDefinitions.Sources.All[1]]) };

    private static NewestValue Value(string indicator, string period) =>
        new(new SeriesId(indicator, Measures.Value, SampleDefinitions.Area, "", Origin.Official), Period.Parse(period));

    /// <summary>00:00 of a day in Shanghai.</summary>
    private static DateTimeOffset At(string day) => new(DateTime.Parse(day, CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
