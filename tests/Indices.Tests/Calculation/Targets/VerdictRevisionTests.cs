using CsCheck;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>The verdict on the figure as first published and on its newest revision.</summary>
public class VerdictRevisionTests
{
    private static PolicyTarget Exceed3000 => Target(TargetKind.Level, 3000, Comparison.GreaterThan, baseline: 2000);

    private static Vintage At(string day) => new(OfficeClock.EndOf(DateOnly.Parse(day, null)));

    /// <summary>Values of one period by the day on which each became known.</summary>
    private static IEnumerable<Observation> Known(string period, string measure, params (string Day, double Value, ObservationStatus Status)[] vintages) =>
        vintages.Select(v => Value(period, v.Value, measure, v.Status) with { Vintage = At(v.Day), FirstVintage = At(vintages[0].Day) });

    private static IEnumerable<Observation> Known(string period, params (string Day, double Value)[] vintages) =>
        Known(period, Measures.Value, [.. vintages.Select(v => (v.Day, v.Value, ObservationStatus.A))]);

    private static TargetVerdicts? Verdicts(PolicyTarget target, string today, params IEnumerable<Observation> observations) =>
        Evaluate(target, today, observations).Verdicts;

    [Fact]
    public void Level_AchievedAsFirstPublishedAndNotByTheCensus_ShowsBothAndWhy()
    {
        var result = Evaluate(Exceed3000, "2027-06-01", Known("2025", ("2026-01-20", 3010), ("2027-03-28", 2990)));

        var verdicts = result.Verdicts!;
        Assert.Equal(new FigureVerdict(FinalVerdict.Achieved, Period.OfYear(2025), 3010, false, At("2026-01-20")), verdicts.FirstPublished);
        Assert.Equal(new FigureVerdict(FinalVerdict.NotAchieved, Period.OfYear(2025), 2990, false, At("2027-03-28")), verdicts.LatestRevised);
        Assert.Equal(FinalVerdict.NotAchieved, result.Verdict);
        Assert.Equal("2025首次公布（2026-01-20）为3010，达标；修订后（2027-03-28）为2990，未达标", verdicts.Difference!.Chinese);
        Assert.Equal("2025 was first published (2026-01-20) as 3010, meeting the target; revised (2027-03-28) to 2990, missing it", verdicts.Difference.English);
    }

    [Fact]
    public void Level_SeenBeforeTheRevision_KnowsNothingOfIt()
    {
        var history = new ObservationHistory(At("2027-01-01"), Known("2025", ("2026-01-20", 3010), ("2027-03-28", 2990)));

        var verdicts = TargetEvaluation.Evaluate(Set(Exceed3000), Exceed3000, history, TargetBuilder.Area, new DateOnly(2027, 1, 1)).Verdicts!;

        Assert.Equal(verdicts.FirstPublished, verdicts.LatestRevised);
        Assert.Null(verdicts.Difference);
    }

    [Fact]
    public void Level_RevisedWithoutChangingTheVerdict_HasNoDifference()
    {
        var verdicts = Verdicts(Exceed3000, "2027-06-01", Known("2025", ("2026-01-20", 3010), ("2027-03-28", 3050)))!;

        Assert.Equal((3010, 3050), (verdicts.FirstPublished.Value, verdicts.LatestRevised.Value));
        Assert.Null(verdicts.Difference);
    }

