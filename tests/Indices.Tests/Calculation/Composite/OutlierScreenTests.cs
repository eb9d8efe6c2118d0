using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class OutlierScreenTests
{
    // Changes of 1, 2, 3, 2, 1, 2, 3: median 2, median absolute deviation 1 (of 1, 0, 1, 0, 1, 0, 1).
    private static readonly double?[] s_calm = [40, 41, 43, 46, 48, 49, 51, 54];

    [Theory]
    [InlineData(54 + 2 + 5.9, null)]
    [InlineData(54 + 2 + 6.0, 6.0 / 1.4826)]
    [InlineData(54 + 2 - 6.0, 6.0 / 1.4826)]
    public void Change_FarFromTheMedianChange_IsAskedAbout(double next, double? z)
    {
        var queries = Run(Indicator("X"), [.. s_calm, next]).Queries;
        if (z is not { } expected)
        {
            Assert.Empty(queries);
            return;
        }
        var query = Assert.Single(queries);
        Assert.Equal(("X", Period.OfQuarter(2024, 1), true, false), (query.Indicator, query.Period, query.IsUnusualChange, query.IsOutsideGoalposts));
        Assert.Equal((next, next - 54), (query.Value, query.Change));
        Assert.Equal(expected, query.RobustZ!.Value, 1e-12);
    }

    [Theory]
    [InlineData(true, -101, true)]
    [InlineData(true, -99, false)]
    [InlineData(true, 199, false)]
    [InlineData(true, 201, true)]
    [InlineData(true, -100, false)]
    [InlineData(true, 200, false)]
    [InlineData(false, -101, true)]
    [InlineData(false, 50, false)]
    [InlineData(false, 201, true)] // the usual range stands in for caps that the file does not set
    public void Position_OutsideWhatTheGoalpostsAllow_IsAskedAbout(bool hasCaps, double x, bool isAsked)
    {
        var methodology = OfIndicators(Indicator("X")) with { Normalisation = hasCaps ? new(60, 40, -1, 2) : new(60, 40, null, null) };
        var queries = Calculate(methodology, Known(Values("X", "2022Q1", 40, 40, 40, 40, x)), "2023Q1").Queries;
        Assert.Equal(isAsked, queries.Length == 1);
        Assert.All(queries, query => Assert.True(query is { IsUnusualChange: false, IsOutsideGoalposts: true } && query.G == x / 100));
    }

    [Theory]
    [InlineData(-250, false)]
    [InlineData(-350, true)]
    [InlineData(450, false)]
    [InlineData(550, true)]
    public void CapsOfTheFile_ReplaceTheUsualRange(double x, bool isAsked)
    {
        var methodology = OfIndicators(Indicator("X")) with { Normalisation = new(60, 40, -3, 5) };
        Assert.Equal(isAsked, Calculate(methodology, Known(Values("X", "2022Q1", 40, 40, 40, 40, x)), "2023Q1").Queries.Length == 1);
    }

    [Fact]
    public void FourChanges_AreEnoughToTellASpread() =>
        // Changes of 1, 2, 3, 2: median 2, deviations 1, 0, 1, 0 with median 0.5; then 42.
        Assert.Equal(40 / (0.5 * 1.4826), Assert.Single(Run(Indicator("X"), 40, 41, 43, 46, 48, 90).Queries).RobustZ!.Value, 1e-12);

    [Fact]
    public void TooFewChanges_OrAllAlike_TellNoSpread()
    {
        Assert.Empty(Run(Indicator("X"), 40, 41, 43, 46, 90).Queries);
        Assert.Empty(Run(Indicator("X"), 40, 40, 40, 40, 40, 40, 40, 90).Queries);
    }

    [Fact]
    public void Asking_ChangesNoValue()
    {
        var result = Run(Indicator("X"), [.. s_calm, 500]);
        Assert.True(Assert.Single(result.Queries) is { IsUnusualChange: true, IsOutsideGoalposts: true, Value: 500 });
        Assert.Equal(500, result.Scores[^1].Used);
    }

    [Fact]
    public void OldValues_AreAskedAbout_OnlyWhenTheyCameSinceTheReleaseBefore()
    {
        var methodology = OfIndicators(Indicator("X")) with { Release = Release(55) };
        Assert.Empty(Queries(known: null));
        // After the release of the fourth quarter of 2023, 24 February 2024 at ten.
        Assert.Equal(Period.OfQuarter(2023, 2), Assert.Single(Queries(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero))).Period);

        IEnumerable<OutlierQuery> Queries(DateTimeOffset? known) => Calculate(
            methodology,
            Known([.. Values("X", "2022Q1", 40, 41, 43, 46, 48, null, 51, 54, 56), Observed("X", Period.OfQuarter(2023, 2), 260, known: known)]),
            "2024Q1").Queries;
    }

    [Fact]
    public void HeldAnnualValue_IsAskedAboutOnce()
    {
        var held = Indicator("X") with { Frequency = Frequency.Annual, Alignment = Alignment.StepRelease, DueLagDays = 150 };
        var methodology = OfIndicators(held, Indicator("Y")) with { Release = Release(55) };
        Observation[] data =
        [
            .. Values("X", "2021", 40), Observed("X", Period.OfYear(2022), 240, known: new DateTimeOffset(2023, 5, 20, 0, 0, 0, TimeSpan.Zero)),
            .. Values("Y", "2022Q1", 40, 40, 40, 40, 40, 40, 40),
        ];
        Assert.Empty(Calculate(methodology, Known(data), "2022Q4").Queries);
        Assert.Equal("X", Assert.Single(Calculate(methodology, Known(data), "2023Q1").Queries).Indicator);
        Assert.Empty(Calculate(methodology, Known(data), "2023Q2").Queries);
    }

    private static IndexResult Run(Indicator indicator, params double?[] values) => Calculate(
        OfIndicators(indicator), Known(Values("X", "2022Q1", values)), Period.OfQuarter(2022, 1).Plus(values.Length - 1).ToString());
}
