using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

public class TargetSeriesTests
{
    private static PolicyTarget Flow(Frequency frequency = Frequency.Monthly, double? baseline = 50) =>
        Target(TargetKind.Level, 100, Comparison.GreaterThan, isStock: false, frequency: frequency, baseline: baseline);

    private static IEnumerable<Observation> Months(int year, Func<int, double> value, string measure = Measures.Value) =>
        Enumerable.Range(1, 12).Select(m => Value($"{year}-{m:00}", value(m), measure));

    [Theory]
    [InlineData("2022-12")]
    [InlineData("2023-02")]
    [InlineData("2023-03")]
    public void Flow_ExampleTotals_GiveTheSumsOfTheExample(string newest)
    {
        // Worked example of the methodology, section 3.1; earlier sums need totals of 2021, which it does not list.
        var rows = Read("ttm_from_ytd.csv").TakeWhile(r => string.CompareOrdinal(r["period"], newest) <= 0).ToList();
        var observations = rows.Where(r => r.Figure("ytd") is not null).Select(r => Value(r["period"], r.Number("ytd"), Measures.YearToDate));

        var result = Evaluate(Flow(), "2023-05-01", observations);

        Assert.Equal(newest, result.CurrentPeriod.ToString());
        Near(rows[^1].Number("ttm_sum"), result.Current, newest);
    }

    [Fact]
    public void Flow_FromYearToDateTotals_IsTheSumOfTwelveMonths()
    {
        var observations = Months(2023, m => 10 * m, Measures.YearToDate)
            .Concat([Value("2024-01~02", 26, Measures.YearToDate), Value("2024-03", 40, Measures.YearToDate)]);

        var result = Evaluate(Flow(), "2024-05-01", observations);

        Assert.Equal(Period.Parse("2024-03"), result.CurrentPeriod);
        Near(40 + 120 - 30, result.Current, "2024-03");
        Assert.Equal([120.0], result.History.Select(h => h.Value));
    }

    [Theory]
    [InlineData(Measures.YearToDate)]
    [InlineData(Measures.Value)]
    public void Flow_MergedJanuaryAndFebruary_IsComparedWithFebruary(string measure)
    {
        var observations = Months(2023, m => 10 * m, Measures.YearToDate).Append(Value("2024-01~02", 26, measure));

        Near(26 + 120 - 20, Evaluate(Flow(), "2024-05-01", observations).Current, "2024-01~02");
    }

    [Fact]
    public void Flow_FromSingleMonths_NeedsAllTwelve()
    {
        var observations = Months(2023, m => m).Concat([Value("2024-01~02", 5), Value("2024-04", 9)]);

        var result = Evaluate(Flow(), "2024-05-01", observations);

        // April cannot be summed without March; February's window is March to December and the merged months.
        Assert.Equal("2024-01~02", result.CurrentPeriod.ToString());
        Near(78 - 1 - 2 + 5, result.Current, "twelve months");
    }

    [Fact]
    public void Flow_BaselineNotGiven_IsReadFromTheSameSeries()
    {
        var observations = Months(2022, _ => 5).Concat(Months(2023, _ => 6));

        var result = Evaluate(Flow(baseline: null), "2024-02-01", observations);

        Assert.Equal(60, result.Baseline);
        Near(60 * Math.Pow(100 / 60.0, 1 / 3.0), result.PathValue, "path");
        Near(100 * 12 / 40.0, result.ProgressPercent, "progress");
    }

    [Fact]
    public void Stock_Quarterly_IsTheNewestEndOfPeriodOnItsLinearPath()
    {
        var target = Target(TargetKind.Count, 400, Comparison.GreaterThan, "家", frequency: Frequency.Quarterly, baseline: 300, minimumPass: 401);

        var result = Evaluate(target, "2024-08-01", Value("2023-Q4", 330), Value("2024-Q2", 345));

        Near(300 + 101 * 1.5 / 3, result.PathValue, "path at 2023.5 of 2022 to 2025");
        Near((401 - 345) / 1.5, result.RequiredPerYear, "pace");
    }

