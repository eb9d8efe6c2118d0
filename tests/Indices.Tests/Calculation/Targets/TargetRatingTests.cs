using Indices.Calculation.Targets;
using Indices.Methodology;
using Xunit;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>A number exactly on a threshold, or a rounding error from it, belongs to the better side.</summary>
public class TargetRatingTests
{
    private const double Tolerance = 1e-9;

    private static readonly PolicyTarget Level = Target(TargetKind.Level, 3000, Comparison.GreaterThan, baseline: 2000);
    private static readonly PolicyTarget Band = Target(TargetKind.Around, 30, Comparison.Around, "%", baseline: 26);
    private static readonly PolicyTarget Growth = Target(TargetKind.Growth, 20, unit: "%");

    private static TargetForecast Chance(double probability, double? eachYear = null) =>
        new(new DateOnly(2025, 12, 31), 1, 0, 2, 0.9, probability) { EachYearProbability = eachYear };

    [Theory]
    [InlineData(1.02, TargetStatus.OnTrack)]
    [InlineData(1.02 - Tolerance, TargetStatus.OnTrack)]
    [InlineData(1.02 - 3 * Tolerance, TargetStatus.Behind)]
    [InlineData(0.9, TargetStatus.Behind)]
    [InlineData(0.9 - Tolerance, TargetStatus.Behind)]
    [InlineData(0.9 - 3 * Tolerance, TargetStatus.FarBehind)]
    public void OfPath_RatioOnAThreshold_IsNotYetTheWorse(double ratio, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfPath(Level, ratio, Rating, null));

    [Theory]
    [InlineData(1.0, TargetStatus.OnTrack)]
    [InlineData(1.0 + Tolerance, TargetStatus.OnTrack)]
    [InlineData(1.0 + 3 * Tolerance, TargetStatus.Behind)]
    [InlineData(2.0, TargetStatus.Behind)]
    [InlineData(2.0 + Tolerance, TargetStatus.Behind)]
    [InlineData(2.0 + 3 * Tolerance, TargetStatus.FarBehind)]
    public void OfPath_GapOfABandOnAThreshold_IsNotYetTheWorse(double gap, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfPath(Band, gap, Rating, null));

    [Theory]
    [InlineData(0.70, TargetStatus.OnTrack)]
    [InlineData(0.69, TargetStatus.Behind)]
    [InlineData(0.30, TargetStatus.Behind)]
    [InlineData(0.29, TargetStatus.FarBehind)]
    public void OfPath_ProbabilityOnAThreshold_IsNotYetTheWorse(double probability, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfPath(Level, 1.1, Rating, Chance(probability)));

    [Theory]
    [InlineData(0.30, 0.80, TargetStatus.OnTrack)]
    [InlineData(0.29, 0.80, TargetStatus.FarBehind)]
    [InlineData(0.50, 0.70, TargetStatus.OnTrack)]
    [InlineData(0.50, 0.69, TargetStatus.Behind)]
    public void OfGrowth_ProbabilityOnAThreshold_IsNotYetTheWorse(double probability, double eachYear, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfGrowth(Growth, new GrowthSoFar(Growth, [Year(2023, 25)]), Rating, Chance(probability, eachYear)));

    [Theory]
    [InlineData(22.4, TargetStatus.OnTrack)]
    [InlineData(22.399999, TargetStatus.Behind)]
    public void OfGrowth_WithoutAForecast_NeedsTheMarginAboveThePath(double growth, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfGrowth(Growth, new GrowthSoFar(Growth, [Year(2023, growth)]), Rating, null));

    [Fact]
    public void OfGrowth_OneYearMissedButTheAverageReached_IsBehindWithoutAForecastToo() =>
        Assert.Equal(TargetStatus.Behind, TargetRating.OfGrowth(Growth, new GrowthSoFar(Growth, [Year(2023, 19), Year(2024, 40)]), Rating, null));

    [Theory]
    [InlineData(0.9, TargetStatus.Behind)]
    [InlineData(0.9 - Tolerance, TargetStatus.Behind)]
    [InlineData(0.9 - 3 * Tolerance, TargetStatus.FarBehind)]
    public void OfMissed_RatioOnTheThreshold_IsNear(double ratio, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfMissed(Level, ratio, Rating));

    [Theory]
    [InlineData(2.0, TargetStatus.Behind)]
    [InlineData(2.0 + Tolerance, TargetStatus.Behind)]
    [InlineData(2.0 + 3 * Tolerance, TargetStatus.FarBehind)]
    public void OfMissed_GapOfABandOnTheThreshold_IsNear(double gap, TargetStatus status) =>
        Assert.Equal(status, TargetRating.OfMissed(Band, gap, Rating));

    [Theory]
    [InlineData(Comparison.GreaterThan, 3000 + Slack, false)]
    [InlineData(Comparison.GreaterThan, 3000 + 2 * Slack, true)]
    [InlineData(Comparison.AtLeast, 3000 - Slack, true)]
    [InlineData(Comparison.AtLeast, 3000 - 2 * Slack, false)]
    [InlineData(Comparison.AtMost, 3000 + Slack, true)]
    [InlineData(Comparison.AtMost, 3000 + 2 * Slack, false)]
    public void Holds_ARoundingErrorFromALargeNumber_IsTheNumber(Comparison comparison, double value, bool holds) =>
        Assert.Equal(holds, TargetRating.Holds(Target(TargetKind.Level, 3000, comparison), value));

    [Theory]
    [InlineData(2 + Tolerance, true)]
    [InlineData(2 + 3 * Tolerance, false)]
    public void Holds_ARoundingErrorOutsideABand_IsInside(double value, bool holds) =>
        Assert.Equal(holds, TargetRating.Holds(Target(TargetKind.Around, 0, Comparison.Around, "%"), value));

    private const double Slack = 1e-9 * 3000;

    private static TargetFigure Year(int year, double growth) => TargetFigure.Of(Value($"{year}", growth));
}
