using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>The worked example of the methodology, section 15.4, but for its forecast columns, to 1e-9 relative.</summary>
public class WorkedExampleTests
{
    private const string Today = "2025-02-01";

    public static TheoryData<string> Names => [.. Read("targets_results.csv").Select(r => r["target"].Split(' ')[0])];

    private static (PolicyTarget Target, IEnumerable<Observation> Observations) Given(string name) => name switch
    {
        "LEVEL-DEMO" => (Target(TargetKind.Level, 3000, Comparison.GreaterThan), Series("LEVEL")),
        // The example gives the stock of companies in its text only.
        "COUNT-DEMO" => (Target(TargetKind.Count, 400, Comparison.GreaterThan, "家", minimumPass: 401), [Value("2022", 300), Value("2024", 352)]),
        "SHARE-DEMO" => (Target(TargetKind.Around, 30, Comparison.Around, "%", isStock: false), Series("SHARE")),
        "GROWTH-DEMO" => (Target(TargetKind.Growth, 20, unit: "%"), Series("GROWTH", Measures.YearOnYear)),
        _ => (Target(TargetKind.CountSmall, 3, unit: "个", threshold: 1000), Clusters()),
    };

    private static IEnumerable<Observation> Series(string series, string measure = Measures.Value) =>
        Read("targets_inputs.csv").Where(r => r["series"] == series).Select(r => Value(r["time"], r.Number("value"), measure));

    private static IEnumerable<Observation> Clusters() => Read("targets_inputs.csv")
        .Where(r => r["series"].StartsWith("CLUSTER:", StringComparison.Ordinal))
        .Select(r => Value(r["time"], r.Number("value"), scope: r["series"]["CLUSTER:".Length..]));

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
    public void Evaluate_WithTheProbabilityOfTheExample_GivesItsRating(string name)
    {
        var (target, observations) = Given(name);
        var row = Row(name);

        var result = Evaluate(target, Today, new TargetProbability(row.Number("p_meet"), row.Figure("p_each_year")), observations);

        Assert.Equal(row["rag"], result.Status switch
        {
            TargetStatus.OnTrack => "GREEN",
            TargetStatus.Behind => "AMBER",
            TargetStatus.FarBehind => "RED",
            _ => result.Status.ToString(),
        });
    }

    [Theory]
    [InlineData("LEVEL-DEMO", TargetStatus.Behind)]
    [InlineData("COUNT-DEMO", TargetStatus.Behind)]
    [InlineData("SHARE-DEMO", TargetStatus.OnTrack)]
    [InlineData("GROWTH-DEMO", TargetStatus.Behind)]
    [InlineData("CLUSTER-DEMO", TargetStatus.Behind)]
    public void Evaluate_WithoutAForecast_NeedsMoreThanThePath(string name, TargetStatus status)
    {
        var (target, observations) = Given(name);

        Assert.Equal(status, Evaluate(target, Today, observations).Status);
    }
}