    [Fact]
    public void Ratio_FromNumeratorsAndDenominators_IsTheRatioOfSums()
    {
        var target = Target(TargetKind.Around, 30, Comparison.Around, "%", isStock: false, frequency: Frequency.Quarterly, baseline: 26);
        var observations = Enumerable.Range(1, 4).SelectMany(q => new[]
        {
            Value($"2024-Q{q}", 10 * q, Measures.Numerator), Value($"2024-Q{q}", 100, Measures.Denominator),
        }).Append(Value("2024-Q4", 99));

        Near(100 * 100.0 / 400, Evaluate(target, "2025-02-01", observations).Current, "ratio");
    }

    [Fact]
    public void Growth_PublishedAndLevels_PublishedWins()
    {
        var target = Target(TargetKind.Growth, 20, unit: "%");

        var result = Evaluate(target, "2024-03-01", Value("2022-Q4", 240), Value("2023-Q4", 310), Value("2023-Q4", 21.9, Measures.YearOnYear));

        Assert.Equal(21.9, result.Current);
        Assert.Equal(ObservationStatus.A, result.CurrentStatus);
        Assert.Equal(1, result.YearsMet);
    }

    [Fact]
    public void Growth_WithinAYear_WaitsForItsEnd()
    {
        var target = Target(TargetKind.Growth, 20, unit: "%", frequency: Frequency.Quarterly);

        var result = Evaluate(target, "2024-11-01", Value("2023-Q4", 24, Measures.YearOnYear), Value("2024-Q3", 5, Measures.YearOnYear));

        Assert.Equal(24, result.Current);
        Assert.Equal(TargetStatus.OnTrack, result.Status);
    }

    [Fact]
    public void SmallCount_GivenDirectly_IsNotCountedFromMembers()
    {
        var target = Target(TargetKind.CountSmall, 3, unit: "个", baseline: 1, threshold: 1000);

        var result = Evaluate(target, "2025-02-01", Value("2024", 2), Value("2024", 1500, scope: "甲"));

        Assert.Equal(2, result.Current);
    }

    [Fact]
    public void SmallCount_MemberMissingInTheNewestYear_IsNotCountedShort()
    {
        var target = Target(TargetKind.CountSmall, 3, unit: "个", baseline: 1, threshold: 1000);

        var result = Evaluate(target, "2024-05-01",
            Value("2022", 1000, scope: "甲"), Value("2022", 999.9, scope: "乙"), Value("2023", 1100, scope: "甲"));

        Assert.Equal(Period.OfYear(2022), result.CurrentPeriod);
        Assert.Equal(1, result.Current);
    }

    [Fact]
    public void SmallCount_PathThatAsksForNothingYet_IsOnTrack()
    {
        var target = Target(TargetKind.CountSmall, 2, unit: "个", baseline: 0);

        var result = Evaluate(target, "2024-02-01", Value("2023", 0));

        Assert.Equal(0, result.PathValue);
        Assert.Null(result.PathRatio);
        Assert.Equal(TargetStatus.OnTrack, result.Status);
    }

    [Theory]
    [InlineData(29.0, TargetStatus.OnTrack)]
    [InlineData(25.5, TargetStatus.OnTrack)]
    [InlineData(24.0, TargetStatus.Behind)]
    [InlineData(23.0, TargetStatus.FarBehind)]
    public void Around_GapToThePath_DecidesBeforeTheEnd(double value, TargetStatus status)
    {
        // The path from 26 stands at 27.33 at the end of 2023.
        var target = Target(TargetKind.Around, 30, Comparison.Around, "%", isStock: false, baseline: 26);

        Assert.Equal(status, Evaluate(target, "2024-02-01", Value("2023", value)).Status);
    }

    [Fact]
    public void Growth_LatestAndAverageBothMissed_IsFarBehind()
    {
        var target = Target(TargetKind.Growth, 20, unit: "%");

        Assert.Equal(TargetStatus.FarBehind, Evaluate(target, "2024-03-01", Value("2023", 19, Measures.YearOnYear)).Status);
    }

