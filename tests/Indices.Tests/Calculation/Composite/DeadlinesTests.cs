using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class DeadlinesTests
{
    private static readonly Period s_quarter = Period.OfQuarter(2023, 1);
    private static readonly DateTimeOffset s_over = new(2023, 3, 31, 16, 0, 0, TimeSpan.Zero); // midnight in the office

    [Fact]
    public void Period_IsOverAtTheMidnightThatEndsIt()
    {
        var last = Period.OfQuarter(2022, 4);
        Assert.True(At(s_over).IsOver(s_quarter, last));
        Assert.False(At(s_over.AddTicks(-1)).IsOver(s_quarter, last));
        Assert.True(At(s_over.AddTicks(-1)).IsOver(s_quarter, s_quarter));
    }

    [Fact]
    public void CutOff_IsTheRelease_ButNotLaterThanTheSnapshot()
    {
        // 55 days after 31 March, ten o'clock in the office.
        var release = new DateTimeOffset(2023, 5, 25, 2, 0, 0, TimeSpan.Zero);
        Assert.Equal(s_over, At(s_over, Release(55)).CutOff(s_quarter));
        Assert.Equal(release, At(release.AddDays(9), Release(55)).CutOff(s_quarter));
    }

    private static Deadlines At(DateTimeOffset instant, ReleaseRule? release = null) => new(release, new Vintage(instant));
}
