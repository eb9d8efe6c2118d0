using Indices.Observations;
using Indices.Time;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Observations;

public sealed class SnapshotTests
{
    private static readonly Period s_first = Period.OfQuarter(2023, 1);

    private readonly Snapshot _before = Known([.. Values("A", "2023Q1", 1, 2), .. Values("B", "2023Q1", 3)]);

    [Fact]
    public void With_NewPeriodAndRevision_HoldsBoth_InOrder()
    {
        var after = _before.With(Later, [Observed("A", s_first.Plus(2), 5), Observed("A", s_first, 9)]);
        Assert.Equal([9, 2, 5], View(after, "A").Observations.Select(o => o.Value!.Value));
        Assert.Equal(1, View(_before, "A").ValueAt(s_first));
    }

    [Fact]
    public void With_OtherSeries_KeepsTheObject()
    {
        var after = _before.With(Later, [Observed("A", s_first, 9), Observed("C", s_first, 7)]);
        Assert.Same(View(_before, "B"), View(after, "B"));
        Assert.Equal(7, View(after, "C").ValueAt(s_first));
        Assert.Same(_before.Deals, after.Deals);
    }

    [Fact]
    public void With_BetterOrigin_LeavesTheWorseOneOut()
    {
        var after = _before.With(Later, [Observed("A", s_first, 9, origin: Origin.Official), Observed("A", s_first.Plus(1), 8)]);
        Assert.Equal([9], View(after, "A").Observations.Select(o => o.Value!.Value));
    }

    [Fact]
    public void With_WorseOrigin_ChangesNothing()
    {
        var official = Known(Observed("A", s_first, 9, origin: Origin.Official));
        Assert.Same(View(official, "A"), View(official.With(Later, [Observed("A", s_first, 1)]), "A"));
    }

    [Fact]
    public void With_Vintage_IsThatOfTheAnswer()
    {
        var later = new Vintage(Later.Instant.AddDays(1));
        Assert.Equal(later, _before.With(later, []).AsOf);
    }

    private static SeriesView View(Snapshot snapshot, string code) => snapshot.Series(code, Measures.Value, City);
}
