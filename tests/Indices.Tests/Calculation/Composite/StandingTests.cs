using Indices.Calculation;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class StandingTests
{
    private static readonly DateTimeOffset s_longAgo = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Overdue_WithinTheLimit_IsCarriedForwardAndNotCovered()
    {
        var scores = Scores(Gapped(2), "X");
        Assert.Equal([40.0, 40.0], scores[4..6].Select(s => s.Used!.Value));
        Assert.Equal([1, 2], scores[4..6].Select(s => s.Age));
        Assert.All(scores[4..6], s => Assert.True(s is { Status: ObservationStatus.I, IsCovered: false, Raw: null }));
    }

    [Fact]
    public void Overdue_BeyondTheLimit_MovesWithItsObservedSiblings()
    {
        var result = Gapped(4);
        var (x, y) = (Scores(result, "X"), Scores(result, "Y"));
        for (var at = 6; at < 8; at++)
        {
            Assert.Null(x[at].Used);
            Assert.Equal(ObservationStatus.I, x[at].Status);
            Assert.Equal(x[at - 1].Score!.Value * y[at].Score!.Value / y[at - 1].Score!.Value, x[at].Score!.Value, 1e-9);
        }
    }

    [Fact]
    public void ClassMean_WithoutObservedSiblings_KeepsTheScore()
    {
        var result = Calculate(OfIndicators(Indicator("X")), Known(Values("X", "2022Q1", 40, 40, 40, 40)), "2023Q4");
        Assert.All(Scores(result, "X"), s => Assert.Equal(76.0, s.Score!.Value, 1e-9));
    }

    [Fact]
    public void ClassMean_BeyondTwiceTheLimit_AsksForANewVersion()
    {
        Assert.Empty(Gapped(4).Warnings);
        Assert.Contains("a version without it is due", Assert.Single(Gapped(5).Warnings).English, StringComparison.Ordinal);
    }

    [Fact]
    public void NeverObserved_LeavesIndexAndGroupWithoutValueAndWithAReason()
    {
        var result = Calculate(OfIndicators(Indicator("X"), Indicator("Y")), Known(Values("X", "2022Q1", 40)), "2022Q2");
        Assert.Equal(2, result.Values.Length);
        Assert.All(result.Values, v =>
        {
            Assert.True(v is { Value: null, Published: false, Status: ObservationStatus.O });
            Assert.Equal("no value: Y has no observation yet", v.Reason!.English);
        });
    }

    [Fact]
    public void NotYetDue_IsHeldAndCoveredUntilTheEndOfTheDueDay()
    {
        // Due 30 days after 31 March, at the end of the day in the office: 30 April 16:00 UTC.
        var due = new DateTimeOffset(2023, 4, 30, 16, 0, 0, TimeSpan.Zero);
        Assert.True(Newest(due.AddMilliseconds(-1)) is { Status: ObservationStatus.E, IsCovered: true, Used: 40.0, Raw: null });
        Assert.True(Newest(due) is { Status: ObservationStatus.I, IsCovered: false });

        static IndicatorScore Newest(DateTimeOffset asOf) => Scores(Calculate(
            OfIndicators(Indicator("X")) with { Release = Release(55) },
            new Snapshot(new Vintage(asOf), Values("X", "2022Q1", 40, 40, 40, 40)), "2023Q1"), "X")[^1];
    }

    [Fact]
    public void JanuaryOfYearToDate_CarriesDecemberAsNotDue()
    {
        var monthly = Indicator("X") with { Frequency = Frequency.Monthly, Transforms = [new(TransformKind.TtmSum)] };
        var data = Enumerable.Range(2021, 2).SelectMany(year => Enumerable.Range(2, 11)
            .Select(month => Observed("X", Period.OfMonth(year, month), 4.0 * month, Measures.YearToDate)));
        var result = Calculate(OfIndicators(monthly) with { Frequency = Frequency.Monthly }, Known(data), "2023-01");
        var january = Scores(result, "X")[^1];
        Assert.True(january is { Status: ObservationStatus.L, IsCovered: true, Used: 48.0, Raw: null, Age: 1 });
        var index = result.Values.Last(v => v.Node == "TEST");
        Assert.True(index is { Published: true, Coverage: 1.0, Status: ObservationStatus.A });
    }

    [Fact]
    public void StepRelease_HoldsWhatWasKnownAtEachCutOff_AndDoesNotRestateThePast()
    {
        var held = Indicator("X") with { Alignment = Alignment.StepRelease, DueLagDays = 60 };
        var monthly = OfIndicators(held) with { Frequency = Frequency.Monthly, Release = Release(20) };
        Observation[] data =
        [
            Observed("X", Period.OfQuarter(2021, 4), 10, known: s_longAgo),
            Observed("X", Period.OfQuarter(2022, 1), 20, known: new DateTimeOffset(2022, 5, 25, 0, 0, 0, TimeSpan.Zero)),
        ];
        var used = Scores(Calculate(monthly, Known(data), "2022-05"), "X").ToDictionary(s => s.Period.ToString());
        Assert.Equal([10.0, 10.0, 20.0], Used(used, "2022-03", "2022-04", "2022-05"));
        // 2022-Q1 is due on 30 May: nothing is overdue at the cut-off of April, 20 May.
        Assert.True(used["2022-04"] is { Status: ObservationStatus.A, IsCovered: true, Age: 1 });
    }

    [Fact]
    public void StepRelease_OverdueAtTheCutOff_IsImputed()
    {
        var held = Indicator("X") with { Alignment = Alignment.StepRelease, DueLagDays = 15 };
        var monthly = OfIndicators(held) with { Frequency = Frequency.Monthly, Release = Release(20) };
        var score = Scores(Calculate(monthly, Known(Observed("X", Period.OfQuarter(2021, 4), 10, known: s_longAgo)), "2022-03"), "X")[^1];
        Assert.True(score is { Status: ObservationStatus.I, IsCovered: false, Used: 10.0 });
    }

    [Fact]
    public void StepRelease_OfHistoryLoadedLater_CountsAsKnownWhenDue()
    {
        var held = Indicator("X") with { Alignment = Alignment.StepRelease, DueLagDays = 60 };
        var monthly = OfIndicators(held) with { Frequency = Frequency.Monthly, Release = Release(20) };
        var loaded = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Observation[] data = [Observed("X", Period.OfQuarter(2021, 4), 10, known: loaded), Observed("X", Period.OfQuarter(2022, 1), 20, known: loaded)];
        var used = Scores(Calculate(monthly, Known(data), "2022-05"), "X").ToDictionary(s => s.Period.ToString());
        Assert.Equal([10.0, 20.0], Used(used, "2022-04", "2022-05"));
    }

    [Fact]
    public void StepReference_GivesAYearToItsQuarters_AndTheYearBeforeUntilItIsKnown()
    {
        var annual = Indicator("X") with { Frequency = Frequency.Annual, Alignment = Alignment.StepReference, DueLagDays = 150, CarryForwardLimit = 1 };
        var methodology = OfIndicators(annual) with { Release = Release(55) };
        var scores = Scores(Calculate(methodology, new Snapshot(
            new Vintage(new DateTimeOffset(2023, 6, 1, 0, 0, 0, TimeSpan.Zero)), Values("X", "2021", 30, 50)), "2023Q1"), "X");
        Assert.Equal([30, 30, 30, 30, 50, 50, 50, 50, 50], scores.Select(s => s.Used!.Value));
        Assert.All(scores[..8], s => Assert.True(s is { Status: ObservationStatus.A, IsCovered: true }));
        Assert.True(scores[8] is { Status: ObservationStatus.E, IsCovered: true, Raw: null });
    }

    [Fact]
    public void HeldValue_StandsIn_UnlessItIsAsItShouldBe()
    {
        Assert.True(Held(ObservationStatus.A, Alignment.Native));
        Assert.False(Held(ObservationStatus.L, Alignment.Native));
        Assert.False(Held(ObservationStatus.A, Alignment.StepRelease));
        Assert.False(Held(ObservationStatus.L, Alignment.StepRelease));
        Assert.False(new Standing(StandingKind.Observed, null, ObservationStatus.A, 0, 0).StandsIn(Alignment.Native));
        Assert.True(new Standing(StandingKind.Carried, null, ObservationStatus.I, 1, 1).StandsIn(Alignment.StepRelease));

        static bool Held(ObservationStatus status, Alignment alignment) => new Standing(StandingKind.Held, null, status, 1, 0).StandsIn(alignment);
    }

    private static IndexResult Gapped(int missing) => Calculate(
        OfIndicators(Indicator("X"), Indicator("Y")),
        Known([.. Values("X", "2022Q1", 40, 40, 40, 40), .. Values("Y", "2022Q1", 40, 42, 44, 46, 48, 50, 52, 54, 56)]),
        Period.OfQuarter(2022, 4).Plus(missing).ToString());

    private static IndicatorScore[] Scores(IndexResult result, string indicator) => [.. result.Scores.Where(s => s.Indicator == indicator)];

    private static IEnumerable<double> Used(Dictionary<string, IndicatorScore> scores, params string[] periods) =>
        periods.Select(period => scores[period].Used!.Value);
}
