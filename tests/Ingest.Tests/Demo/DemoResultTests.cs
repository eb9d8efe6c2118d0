using Indices.Calculation;
using Indices.Calculation.Targets;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Demo;

/// <summary>What the engines make of the demo history: it must be worth looking at.</summary>
public sealed class DemoResultTests
{
    private static readonly DateOnly Today = SeedFiles.Story.LastDay;
    private static readonly Snapshot Both = SeedFiles.Known(SeedFiles.AsOf, "demo", "public");

    public static TheoryData<string> Codes => [.. SeedDefinitions.All.IndexCodes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Index_SinceItsBase_PassesTheGateAndStaysBelievable(string code)
    {
        var result = Calculate(code, Both);
        var baseYear = SeedDefinitions.All.Versions(code)[0].Base!.Period.Year;
        var values = result.Values.Where(v => v.Node == code && v.Period.Year >= baseYear).ToList();

        Assert.Equal(Origin.Synthetic, result.Origin);
        Assert.Equal(LastOf(code), values[^1].Period);
        Assert.True(values[^1].Published, values[^1].Reason?.English);
        Assert.InRange(values.Count(v => v.Published), 0.9 * values.Count, values.Count);
        Assert.All(values, v => Assert.InRange(v.Value!.Value, 60, 200));
        Assert.InRange(values.Where(v => v.Period.Year == baseYear).Average(v => v.Value!.Value), 100 - 1e-9, 100 + 1e-9);
        Assert.Contains(values.Zip(values.Skip(1)), pair => pair.Second.Value < pair.First.Value);
        Assert.All(result.Scores, s => Assert.False(s.Score is { } score && !double.IsFinite(score), s.Indicator));
    }

    [Fact]
    public void Targets_AfterTheDeadline_HaveEveryKindOfStatus()
    {
        var targets = TargetEvaluation.EvaluateAll(SeedDefinitions.All.Targets!, SeedFiles.History(SeedFiles.AsOf, "demo", "public"), City, Today);

        Assert.Equal(11, targets.Length);
        Assert.DoesNotContain(targets, t => t.Status == TargetStatus.NoData);
        Assert.Contains(targets, t => t.Verdict == FinalVerdict.Achieved);
        Assert.Contains(targets, t => t.Verdict == FinalVerdict.NotAchieved);
        Assert.Equal(
            [TargetStatus.Met, TargetStatus.OnTrack, TargetStatus.Behind, TargetStatus.FarBehind],
            targets.Select(t => t.Status).Distinct().Order());
    }

    [Fact]
    public void Index_WhoseGroupLacksOverdueValues_IsHeldBackAtItsReleaseAndPublishedLater()
    {
        var late = SeedFiles.Story.Faults.Overdue[0];
        var period = Period.Parse(late.Period);
        var index = SeedDefinitions.All.Indices.First(i => i.Root.Indicators.Any(k => k.Code == late.Series));
        var (code, release) = (index.Code, index.Release!);
        var atRelease = SeedFiles.Known(
            new(new DateTimeOffset(period.End.AddDays(release.LagOf(period)), release.Time, TimeSpan.FromHours(SeedFiles.Story.UtcOffsetHours))), "demo");

        Assert.False(Calculate(code, atRelease, period).Values.Single(v => v.Node == code && v.Period == period).Published);
        Assert.True(Calculate(code, Both).Values.Single(v => v.Node == code && v.Period == period).Published);
    }

    [Fact]
    public void History_WithTheFaultsOfRealLife_HasEachOfThem()
    {
        var rows = SeedFiles.Observations("demo").ToList();
        var vintages = rows.GroupBy(o => (o.Series, o.Period)).ToList();

        Assert.Contains(vintages, g => g.Count() > 2);
        Assert.Contains(vintages, g => g.MinBy(o => o.Vintage)!.Status == ObservationStatus.P && g.MaxBy(o => o.Vintage)!.Status == ObservationStatus.A);
        Assert.Contains(vintages, g => g.Count() > 1 && g.All(o => o.Status == ObservationStatus.A));
        Assert.Contains(rows, o => o.Period.IsMergedJanuaryFebruary);
        Assert.DoesNotContain(rows, o => o.Series.Measure == Measures.YearToDate && o.Period is { Frequency: Frequency.Monthly, Part: 1 });
        Assert.Contains(rows.Where(o => o.Series.Measure == Measures.Value && o.Period.Frequency == Frequency.Monthly).GroupBy(o => o.Series),
            g => g.Max(o => o.Period).Since(g.Min(o => o.Period)) + 1 > g.Select(o => o.Period).Distinct().Count());
    }

    private static string City => SeedDefinitions.All.Catalogue.Areas.Single(a => a.IsCity).Code;

    /// <summary>Newest period whose release day has come.</summary>
    private static Period LastOf(string code)
    {
        var index = SeedDefinitions.All.Versions(code)[^1];
        var period = Period.Containing(Today, index.Frequency);
        while (period.End.AddDays(index.Release!.LagOf(period)) > Today)
            period = period.Plus(-1);
        return period;
    }

    private static IndexResult Calculate(string code, Snapshot snapshot, Period? last = null) => IndexCalculator.Calculate(
        new(SeedDefinitions.All.Versions(code), SeedDefinitions.All.Catalogue, snapshot, City, last ?? LastOf(code), FrozenParameters.None));
}
