using Indices.Calculation.Composite;
using Indices.Observations;
using Xunit;

namespace Indices.Tests.Calculation.Composite;

public sealed class ReadingTests
{
    private static readonly DateTimeOffset s_day = new(2024, 1, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void With_TakesTheWorseStatusTheWorseOriginAndTheLaterInstant_WhicheverComesFirst()
    {
        var good = new Reading(1, ObservationStatus.A, Origin.Official, s_day);
        var bad = new Reading(2, ObservationStatus.E, Origin.Synthetic, s_day.AddDays(1));
        var expected = new Reading(7, ObservationStatus.E, Origin.Synthetic, s_day.AddDays(1));
        Assert.Equal(expected, good.With(bad, 7));
        Assert.Equal(expected, bad.With(good, 7));
    }
}
