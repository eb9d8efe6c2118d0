using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>Every column of the worked example of the methodology, section 15.4, to 1e-9 relative.</summary>
public class WorkedExampleTests
{
    private const string Today = "2025-02-01";
    private const string Events = "NEW-ONES";

    public static TheoryData<string> Names => [.. Read("targets_results.csv").Select(r => r["target"].Split(' ')[0])];

    private static (PolicyTarget Target, IEnumerable<Observation> Observations) Given(string name) => name switch
    {
        "LEVEL-DEMO" => (Target(TargetKind.Level, 3000, Comparison.GreaterThan), Series("LEVEL")),
        // The example gives the number of companies in its text only, and the new ones of 36 months as a series of their own.
        "COUNT-DEMO" => (Target(TargetKind.Count, 400, Comparison.GreaterThan, "家", minimumPass: 401) with { Events = Events }, Companies()),
        "SHARE-DEMO" => (Target(TargetKind.Around, 30, Comparison.Around, "%", isStock: false), Series("SHARE")),
        "GROWTH-DEMO" => (Target(TargetKind.Growth, 20, unit: "%"), Series("GROWTH", Measures.YearOnYear)),
        _ => (Target(TargetKind.CountSmall, 3, unit: "个", threshold: 1000), Clusters()),
    };

    private static IEnumerable<Observation> Series(string series, string measure = Measures.Value) =>
        Read("targets_inputs.csv").Where(r => r["series"] == series).Select(r => Value(r["time"], r.Number("value"), measure));

    private static IEnumerable<Observation> Clusters() => Read("targets_inputs.csv")
        .Where(r => r["series"].StartsWith("CLUSTER:", StringComparison.Ordinal))
        .Select(r => Value(r["time"], r.Number("value"), scope: r["series"]["CLUSTER:".Length..]));

    private static IEnumerable<Observation> Companies() => Read("targets_inputs.csv")
        .Where(r => r["series"] == "COUNT_monthly_new")
        .Select(r => Value(new DateOnly(2021, 12, 1).AddMonths((int)r.Number("time")).ToString("yyyy-MM", null), r.Number("value"), code: Events))
        .Concat([Value("2022", 300), Value("2024", 352)]);

    private static Dictionary<string, string> Row(string name) =>
        Read("targets_results.csv").Single(r => r["target"].StartsWith(name, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_ExampleInputs_GiveItsFigures(string name)
    {
        var (target, observations) = Given(name);
        var row = Row(name);

        var result = Evaluate(target, Today, observations);

        Near(row.Figure("baseline"), result.Baseline, "baseline");
        Near(row.Figure("current"), result.Current, "current");
        Near(row.Figure("goal"), result.Goal, "goal");
        Near(row.Figure("progress_pct"), result.ProgressPercent, "progress");
        Near(row.Figure("attainment_pct"), result.AttainmentPercent, "attainment");
        Near(row.Figure("path_value"), result.PathValue, "path value");
        Near(row.Figure("path_ratio"), result.PathRatio, "path ratio");
        Near(row.Figure("required_annual_growth_pct"), result.RequiredAnnualGrowthPercent, "required growth");
        Near(row.Figure("required_per_year"), result.RequiredPerYear, "required a year");
        Near(row.Figure("cagr_pct"), result.CompoundGrowthPercent, "compound growth");
        Assert.Equal(row.Figure("years_met"), result.YearsMet);
        Assert.Equal(Period.OfYear(2024), result.CurrentPeriod);
        Assert.Null(result.Verdict);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Evaluate_ExampleInputs_GiveItsForecastAndRating(string name)
    {
        var (target, observations) = Given(name);
        var row = Row(name);

        var result = Evaluate(target, Today, observations);

        var forecast = result.Forecast!;
        Near(row.Figure("forecast"), forecast.Point, "forecast");
        Near(row.Figure("lo"), forecast.Low, "low");
        Near(row.Figure("hi"), forecast.High, "high");
        NearInAnySize(row.Number("p_meet"), forecast.Probability, "probability");
        Near(row.Figure("p_each_year"), forecast.EachYearProbability, "each year");
        Near(row.Figure("n_eff"), forecast.Events, "events");
        Near(row.Figure("e_eff"), forecast.EventYears, "years of events");
        Assert.Equal(0.9, forecast.Level);
        Assert.Equal(new DateOnly(2025, 12, 31), forecast.Day);
        Assert.Equal(row["rag"], result.Status switch
        {
            TargetStatus.OnTrack => "GREEN",
            TargetStatus.Behind => "AMBER",
            TargetStatus.FarBehind => "RED",
            _ => result.Status.ToString(),
        });
    }

    [Fact]
    public void Evaluate_Clusters_GiveEachOnesProbabilityOfTheExample()
    {
        var (target, observations) = Given("CLUSTER-DEMO");
        var expected = Row("CLUSTER-DEMO")["p_each"].Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

        var members = Evaluate(target, Today, observations).Members;

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), members.Select(m => m.Name));
        foreach (var member in members)
            NearInAnySize(double.Parse(expected[member.Name], System.Globalization.CultureInfo.InvariantCulture), member.Probability!.Value, member.Name);
        var payments = members.Single(m => m.Name == "跨境支付");
        Assert.Equal((Period.OfYear(2024), 1010, -10, true), (payments.Period, payments.Size, payments.Missing, payments.Reaches));
        var supply = members.Single(m => m.Name == "供应链金融");
        Assert.Equal((390, false), (supply.Missing, supply.Reaches));
    }

    /// <summary>1e-9 relative even where almost nothing is left.</summary>
    private static void NearInAnySize(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected), $"{what}: expected {expected:R}, got {actual:R}");
}
