using CsCheck;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>What the worked example has no case of. Expected figures are worked out by formula with SciPy's distributions.</summary>
public class TargetForecastTests
{
    private static readonly double[] Births = [2500, 2540, 2575, 2630, 2660, 2710, 2745];

    private static PolicyTarget Level(double goal = 180, Comparison comparison = Comparison.GreaterThan, bool isStock = true) =>
        Target(TargetKind.Level, goal, comparison, isStock: isStock, frequency: Frequency.Quarterly, baseline: 121);

    private static PolicyTarget Count(double goal, bool isCumulative) => Target(
        TargetKind.Count, goal - 1, Comparison.GreaterThan, "家", frequency: Frequency.Quarterly, baseline: goal / 2, minimumPass: goal) with
    {
        IsCumulative = isCumulative,
    };

    private static IEnumerable<Observation> Quarters(string first, params double[] values) =>
        values.Select((value, i) => Value(Period.Parse(first).Plus(i).ToString(), value));

    private static IEnumerable<Observation> Years(int first, params double[] values) =>
        values.Select((value, i) => Value($"{first + i}", value));

    [Fact]
    public void Level_InsideAYear_GrowsByTheRatesBetweenTheSameQuarters()
    {
        var observations = new[] { 100.0, 112, 121, 135, 150 }.SelectMany((v, i) => new[] { Value($"{2020 + i}-Q3", v), Value($"{2020 + i}-Q2", 7) });

        var forecast = Evaluate(Level(), "2024-11-01", observations).Forecast!;

        Near(170.26280248974948, forecast.Point, "point");
        Near(0.038453147213352204, forecast.Probability, "probability");
    }

    [Fact]
    public void Level_AnotherLevelOfTheInterval_IsTheOneOfTheRules()
    {
        var set = Set(Level()) with { Forecast = ForecastRules.Default with { Level = 0.8 } };
        var observations = new[] { 100.0, 112, 121, 135, 150 }.Select((v, i) => Value($"{2020 + i}-Q3", v));

        var forecast = TargetEvaluation.Evaluate(set, set.Targets[0], new ObservationHistory(Ever, observations), TargetBuilder.Area, new DateOnly(2024, 11, 1)).Forecast!;

        Assert.Equal(0.8, forecast.Level);
        Near(164.51309593758498, forecast.Low, "low");
        Near(176.21346037194394, forecast.High, "high");
    }