    [Fact]
    public void Flow_MarchWithoutLastYearsMarch_IsNotComparedWithTheMergedMonths()
    {
        var result = Evaluate(Flow(), "2024-05-01",
            Value("2023-01~02", 20), Value("2023-12", 120, Measures.YearToDate), Value("2024-03", 40, Measures.YearToDate));

        Assert.Equal("2023-12", result.CurrentPeriod.ToString());
    }

    [Theory]
    [InlineData(null, 126)]
    [InlineData(22.0, 124)]
    public void Flow_FebruaryOfLastYear_IsItsOwnTotalAndTheMergedMonthsWhereItHasNone(double? ownTotal, double sum)
    {
        IEnumerable<Observation> observations =
        [
            Value("2023-01~02", 20), Value("2023-12", 120, Measures.YearToDate), Value("2024-02", 26, Measures.YearToDate),
            .. ownTotal is { } total ? [Value("2023-02", total, Measures.YearToDate)] : Array.Empty<Observation>(),
        ];

        Assert.Equal(sum, Evaluate(Flow(), "2024-05-01", observations).Current);
    }

    [Theory]
    [InlineData("2024-02")]
    [InlineData("2024-01~02")]
    public void Flow_TotalAndMergedMonthsOfOnePeriod_TakesTheTotal(string period)
    {
        var observations = Months(2023, m => 10 * m, Measures.YearToDate)
            .Concat([Value(period, 26, Measures.YearToDate), Value("2024-01~02", 25)]);

        Near(26 + 120 - 20, Evaluate(Flow(), "2024-05-01", observations).Current, "total");
    }

    [Fact]
    public void Flow_YearsOwnFigureAndItsMonths_TakesTheYearsOwn() =>
        Assert.Equal(80, Evaluate(Flow(), "2024-02-01", Months(2023, m => m).Append(Value("2023", 80))).Current);

    [Fact]
    public void Ratio_DenominatorMissingOrNothing_HasNoFigure()
    {
        var target = Target(TargetKind.Level, 30, unit: "%", isStock: false, frequency: Frequency.Quarterly, baseline: 26);
        IEnumerable<Observation> Quarters(int year, params double[] denominators) => Enumerable.Range(1, 4).SelectMany(q => denominators.Length < q
            ? [Value($"{year}-Q{q}", 10, Measures.Numerator)]
            : new[] { Value($"{year}-Q{q}", 10, Measures.Numerator), Value($"{year}-Q{q}", denominators[q - 1], Measures.Denominator) });

        var result = Evaluate(target, "2025-02-01", Quarters(2022, 40, 40, 40, 80).Concat(Quarters(2023, 1, 1, 1)).Concat(Quarters(2024, 100, -50, -50, 0)));

        // The year to 2023-Q3 is the last with all its denominators; those of 2024 add up to nothing.
        Assert.Equal(Period.OfQuarter(2023, 3), result.CurrentPeriod);
        Near(100 * 40 / 83.0, result.Current, "ratio of sums, a level in percent");
    }

    [Fact]
    public void Share_WithoutNumerators_IsThePublishedShare()
    {
        var target = Target(TargetKind.Around, 30, Comparison.Around, "亿元", baseline: 26);

        Assert.Equal(28, Evaluate(target, "2024-02-01", Value("2023", 28)).Current);
    }

    [Theory]
    [InlineData(true, 30)]
    [InlineData(false, 25)]
    public void Growth_OfLevels_IsOfEndsOfYearsForStocksAndOfSumsForFlows(bool isStock, double growth)
    {
        var target = Target(TargetKind.Growth, 20, unit: "%", isStock: isStock, frequency: Frequency.Quarterly);
        IEnumerable<Observation> Quarters(int year, params double[] values) => values.Select((value, i) => Value($"{year}-Q{i + 1}", value));

        var result = Evaluate(target, "2024-03-01", Quarters(2022, 10, 20, 30, 40).Concat(Quarters(2023, 20, 30, 23, 52)));

        Near(growth, result.Current, "growth");
        Assert.Equal(ObservationStatus.E, result.CurrentStatus);
    }