    [Fact]
    public void Level_ProvisionalFigure_IsNoVerdictButIsTheFirstPublished()
    {
        var result = Evaluate(Exceed3000, "2026-03-01", Known("2025", Measures.Value, ("2026-01-20", 3010, ObservationStatus.P)));

        Assert.Null(result.Verdict);
        Assert.True(result.Verdicts!.FirstPublished.IsProvisional);
        Assert.Equal(FinalVerdict.Achieved, result.Verdicts.FirstPublished.Verdict);
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2025-06-01")]
    public void Level_BeforeTheDateHasPassed_HasNoVerdicts(string today) =>
        Assert.Null(Verdicts(Exceed3000, today, Known("2025", ("2025-05-01", 3010))));

    [Fact]
    public void Flow_SumOfQuarters_IsFirstPublishedWhenItsLastQuarterIs()
    {
        var target = Target(TargetKind.Level, 100, isStock: false, frequency: Frequency.Quarterly, baseline: 50);
        var observations = Known("2025-Q1", ("2025-04-20", 20), ("2025-08-20", 25), ("2026-06-01", 27))
            .Concat(Known("2025-Q2", ("2025-07-20", 25))).Concat(Known("2025-Q3", ("2025-10-20", 25))).Concat(Known("2025-Q4", ("2026-01-20", 24)));

        var verdicts = Verdicts(target, "2026-07-01", observations)!;

        Assert.Equal((99, At("2026-01-20")), (verdicts.FirstPublished.Value, verdicts.FirstPublished.KnownAt));
        Assert.Equal((101, At("2026-06-01")), (verdicts.LatestRevised.Value, verdicts.LatestRevised.KnownAt));
        Assert.NotNull(verdicts.Difference);
    }

    [Fact]
    public void Growth_OfLevelsMovedByACensus_IsFirstPublishedOnTheLevelsOfItsTime()
    {
        // The census lifted every year by a tenth: no growth rate changed, though each first level stands beside a later one.
        var target = Target(TargetKind.Growth, 20, unit: "%") with { Years = [2024, 2025] };
        var observations = Known("2023", ("2024-01-20", 100), ("2025-12-01", 110)).Concat(Known("2024", ("2025-01-20", 121), ("2025-12-01", 133.1)))
            .Concat(Known("2025", ("2026-01-20", 161)));

        var verdicts = Verdicts(target, "2026-07-01", observations)!;

        Assert.Equal((FinalVerdict.Achieved, FinalVerdict.Achieved), (verdicts.FirstPublished.Verdict, verdicts.LatestRevised.Verdict));
        Assert.Equal(100 * (161 / 133.1 - 1), verdicts.FirstPublished.Value, 1e-9);
    }

    [Fact]
    public void Growth_OneYearRevisedBelowTheRate_NamesThatYear()
    {
        var target = Target(TargetKind.Growth, 20, unit: "%");
        var observations = Known("2023", Measures.YearOnYear, ("2024-01-20", 25, ObservationStatus.A))
            .Concat(Known("2024", Measures.YearOnYear, ("2025-01-20", 20.2, ObservationStatus.A), ("2026-05-20", 19.8, ObservationStatus.A)))
            .Concat(Known("2025", Measures.YearOnYear, ("2026-01-20", 25, ObservationStatus.A)));

        var verdicts = Verdicts(target, "2026-07-01", observations)!;

        Assert.Equal((FinalVerdict.Achieved, FinalVerdict.NotAchieved), (verdicts.FirstPublished.Verdict, verdicts.LatestRevised.Verdict));
        Assert.StartsWith("2024首次公布（2025-01-20）为20.2，达标", verdicts.Difference!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Level_FirstStatedAsMissing_IsFirstPublishedWhenItHasAValue()
    {
        var observations = Known("2025", Measures.Value, ("2026-01-20", 3010, ObservationStatus.O), ("2026-02-20", 3010, ObservationStatus.A), ("2026-05-20", 2990, ObservationStatus.A))
            .Select(o => o.Status == ObservationStatus.O ? o with { Value = null } : o);

        Assert.Equal(At("2026-02-20"), Verdicts(Exceed3000, "2026-07-01", observations)!.FirstPublished.KnownAt);
    }

    [Fact]
    public void Evaluate_AsOfAnyInstant_IsAsIfWhatCameLaterHadNeverBeen() =>
        Gen.Select(Gen.Select(Gen.Int[2018, 2025], Gen.Int[0, 900], Gen.Double[1500, 3500]).Array[1, 40], Gen.Int[0, 900]).Sample((rows, day) =>
        {
            var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var all = rows.DistinctBy(r => (r.Item1, r.Item2))
                .Select(r => Value($"{r.Item1}", r.Item3) with { Vintage = new(start.AddDays(r.Item2)), FirstVintage = new(start.AddDays(rows.Where(o => o.Item1 == r.Item1).Min(o => o.Item2))) })
                .ToList();
            var asOf = new Vintage(start.AddDays(day));
            TargetResult Seen(IEnumerable<Observation> known) => TargetEvaluation.Evaluate(
                Set(Exceed3000), Exceed3000, new ObservationHistory(asOf, known), TargetBuilder.Area, OfficeClock.DayOf(asOf.Instant));

            var (whole, cut) = (Seen(all), Seen(all.Where(o => o.Vintage <= asOf)));

            Assert.Equal(cut with { History = [], Notes = [] }, whole with { History = [], Notes = [] });
            Assert.Equal(cut.History, whole.History);
            Assert.Equal(cut.Notes, whole.Notes);
        });
}