    [Fact]
    public void Level_ThatMustFall_HasTheProbabilityOfTheOtherTail()
    {
        var target = Target(TargetKind.Level, 3.7, Comparison.AtMost);

        var result = Evaluate(target, "2025-02-01", Years(2021, 5, 4.6, 4.4, 4.0));

        Near(0.4589220479362401, result.Forecast!.Probability, "probability");
        Near(100 * (4.6 - 4.0) / (4.6 - 3.7), result.ProgressPercent, "progress");
        // The path is at 3.979 and the ratio, upside down, just below one.
        Near(4.6 * Math.Pow(3.7 / 4.6, 2 / 3.0) / 4.0, result.PathRatio, "ratio");
        Assert.Equal(TargetStatus.Behind, result.Status);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Level_WithFewerThanThreeRates_HasNoForecast(int rates, bool hasForecast) => Assert.Equal(
        hasForecast, Evaluate(Target(TargetKind.Level, 3000, baseline: 2000), "2025-02-01", Years(2024 - rates, [.. Enumerable.Range(0, rates + 1).Select(i => 2400.0 + i * i)])).Forecast is not null);

    [Fact]
    public void Level_GapInThePast_CountsFromTheGap()
    {
        var target = Target(TargetKind.Level, 3000, baseline: 2000);

        Assert.Null(Evaluate(target, "2025-02-01", Years(2015, 1, 2, 3, 4, 5, 6, 7).Concat(Years(2023, 2500, 2600))).Forecast);
    }

    [Theory]
    [InlineData(1.02, TargetStatus.OnTrack)]
    [InlineData(1.0199, TargetStatus.Behind)]
    [InlineData(0.9, TargetStatus.Behind)]
    [InlineData(0.8999, TargetStatus.FarBehind)]
    public void Status_WithoutAForecast_NeedsAMarginAboveThePath(double ratio, TargetStatus status)
    {
        var path = 2000 * Math.Pow(1.5, 2 / 3.0);

        Assert.Equal(status, Evaluate(Target(TargetKind.Level, 3000, baseline: 2000), "2025-02-01", Value("2024", ratio * path)).Status);
    }

    [Theory]
    [InlineData(2900, 0.6235343013043434, TargetStatus.Behind)]
    [InlineData(3001, 0.007010928431066928, TargetStatus.FarBehind)]
    public void Stock_WithBirthsAndDeaths_IsARandomWalkOfItsQuarters(double goal, double probability, TargetStatus status)
    {
        var result = Evaluate(Count(goal, isCumulative: false), "2025-02-01", Quarters("2023-Q2", Births));

        Near(2908.3333333333335, result.Forecast!.Point, "point");
        Near(2857.8453009948444, result.Forecast.Low, "low");
        Near(2958.8213656718226, result.Forecast.High, "high");
        Near(probability, result.Forecast.Probability, "probability");
        Assert.Equal(status, result.Status);
    }

    [Fact]
    public void Count_ThatNeverFalls_CountsItsOwnNewEvents()
    {
        var forecast = Evaluate(Count(341, isCumulative: true), "2025-02-01", Quarters("2023-Q4", 300, 306, 309, 315, 320)).Forecast!;

        Near(16.96913457391362, forecast.Events, "events");
        Near(0.8479265063277467, forecast.EventYears, "years");
        Near(340.6021800752167, forecast.Point, "point");
        Assert.Equal((331, 352), (forecast.Low, forecast.High));
        Near(0.4726385080794247, forecast.Probability, "probability");
    }

    [Fact]
    public void Count_ReachedAlready_IsCertain() =>
        Assert.Equal(1, Evaluate(Count(320, isCumulative: true), "2025-02-01", Quarters("2023-Q4", 300, 306, 309, 315, 320)).Forecast!.Probability);

    [Fact]
    public void Count_EventsOfJanuaryAndFebruaryTogether_TookTwoMonths()
    {
        var target = Count(341, isCumulative: true) with { Events = "NEW" };

        var forecast = Evaluate(target, "2024-05-20", [
            Value("2024-Q1", 320), Value("2024-01~02", 5, code: "NEW"), Value("2024-03", 2, code: "NEW"), Value("2024-04", 1, code: "NEW"),
            Value("2023-11", 90, code: "NEW")]).Forecast!;

        Near(7.553821235224742, forecast.Events, "events");
        Near(0.3178311051223938, forecast.EventYears, "years");
    }

    [Fact]
    public void Growth_AllYearsReachedSoFar_HasBothProbabilities()
    {
        var target = Target(TargetKind.Growth, 20, unit: "%");
        var observations = new[] { 23.5, 26, 28.2, 25.4, 24.1 }.Select((v, i) => Value($"{2019 + i}", v, Measures.YearOnYear));

        var result = Evaluate(target, "2024-06-01", observations);

        Near(0.9502039914298109, result.Forecast!.EachYearProbability, "each year");
        Near(0.9962548353903955, result.Forecast.Probability, "average");
        Assert.Equal(TargetStatus.OnTrack, result.Status);
        Assert.Equal([(2023, 24.1, true), (2024, null, null), (2025, null, null)], result.Years.Select(y => (y.Year, y.Value, y.IsMet)));
    }

    [Fact]
    public void Growth_OneYearMissed_IsNeverOnTrackHoweverHighTheAverage()
    {
        var observations = new[] { 60.0, 60, 60, 60, 19.9, 60 }.Select((v, i) => Value($"{2019 + i}", v, Measures.YearOnYear));

        var result = Evaluate(Target(TargetKind.Growth, 20, unit: "%"), "2025-06-01", observations);

        Assert.Equal(0, result.Forecast!.EachYearProbability);
        Assert.Equal(TargetStatus.Behind, result.Status);
    }

    [Fact]
    public void Clusters_WithOneWhosePastIsTooShort_HaveNoForecastButAreListed()
    {
        var target = Target(TargetKind.CountSmall, 1, unit: "个", baseline: 0, threshold: 1000);
        var observations = new[] { 800.0, 900, 1000, 1100 }.Select((v, i) => Value($"{2021 + i}", v, scope: "甲")).Append(Value("2024", 990, scope: "乙"));

        var result = Evaluate(target, "2025-06-01", observations);

        Assert.Null(result.Forecast);
        Assert.Equal([("乙", 10.0, false), ("甲", -100.0, true)], result.Members.Select(m => (m.Name, m.Missing, m.Reaches)));
        Assert.Null(result.Members[0].Probability);
        Assert.InRange(result.Members[1].Probability!.Value, 0.9, 1);
    }

    [Theory]
    [InlineData(4, 3.0, TargetStatus.FarBehind)]
    [InlineData(3, 3.0, TargetStatus.OnTrack)]
    [InlineData(1, 3.0, TargetStatus.OnTrack)]
    public void Rank_OnItsWay_IsHeldAgainstThePlaceThatThePathAllows(double place, double path, TargetStatus status)
    {
        // From the 5th to the 1st place in three years: two years on, 2.33 allows the third.
        var result = Evaluate(Target(TargetKind.Rank, 1, Comparison.AtMost, "位", baseline: 5), "2025-02-01", Value("2024", place));

        Assert.Equal((path, status), (result.PathValue, result.Status));
        Assert.Null(result.Forecast);
        Near(100 * (5 - place) / 4, result.ProgressPercent, "progress");
    }

    [Theory]
    [InlineData(1, FinalVerdict.Achieved)]
    [InlineData(2, FinalVerdict.NotAchieved)]
    public void Rank_InTheEnd_MustBeAtMostTheNumber(double place, FinalVerdict verdict) => Assert.Equal(
        verdict, Evaluate(Target(TargetKind.Rank, 1, Comparison.AtMost, "位", baseline: 5), "2026-02-01", Value("2025", place)).Verdict);

    [Fact]
    public void Forecast_OnceTheFigureForTheDateIsIn_IsNone() =>
        Assert.Null(Evaluate(Target(TargetKind.Level, 3000, baseline: 2000), "2026-02-01", Years(2020, 2000, 2100, 2250, 2400, 2500, 2700)).Forecast);

    [Fact]
    public void Target_WithADateOfItsOwn_IsJudgedThen()
    {
        var target = Target(TargetKind.Level, 3000, baseline: 2000) with { OwnDeadline = new DateOnly(2024, 12, 31) };

        var result = Evaluate(target, "2025-02-01", Value("2024", 3100), Value("2025", 10));

        Assert.Equal((FinalVerdict.Achieved, 3100), (result.Verdict, result.Current));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Band_WithFewerThanThreeChanges_HasNoForecast(int changes, bool hasForecast) => Assert.Equal(hasForecast, Evaluate(
        Target(TargetKind.Around, 30, Comparison.Around, "%", baseline: 26), "2025-02-01",
        Years(2024 - changes, [.. Enumerable.Range(0, changes + 1).Select(i => 27.0 + i * i / 10.0)])).Forecast is not null);

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Stock_WithFewerThanThreeChanges_HasNoForecast(int changes, bool hasForecast) => Assert.Equal(hasForecast, Evaluate(
        Count(401, isCumulative: false), "2025-02-01",
        Quarters(Period.Parse("2024-Q4").Plus(-changes).ToString(), [.. Enumerable.Range(0, changes + 1).Select(i => 380.0 + i * i)])).Forecast is not null);

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Growth_WithFewerThanThreeRates_HasNoForecast(int rates, bool hasForecast) => Assert.Equal(hasForecast, Evaluate(
        Target(TargetKind.Growth, 20, unit: "%"), "2024-02-01",
        Enumerable.Range(0, rates).Select(i => Value($"{2023 - i}", 21 + i * i, Measures.YearOnYear))).Forecast is not null);

    [Fact]
    public void Growth_AfterATotalLoss_CountsFromTheYearAfterIt()
    {
        var target = Target(TargetKind.Growth, 20, unit: "%");
        Observation[] later = [Value("2021", 22, Measures.YearOnYear), Value("2022", 25, Measures.YearOnYear), Value("2023", 24, Measures.YearOnYear)];

        var whole = Evaluate(target, "2024-02-01", later);
        var afterLoss = Evaluate(target, "2024-02-01", later.Prepend(Value("2020", -100, Measures.YearOnYear)));

        Assert.NotNull(whole.Forecast);
        Assert.Equal(whole.Forecast, afterLoss.Forecast);
    }

    [Fact]
    public void Level_AfterAYearOfNothing_CountsFromTheYearAfterIt()
    {
        var target = Target(TargetKind.Level, 3000, baseline: 2000);
        var later = Years(2021, 2000, 2100, 2250, 2300).ToList();

        var whole = Evaluate(target, "2025-02-01", later);
        var afterNothing = Evaluate(target, "2025-02-01", later.Prepend(Value("2020", 0)));

        Assert.NotNull(whole.Forecast);
        Assert.Equal(whole.Forecast, afterNothing.Forecast);
    }

    [Theory]
    [InlineData(1, "2025-02-01")]
    [InlineData(2, "2024-02-01")]
    public void Count_OfAnyTimeLeft_GrowsByItsDiscountedRateOnAverage(int left, string today)
    {
        var result = Evaluate(Count(400, isCumulative: true), today, Years(2025 - left - 4, 250, 262, 280, 291, 310));
        var forecast = result.Forecast!;

        Near(310 + (forecast.Events!.Value + ForecastRules.Default.PriorEvents) * left / forecast.EventYears!.Value, forecast.Point, "mean");
        Assert.InRange(forecast.Point, forecast.Low, forecast.High);
    }

    [Fact]
    public void Count_ThatMustStayBelow_HasTheProbabilityOfTheOtherTail()
    {
        var years = Years(2020, 250, 262, 280, 291, 310).ToList();
        TargetForecast Of(Comparison comparison, double goal) => Evaluate(
            Target(TargetKind.Count, goal, comparison, "家", baseline: 240), "2025-02-01", years).Forecast!;

        Near(1 - Of(Comparison.AtLeast, 327).Probability, Of(Comparison.AtMost, 326).Probability, "complement");
        Assert.InRange(Of(Comparison.AtMost, 326).Probability, 0.1, 0.9);
    }

    [Fact]
    public void Count_EventsOfTheirOwn_LeaveOutWhatHasNoValueAndWhatComesAfterTheDate()
    {
        var target = Count(400, isCumulative: true) with { Events = "E-ONE" };
        IEnumerable<Observation> Events(int last) => Enumerable.Range(2018, last - 2018 + 1).Select(y => Value($"{y}", y - 2000, code: "E-ONE"));
        TargetForecast? Of(IEnumerable<Observation> events) => Evaluate(target, "2025-02-01", events.Append(Value("2024", 380))).Forecast;

        var plain = Of(Events(2025));

        Assert.NotNull(plain);
        Assert.Equal(plain, Of(Events(2026)));
        Assert.NotEqual(plain, Of(Events(2024)));
        Assert.Equal(plain, Of(Events(2025).Prepend(Value("2016", 900, code: "E-ONE", bound: Bound.Lower)).Prepend(Value("2017", 900, code: "E-ONE", bound: Bound.Lower))));
        Assert.Null(Of([]));
    }

    [Fact]
    public void Origin_OfTheEventsThatAForecastRestsOn_IsCarried()
    {
        var target = Count(341, isCumulative: true) with { Events = "NEW" };

        Assert.Equal(Origin.Synthetic, Evaluate(target, "2024-05-20", [Value("2024-Q1", 320), Value("2024-03", 2, code: "NEW", origin: Origin.Synthetic)]).Origin);
    }

    [Fact]
    public void Forecast_OfAnyPast_IsAProbabilityAndAnIntervalAroundItsPoint() =>
        Gen.Select(Gen.Double[0.1, 1e6].Array[4, 12], Gen.Double[0.1, 1e6]).Sample((past, goal) =>
        {
            var forecast = Evaluate(Target(TargetKind.Level, goal, baseline: 1), "2025-02-01", Years(2025 - past.Length, past)).Forecast!;

            Assert.InRange(forecast.Probability, 0, 1);
            Assert.True(forecast.Low <= forecast.Point && forecast.Point <= forecast.High);
            Assert.Equal(forecast.Point > goal, forecast.Probability > 0.5);
        });
}
