using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>Inside a year a flow is held against what past years had by then; expected figures are worked by hand.</summary>
public class InYearPathTests
{
    private static PolicyTarget Flow(Frequency frequency = Frequency.Quarterly) =>
        Target(TargetKind.Level, 1000, isStock: false, frequency: frequency, baseline: 512);

    private static IEnumerable<Observation> Totals(int year, params double[] quarters) =>
        quarters.Select((value, i) => Value($"{year}-Q{i + 1}", value, Measures.YearToDate));

    [Fact]
    public void Flow_InItsFirstQuarter_IsOnItsPathAtTheShareOfPastYearsAndNotAtAFourth()
    {
        // A fifth of the year, year after year; the year's path is the goal itself.
        var observations = Totals(2024, 160, 400, 600, 800).Concat(Totals(2025, 200));

        var inYear = Evaluate(Flow(), "2025-05-20", observations).InYear!;

        Near(0.2, inYear.Share, "share");
        Near(200, inYear.PathValue, "path");
        Near(1, inYear.Ratio, "ratio");
        Near(1000, inYear.Projected, "projected");
        Assert.Equal((Period.OfQuarter(2025, 1), 1), (inYear.Period, inYear.Years));
    }

    [Fact]
    public void Flow_WithSeveralPastYears_TakesTheMeanOfTheirSharesAndOfTheLastThreeOnly()
    {
        var observations = Totals(2021, 90, 90, 90, 100).Concat(Totals(2022, 100, 200, 300, 500)).Concat(Totals(2023, 150, 200, 300, 600))
            .Concat(Totals(2024, 240, 400, 600, 800)).Concat(Totals(2025, 200));

        var inYear = Evaluate(Flow(), "2025-05-20", observations).InYear!;

        // 0.2, 0.25 and 0.3; the ratio of sums would be 490 / 1900.
        Near(0.25, inYear.Share, "share");
        Assert.Equal(3, inYear.Years);
    }

    [Fact]
    public void Flow_BeforeTheLastYear_IsHeldAgainstThatYearsPointOfThePath()
    {
        var inYear = Evaluate(Flow(), "2024-08-20", Totals(2023, 100, 250, 400, 500).Concat(Totals(2024, 150, 300))).InYear!;

        Near(0.5 * 512 * Math.Pow(1000 / 512.0, 2 / 3.0), inYear.PathValue, "800 at the end of 2024, half of it by June");
        Near(600, inYear.Projected, "projected");
    }

    [Fact]
    public void Flow_GivenMonthByMonth_IsAddedUpWithJanuaryAndFebruaryInOne()
    {
        var observations = Enumerable.Range(1, 12).Select(m => Value($"2024-{m:00}", m <= 3 ? 20 : 60))
            .Concat([Value("2025-01~02", 30), Value("2025-03", 30)]);

        var inYear = Evaluate(Flow(Frequency.Monthly), "2025-04-20", observations).InYear!;

        Near(60, inYear.YearToDate, "to date");
        Near(60 / 600.0, inYear.Share, "share");
    }

    [Fact]
    public void Flow_WithAMonthMissing_StandsWhereTheTotalsEnd()
    {
        var observations = Enumerable.Range(1, 12).Select(m => Value($"2024-{m:00}", 50))
            .Concat([Value("2025-01", 40), Value("2025-03", 60)]);

        Assert.Equal(Period.OfMonth(2025, 1), Evaluate(Flow(Frequency.Monthly), "2025-04-20", observations).InYear!.Period);
    }

    [Fact]
    public void Flow_WithoutAPastYear_HasNoPathInsideTheYear() =>
        Assert.Null(Evaluate(Flow(), "2025-05-20", Totals(2025, 200)).InYear);

    [Fact]
    public void Flow_AtTheEndOfAYear_HasNone() =>
        Assert.Null(Evaluate(Flow(), "2025-02-20", Totals(2023, 100, 250, 400, 500).Concat(Totals(2024, 160, 400, 600, 800))).InYear);

    [Fact]
    public void Flow_WithoutABaseline_StillKnowsItsShareAndProjection()
    {
        var target = Flow() with { Baseline = new Baseline(Period.OfYear(2022), null, true, null, []) };

        var inYear = Evaluate(target, "2024-08-20", Totals(2023, 100, 250, 400, 500).Concat(Totals(2024, 150, 300))).InYear!;

        Assert.Equal((null, null), (inYear.PathValue, inYear.Ratio));
        Near(600, inYear.Projected, "projected");
    }

    [Fact]
    public void Stock_OfAnyPeriod_HasNone() =>
        Assert.Null(Evaluate(Target(TargetKind.Level, 1000, baseline: 500, frequency: Frequency.Quarterly), "2025-05-20", Totals(2024, 1, 2, 3, 4).Concat(Totals(2025, 1))).InYear);

    [Fact]
    public void Flow_ThatMayBeReadAsATotalSinceAYear_HasThatReadingBesideIt()
    {
        var target = Flow() with { CumulatedSince = new DateOnly(2023, 1, 1) };

        var result = Evaluate(target, "2025-05-20", Totals(2022, 1, 2, 3, 4).Concat(Totals(2023, 100, 250, 400, 500)).Concat(Totals(2024, 150, 300, 400, 420)).Concat(Totals(2025, 90)));

        Assert.Equal(new CumulatedReading(new DateOnly(2023, 1, 1), Period.OfQuarter(2025, 1), 1010, 101, true), result.Cumulated);
    }

    [Fact]
    public void Flow_WithAYearMissingSince_HasNoTotalSince() => Assert.Null(
        Evaluate(Flow() with { CumulatedSince = new DateOnly(2023, 1, 1) }, "2025-05-20", Totals(2024, 150, 300, 400, 420).Concat(Totals(2025, 90))).Cumulated);
}
