using CsCheck;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Time;

public sealed class PeriodTests
{
    private static readonly Frequency[] s_frequencies = [Frequency.Annual, Frequency.Quarterly, Frequency.Monthly];
    private static readonly Gen<Frequency> s_frequency = Gen.Int[0, 2].Select(i => s_frequencies[i]);
    private static readonly Gen<Period> s_periods = Gen.Select(
        s_frequency, Gen.Int[1950, 2100], Gen.Int[0, 11],
        (frequency, year, part) => Period.Of(frequency, year, part % (int)frequency + 1));

    [Theory]
    [InlineData("2024", Frequency.Annual, 2024, 1, "2024-01-01", "2024-12-31")]
    [InlineData("2024-Q3", Frequency.Quarterly, 2024, 3, "2024-07-01", "2024-09-30")]
    [InlineData("2024-02", Frequency.Monthly, 2024, 2, "2024-02-01", "2024-02-29")]
    [InlineData("2023-12", Frequency.Monthly, 2023, 12, "2023-12-01", "2023-12-31")]
    [InlineData("2024-01~02", Frequency.Monthly, 2024, 2, "2024-01-01", "2024-02-29")]
    public void Parse_Key_GivesThePeriod(string key, Frequency frequency, int year, int part, string start, string end)
    {
        var period = Period.Parse(key);
        Assert.Equal((frequency, year, part), (period.Frequency, period.Year, period.Part));
        Assert.Equal((start, end), ($"{period.Start:yyyy-MM-dd}", $"{period.End:yyyy-MM-dd}"));
        Assert.Equal(key, period.ToString());
    }

    [Fact]
    public void Parse_QuarterWithoutDash_IsTheSamePeriod() => Assert.Equal(Period.OfQuarter(2024, 3), Period.Parse("2024Q3"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("24")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-Q0")]
    [InlineData("2024-Q5")]
    [InlineData("2024-1")]
    [InlineData("2024-03~04")]
    [InlineData("2024-01-01")]
    [InlineData(" 2024")]
    [InlineData("2024\n")]
    [InlineData("２０２４")]
    public void TryParse_AnythingElse_IsNothing(string? key) => Assert.Null(Period.TryParse(key));

    [Fact]
    public void CompareTo_MonthWithQuarter_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => Period.OfMonth(2024, 1).CompareTo(Period.OfQuarter(2024, 1)));
        Assert.Throws<InvalidOperationException>(() => Period.OfMonth(2024, 1) < Period.OfYear(2025));
        Assert.Throws<InvalidOperationException>(() => Period.OfQuarter(2024, 1).Since(Period.OfYear(2023)));
        Assert.False(Period.OfMonth(2024, 1) == Period.OfQuarter(2024, 1));
    }

    [Fact]
    public void CompareTo_MergedPeriod_StandsBetweenFebruaryAndMarch()
    {
        Period[] order = [Period.OfMonth(2024, 1), Period.OfMonth(2024, 2), Period.OfMergedJanuaryFebruary(2024), Period.OfMonth(2024, 3)];
        Assert.Equal(order, order.Reverse().Order());
        Assert.NotEqual(Period.OfMonth(2024, 2), Period.OfMergedJanuaryFebruary(2024));
    }

    [Fact]
    public void Plus_MergedPeriod_MovesByYearsOnly()
    {
        Assert.Equal("2023-01~02", Period.OfMergedJanuaryFebruary(2024).YearBefore.ToString());
        Assert.Throws<InvalidOperationException>(() => Period.OfMergedJanuaryFebruary(2024).Plus(1));
    }

    [Fact]
    public void Split_LongerPeriod_GivesItsPartsInOrder()
    {
        Assert.Equal(["2024-04", "2024-05", "2024-06"], Period.OfQuarter(2024, 2).Split(Frequency.Monthly).Select(p => p.ToString()));
        Assert.Equal(Period.OfMonth(2024, 6), Period.OfQuarter(2024, 2).Last(Frequency.Monthly));
        Assert.Throws<InvalidOperationException>(() => Period.OfMonth(2024, 4).Split(Frequency.Quarterly).ToList());
        Assert.Throws<InvalidOperationException>(() => Period.OfYear(2024).In(Frequency.Monthly));
    }

    [Fact]
    public void Period_Key_ReadsBackAsItself() => s_periods.Sample(p => Period.Parse(p.ToString()) == p);

    [Fact]
    public void Plus_Steps_AreCountedBySince() =>
        Gen.Select(s_periods, Gen.Int[-400, 400]).Sample((p, n) => p.Plus(n).Since(p) == n && p.Plus(n).CompareTo(p) == Math.Sign(n));

    [Fact]
    public void Split_EveryPart_LiesInThePeriodAndTilesIt() => s_periods.Sample(p =>
    {
        var months = p.Split(Frequency.Monthly).ToList();
        return months.TrueForAll(m => m.In(p.Frequency) == p)
            && months[0].Start == p.Start && months[^1].End == p.End && months.Count == 12 / (int)p.Frequency;
    });

    [Fact]
    public void Containing_AnyDay_IsInsideThePeriod() =>
        Gen.Select(Gen.Int[0, 60_000], s_frequency).Sample((days, frequency) =>
        {
            var day = new DateOnly(1950, 1, 1).AddDays(days);
            var period = Period.Containing(day, frequency);
            return period.Start <= day && day <= period.End;
        });
}
