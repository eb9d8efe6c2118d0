using Indices.Calculation.Targets;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>A figure is as uncertain, as artificial and as new as the worst of what it is made of.</summary>
public class TargetFigureTests
{
    private static readonly Vintage Early = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly Vintage Late = new(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly Observation Sound = Value("2023-Q4", 1) with { Vintage = Late, FirstVintage = Early };
    private static readonly Observation Weak =
        Value("2023-Q3", 2, status: ObservationStatus.P, origin: Origin.Synthetic) with { Vintage = Early, FirstVintage = Early };

    public static TheoryData<bool> BothOrders => [true, false];

    [Theory]
    [MemberData(nameof(BothOrders))]
    public void From_Observations_TakesTheWorstOfEach(bool soundFirst) =>
        Check(TargetFigure.From(Sound.Period, 3, soundFirst ? [Sound, Weak] : [Weak, Sound]), ObservationStatus.P, Early);

    [Theory]
    [MemberData(nameof(BothOrders))]
    public void From_Figures_TakesTheWorstOfEachAndTheStatusGiven(bool soundFirst)
    {
        var (sound, weak) = (TargetFigure.Of(Sound with { FirstVintage = Late }), TargetFigure.Of(Weak));

        Check(TargetFigure.From(Sound.Period, 3, ObservationStatus.E, soundFirst ? [sound, weak] : [weak, sound]), ObservationStatus.E, Late);
    }

    private static void Check(TargetFigure figure, ObservationStatus status, Vintage firstKnownAt)
    {
        Assert.Equal((status, true, Origin.Synthetic), (figure.Status, figure.IsProvisional, figure.Origin));
        Assert.Equal((Late, firstKnownAt), (figure.KnownAt, figure.FirstKnownAt));
    }
}
