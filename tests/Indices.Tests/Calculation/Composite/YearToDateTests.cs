using Indices.Calculation.Composite;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class YearToDateTests
{
    private static readonly Period s_february = Period.OfMonth(2023, 2);
    private static readonly Period s_merged = Period.OfMergedJanuaryFebruary(2023);

    [Fact]
    public void February_HasNoValueOfItsOwn_EvenAfterATotalOfJanuary() => Assert.Null(
        Of(Total(Period.OfMonth(2023, 1), 5), Total(s_february, 12)).Single(s_february));

    [Fact]
    public void TotalOfFebruary_WinsOverThatOfTheMergedMonths() =>
        Assert.Equal(21.0, Of(Total(s_february, 21), Total(s_merged, 20)).Single(s_merged)!.Value.Value);

    [Fact]
    public void MergedTotal_StandsForFebruary_BeforeAMergedValue() =>
        Assert.Equal(20.0, Of(Total(s_merged, 20), Observed("X", s_merged, 99)).Single(s_merged)!.Value.Value);

    [Fact]
    public void YearEndingInFebruary_TakesMergedValuesForTotals() =>
        // 20 + 60 − 10.
        Assert.Equal(70.0, Of(
            Observed("X", Period.OfMergedJanuaryFebruary(2022), 10), Total(Period.OfMonth(2022, 12), 60), Observed("X", s_merged, 20))
            .YearEnding(s_february)!.Value.Value);

    private static Observation Total(Period period, double value) => Observed("X", period, value, Measures.YearToDate);

    private static YearToDate Of(params Observation[] data)
    {
        var reader = new SeriesReader(Known(data), EmptyCatalogue, City);
        return new(reader.Series("X", Measures.YearToDate), reader.Series("X"));
    }
}
