using Indices.Observations;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Observations;

public sealed class ObservationHistoryTests
{
    private static readonly Period Year = Period.OfYear(2025);

    private static Vintage Day(int day) => new(new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero));

    private static Observation Value(string indicator, double value, int day, Period? period = null) => new(
        new SeriesId(indicator, Measures.Value, "990100", "", Origin.Official), period ?? Year, value, ObservationStatus.A, Day(day), Day(1), "");

    private static double? Seen(Snapshot snapshot, string indicator) => snapshot.Series(indicator, Measures.Value, "990100").ValueAt(Year);

    [Fact]
    public void Newest_OfSeveralVintagesInAnyOrder_IsTheLastNotAfterTheInstant()
    {
        var history = new ObservationHistory(Day(4), [Value("A", 12, 3), Value("A", 13, 5), Value("A", 11, 1), Value("B", 7, 2)]);

        Assert.Equal((12, 7), (Seen(history.Newest, "A"), Seen(history.Newest, "B")));
    }

    [Fact]
    public void At_AnEarlierInstant_IsWhatWasKnownThenOfThoseIndicators()
    {
        var history = new ObservationHistory(Day(9), [Value("A", 11, 1), Value("A", 12, 3), Value("B", 7, 2)]);

        Assert.Equal((11, null), (Seen(history.At(Day(2), ["A"]), "A"), Seen(history.At(Day(2), ["A"]), "B")));
        Assert.Equal(12, Seen(history.At(Day(3), ["A", "B"]), "A"));
        Assert.Empty(history.At(Day(3), ["C"]).Observations);
    }

    [Fact]
    public void At_ALaterInstantThanItsOwn_KnowsNothingMore() =>
        Assert.Equal(11, Seen(new ObservationHistory(Day(2), [Value("A", 11, 1), Value("A", 12, 3)]).At(Day(9), ["A"]), "A"));

    [Fact]
    public void Vintages_OfSomeIndicators_AreInTimeOrderAndOnce()
    {
        var history = new ObservationHistory(Day(9), [Value("A", 12, 3), Value("A", 11, 1), Value("A", 5, 3, Year.Plus(-1)), Value("B", 7, 2)]);

        Assert.Equal([Day(1), Day(3)], history.Vintages(["A"]));
    }
}
