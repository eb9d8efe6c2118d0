using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class SeedTargetTests
{
    private static readonly TargetSet s_targets = SeedDefinitions.All.Targets!;

    [Fact]
    public void Targets_Set_HasElevenOfOneDocument()
    {
        Assert.Equal(11, s_targets.Targets.Length);
        Assert.Equal("杭政办〔2023〕2号", s_targets.Document);
        Assert.Equal(new DateOnly(2025, 12, 31), s_targets.Deadline);
        Assert.Equal((new DateOnly(2023, 3, 1), new DateOnly(2026, 2, 28)), (s_targets.ValidFrom, s_targets.ValidTo));
        Assert.Equal(new RatingRule(1.0, 0.7, 0.9, 0.3, 1.02), s_targets.Rating);
        Assert.Equal(new ForecastRules(0.9, 3, 18, 0.5, 3), s_targets.Forecast);
    }

    [Theory]
    [InlineData("T01-VALUE-ADDED", TargetKind.Level, Comparison.GreaterThan, 3000, null, "T01-VALUE-ADDED")]
    [InlineData("T02-CLUSTERS", TargetKind.CountSmall, Comparison.AtLeast, 3, 3.0, "T02-CLUSTERS")]
    [InlineData("T04-CROSS-BORDER", TargetKind.Level, Comparison.AtLeast, 20000, null, "FTII-XB-SETTLE")]
    [InlineData("T07-INSTITUTIONS", TargetKind.Count, Comparison.GreaterThan, 3000, 3001.0, "T07-INSTITUTIONS")]
    [InlineData("T08-LISTED", TargetKind.Count, Comparison.GreaterThan, 400, 401.0, "CMVI-LISTED-CUM")]
    [InlineData("T09-DIRECT-SHARE", TargetKind.Around, Comparison.Around, 30, null, "CMVI-DIRECT-SHARE")]
    [InlineData("T11-FINTECH-RD", TargetKind.Growth, Comparison.AtLeast, 15, null, "FTII-RD-EXP")]
    public void Targets_Words_AreReadAsTheyCompare(
        string code, TargetKind kind, Comparison comparison, double goal, double? minimumPass, string indicator)
    {
        var target = s_targets.Targets.Single(t => t.Code == code);
        Assert.Equal((kind, comparison, goal, minimumPass, indicator), (target.Kind, target.Comparison, target.Goal, target.MinimumPass, target.Indicator));
    }

    [Fact]
    public void Targets_Particulars_AreRead()
    {
        var around = s_targets.Targets.Single(t => t.Kind == TargetKind.Around);
        Assert.Equal((2.0, RequiredPath.Linear, false), (around.Tolerance, around.Path, around.IsStock));
        var growth = s_targets.Targets.Single(t => t.Code == "T10-TECH-LOANS");
        Assert.Equal([2023, 2024, 2025], growth.Years);
        Assert.Equal((RequiredPath.EachYear, false), (growth.Path, growth.Baseline.IsNeeded));
        var clusters = s_targets.Targets.Single(t => t.Kind == TargetKind.CountSmall);
        Assert.Equal((1000.0, Frequency.Annual, 150), (clusters.Threshold, clusters.Frequency, clusters.DueLagDays));
        var listed = s_targets.Targets.Single(t => t.Code == "T08-LISTED");
        Assert.Equal((Period.OfYear(2022), null, true), (listed.Baseline.Period, listed.Baseline.Value, listed.Baseline.IsNeeded));
        Assert.Equal((true, false), (listed.IsCumulative, s_targets.Targets.Single(t => t.Code == "T07-INSTITUTIONS").IsCumulative));
        Assert.Equal(new DateOnly(2023, 1, 1), s_targets.Targets.Single(t => t.Code == "T03-PRIVATE-MARKET").CumulatedSince);
        Assert.All(s_targets.Targets, t => Assert.Equal(s_targets.Deadline, t.OwnDeadline));
        Assert.Equal([218, 288, 300], listed.Baseline.ReferencePoints.Select(r => r.Value));
    }
}
