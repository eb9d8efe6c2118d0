using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class DenominatorSeriesTests
{
    [Fact]
    public void OwnValue_WinsOverShorterPeriodsAndOverTheYear()
    {
        Observation[] data = [.. Values("D", "2023", 100), .. Values("D", "2023Q1", 1, 2, 3, 4), .. Values("D", "2023-01", 10, 11, 12)];
        Assert.Equal(100.0, Of(data).At(Period.OfYear(2023))!.Value.Value);
        Assert.Equal(1.0, Of(data).At(Period.OfQuarter(2023, 1))!.Value.Value);
    }

    [Fact]
    public void ShorterPeriods_WinOverTheYear() => Assert.Equal(12.0,
        Of([.. Values("D", "2023", 100), .. Values("D", "2023-01", 10, 11, 12)]).At(Period.OfQuarter(2023, 1))!.Value.Value);

    [Fact]
    public void LongestOfTheShorterPeriods_IsTaken() => Assert.Equal(5.0,
        Of([Observed("D", Period.OfQuarter(2023, 4), 5), Observed("D", Period.OfMonth(2023, 12), 7)]).At(Period.OfYear(2023))!.Value.Value);

    [Fact]
    public void OtherPeriodsOfTheSameLength_DoNotHideShorterOnes() => Assert.Equal(7.0,
        Of([Observed("D", Period.OfQuarter(2023, 3), 5), Observed("D", Period.OfMonth(2023, 12), 7)]).At(Period.OfQuarter(2023, 4))!.Value.Value);

    [Fact]
    public void Year_WithoutAValue_TakesNoOtherYear() => Assert.Null(Of(Values("D", "2022", 10)).At(Period.OfYear(2023)));

    [Fact]
    public void Quarter_IsBetweenYearEnds_OnlyWhereTheCatalogueSaysSo()
    {
        var data = Values("D", "2022", 10, 20).ToArray();
        Assert.Equal(20.0, Of(data).At(Period.OfQuarter(2023, 2))!.Value.Value);
        Assert.Equal(15.0, Of(data, interpolate: true).At(Period.OfQuarter(2023, 2))!.Value.Value);
    }

    [Fact]
    public void FirstYearEnd_IsItsOwnValue_AndNothingIsKnownBefore()
    {
        var series = Of(Values("D", "2023", 1100), interpolate: true);
        var (value, status) = (series.At(Period.OfQuarter(2023, 4))!.Value.Value, series.At(Period.OfQuarter(2023, 4))!.Value.Status);
        Assert.Equal((1100.0, ObservationStatus.A), (value, status));
        Assert.Null(series.At(Period.OfQuarter(2023, 3)));
    }

    [Fact]
    public void YearsWithoutAValue_AreBridged() =>
        // Half way from the end of 2021 to that of 2023.
        Assert.Equal(15.0, Of(Values("D", "2021", 10, null, 20), interpolate: true).At(Period.OfQuarter(2022, 4))!.Value.Value);

    [Fact]
    public void YearPublishedAsMissing_IsNoYearEnd()
    {
        var reading = Of([.. Values("D", "2022", 10), Observed("D", Period.OfYear(2023), null, status: ObservationStatus.O)]).At(Period.OfQuarter(2023, 2))!.Value;
        Assert.Equal((10.0, ObservationStatus.E), (reading.Value, reading.Status));
    }

    private static DenominatorSeries Of(IEnumerable<Observation> data, bool interpolate = false) => new(
        new Denominator("D", new("分母", null), "万人", Frequency.Annual, interpolate),
        new SeriesReader(Known(data), EmptyCatalogue, City).Series("D"), isMean: false);
}