    [Fact]
    public void Growth_FromNothing_IsNone() =>
        Assert.Null(Evaluate(Target(TargetKind.Growth, 20, unit: "%"), "2024-03-01", Value("2022", 0), Value("2023", 5)).Current);

    [Fact]
    public void Growth_ThatMustStayLow_IsHeldAgainstItsPathUpsideDown()
    {
        var result = Evaluate(Target(TargetKind.Growth, 5, Comparison.AtMost, "%"), "2024-03-01", Value("2023", 4, Measures.YearOnYear));

        Near(105 / 104.0, result.PathRatio, "ratio");
    }

    [Fact]
    public void Growth_WithTwoYearsLeft_NeedsTheRateThatBringsTheAverageToTheTarget()
    {
        var result = Evaluate(Target(TargetKind.Growth, 20, unit: "%"), "2024-03-01", Value("2023", 25, Measures.YearOnYear));

        Near(100 * (Math.Sqrt(1.2 * 1.2 * 1.2 / 1.25) - 1), result.RequiredAnnualGrowthPercent, "pace");
    }

    [Theory]
    [InlineData(true, true, 60)]
    [InlineData(false, true, 70)]
    [InlineData(true, false, 60)]
    public void Figures_UnderTheIndicatorsCodeOrTheTargetsOwn_AreRead(bool underIndicator, bool underOwn, double expected)
    {
        var target = Target(TargetKind.Level, 100, baseline: 50) with { Indicator = "I-ONE" };
        IEnumerable<Observation> observations =
        [
            .. underIndicator ? [Value("2023", 60, code: "I-ONE")] : Array.Empty<Observation>(),
            .. underOwn ? [Value("2023", 70)] : Array.Empty<Observation>(),
        ];

        Assert.Equal(expected, Evaluate(target, "2024-03-01", observations).Current);
    }

    [Fact]
    public void Figures_UnderTheIndicatorInAnotherScopeOnly_AreStillTheIndicators()
    {
        var target = Target(TargetKind.Level, 100, baseline: 50) with { Indicator = "I-ONE" };

        Assert.Null(Evaluate(target, "2024-03-01", Value("2023", 60, code: "I-ONE", scope: "甲"), Value("2023", 70)).Current);
    }

    [Fact]
    public void Members_WithoutAUsableSize_AreNotMembers()
    {
        var target = Target(TargetKind.CountSmall, 3, unit: "个", baseline: 1, threshold: 1000);

        var result = Evaluate(target, "2024-02-01", Value("2023", 1500, scope: "甲"), Value("2023", 900, scope: "乙", bound: Bound.Lower));

        Assert.Equal(["甲"], result.Members.Select(m => m.Name));
        Assert.Equal(1, result.Current);
    }

    [Theory]
    [InlineData(1000.0, true)]
    [InlineData(999.0, false)]
    public void Members_AtTheThreshold_HaveReachedIt(double size, bool reached)
    {
        var target = Target(TargetKind.CountSmall, 3, unit: "个", baseline: 1, threshold: 1000);

        var result = Evaluate(target, "2026-03-01", Value("2025", size, scope: "甲"), Value("2026", 5000, scope: "甲"), Value("2026", 5000, scope: "乙"));

        var member = Assert.Single(result.Members);
        Assert.Equal((Period.OfYear(2025), size, reached), (member.Period, member.Size, member.Reaches));
        Assert.Null(member.Probability);
    }

    [Fact]
    public void Origin_OfAnotherScopeOfAPlainTarget_IsNotItsOwn() => Assert.Equal(
        Origin.Official, Evaluate(Flow(Frequency.Annual), "2024-03-01", Value("2023", 60), Value("2023", 60, scope: "甲", origin: Origin.Synthetic)).Origin);

    [Fact]
    public void Origin_AnySeries_IsCarried() =>
        Assert.Equal(Origin.Synthetic, Evaluate(Flow(Frequency.Annual), "2024-03-01", Value("2023", 60, origin: Origin.Synthetic)).Origin);
}
