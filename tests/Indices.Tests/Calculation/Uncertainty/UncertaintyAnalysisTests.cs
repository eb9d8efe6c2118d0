using System.Collections.Immutable;
using CsCheck;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Observations;
using Indices.Tests.Calculation.Composite;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Uncertainty;

public sealed class UncertaintyAnalysisTests
{
    private static readonly UncertaintyRule s_few = new() { Draws = 128, Sensitivity = [.. Enum.GetValues<UncertaintyGroup>()], Resamples = 6 };
    // Nothing is left to chance but what a test turns on again.
    private static readonly UncertaintyRule s_certain = new()
    {
        Draws = 200, WeightFrom = 1, WeightTo = 1,
        Normalisations = [NormalisationVariant.Published], Aggregations = [AggregationVariant.Published], Imputations = [ImputationVariant.Published],
    };

    [Fact]
    public void Interval_OfAnyIndex_HoldsItsMedianAndTheSharesAreShares() => RandomWorld.Any.Sample(world =>
    {
        var inputs = world.Inputs();
        if (UncertaintyAnalysis.Run(inputs, IndexCalculator.Calculate(inputs), s_few) is not { } found)
            return;
        UncertaintySpread?[] spreads = [found.All, found.Published, found.Matched];
        foreach (var spread in spreads.OfType<UncertaintySpread>())
        {
            Assert.InRange(spread.Index.Median, spread.Index.Lower, spread.Index.Upper);
            // The newest published period can be the first one that has a value.
            Assert.Equal(found.Previous is null, spread.Change is null);
            if (spread.Change is not { } change)
                continue;
            Assert.InRange(change.Median, change.Lower, change.Upper);
            Assert.InRange(spread.ProbabilityOfRise!.Value, 0.0, 1.0);
        }
        Assert.All(found.Sensitivity.SelectMany(t => t.Rows), row => Assert.True(row.Estimate.Total >= 0.0));
    }, iter: 60);

    [Fact]
    public void Rows_InAnyOrder_GiveTheSameDigits() =>
        (from world in RandomWorld.Any from rows in Gen.Shuffle(world.Data.ToArray()) select (world, rows)).Sample(t =>
        {
            var (one, other) = (t.world.Inputs(), (t.world with { Data = [.. t.rows] }).Inputs());
            var (left, right) = (Run(one), Run(other));
            Assert.Equal(left?.All, right?.All);
            Assert.Equal(left?.Published, right?.Published);
            Assert.Equal(left?.Matched, right?.Matched);
            Assert.Equal(left?.Sensitivity.SelectMany(s => s.Rows), right?.Sensitivity.SelectMany(s => s.Rows));
        }, iter: 30);

    [Fact]
    public void Seed_IsThatOfThePeriodAndTheVersionInForce()
    {
        var (second, third) = (Run(Inputs("2023Q2")), Run(Inputs("2023Q3")));

        Assert.Equal(Seeds.Fnv1A64("TEST|2023Q2|1.0.0"), second!.Seed);
        Assert.Equal(Seeds.Fnv1A64("TEST|2023Q3|1.0.0"), third!.Seed);
        Assert.NotEqual(second.All.Index.Mean, third.All.Index.Mean);
    }

    [Fact]
    public void NothingUncertain_LeavesThePublishedValue()
    {
        var inputs = Inputs("2023Q3");
        var result = IndexCalculator.Calculate(inputs);
        var found = UncertaintyAnalysis.Run(inputs, result, s_certain)!;
        var value = result.Values.Last(v => v.Node == "TEST").Value!.Value;

        Assert.Equal(value, found.Published.Index.Lower, 1e-10);
        Assert.Equal(found.Published.Index.Lower, found.Published.Index.Upper);
        Assert.Equal(1.0, found.Published.ProbabilityOfRise);
    }

    [Fact]
    public void Sensitivity_WithoutVariance_HasNoShares()
    {
        var found = Run(Inputs("2023Q3"), s_certain with { Sensitivity = [UncertaintyGroup.Weights] })!;
        Assert.Empty(found.Sensitivity);
    }

    [Fact]
    public void Weights_OfOneIndicator_ChangeNothing()
    {
        var methodology = OfIndicators(Indicator("X"));
        var found = Run(Inputs("2023Q3", methodology), s_certain with { WeightFrom = 0.5, WeightTo = 1.5 })!;
        Assert.Equal(found.Published.Index.Lower, found.Published.Index.Upper, 1e-10);
    }

    [Fact]
    public void RevisionError_OfOneIndicator_ScalesItsNewestValueWithinThreeDeviations()
    {
        // One indicator, arithmetic: I = 100 · (60 + 40 x / 100) / mean, so the spread of the index is that of x (1 + σ z).
        var methodology = OfIndicators(Indicator("X") with { RevisionSigma = 0.01 });
        var found = Run(Inputs("2023Q3", methodology), s_certain with { Draws = 4000 })!;
        var mean = (60 + 40 * 0.40 + 60 + 40 * 0.45 + 60 + 40 * 0.50 + 60 + 40 * 0.52) / 4;
        double IndexOf(double x) => 100 * (60 + 0.4 * x) / mean;

        Assert.Equal(IndexOf(58), found.Published.Index.Median, 0.02);
        Assert.Equal(IndexOf(58 * (1 - 0.01 * 1.6449)), found.Published.Index.Lower, 0.03);
        Assert.Equal(IndexOf(58 * (1 + 0.01 * 1.6449)), found.Published.Index.Upper, 0.03);
        Assert.Equal(found.Published.Index.StandardDeviation, found.Published.Change!.StandardDeviation, 1e-9);
    }

    [Fact]
    public void RevisionError_OfAYearsValue_MovesBothQuartersThatRestOnIt()
    {
        // The year before stands in for both quarters: the index is uncertain, its change is not.
        var annual = Indicator("Y") with { Frequency = Frequency.Annual, Alignment = Alignment.StepReference, RevisionSigma = 0.03 };
        var inputs = new IndexInputs(
            [OfIndicators(Indicator("X"), annual) with { Release = Release(30) }], EmptyCatalogue,
            new Snapshot(new(new DateTimeOffset(2023, 12, 1, 0, 0, 0, TimeSpan.Zero)),
                [.. Values("X", "2022Q1", 40, 45, 50, 52, 55, 60, 58), .. Values("Y", "2021", 50, 52)]),
            City, Period.OfQuarter(2023, 3), FrozenParameters.None);
        var found = Run(inputs, s_certain)!;

        Assert.True(found.Published.Index.StandardDeviation > 0.1);
        Assert.Equal(0.0, found.Published.Change!.StandardDeviation, 0.01 * found.Published.Index.StandardDeviation);
    }

    [Fact]
    public void RevisionError_WithoutSigmaOrGrade_IsNone()
    {
        var graded = s_certain with { RevisionSigmas = new UncertaintyRule().RevisionSigmas };
        var ungraded = Run(Inputs("2023Q3", OfIndicators(Indicator("X"))), graded)!;
        var c = Run(Inputs("2023Q3", OfIndicators(Indicator("X") with { Availability = "C" })), graded)!;
        var a = Run(Inputs("2023Q3", OfIndicators(Indicator("X") with { Availability = "A" })), graded)!;

        Assert.Equal(0.0, ungraded.Published.Index.StandardDeviation, 1e-10);
        Assert.Equal(15.0, c.Published.Index.StandardDeviation / a.Published.Index.StandardDeviation, 1e-6);
    }

    [Fact]
    public void Matched_ToTheAmplitudeOfAnArithmeticIndex_IsThePublishedIndex()
    {
        // Arithmetic throughout: 40 + 60 g moves the index by a fixed multiple of what 60 + 40 g does, and matching undoes it.
        var methodology = OfTree(Group("TEST", "1", Aggregation.Arithmetic, Indicator("X", "1/2"), Indicator("Y", "1/2")));
        var inputs = new IndexInputs([methodology], EmptyCatalogue, Long(), City, Period.Parse("2025Q4"), FrozenParameters.None);
        var found = Run(inputs, s_certain with { Normalisations = [NormalisationVariant.Published, NormalisationVariant.Wider] })!;

        Assert.True(found.All.Index.Upper - found.All.Index.Lower > 0.1);
        Assert.Equal(found.Published.Index.Median, found.Matched!.Index.Lower, 1e-9);
        Assert.Equal(found.Published.Index.Median, found.Matched.Index.Upper, 1e-9);
        Assert.Equal(found.Published.Change!.Median, found.Matched.Change!.Upper, 1e-9);
    }

    [Theory]
    [InlineData("2025Q1", 8, true)] // open window of five quarters: 2024-Q1 is the first open one, eight before it are closed
    [InlineData("2024Q4", 8, false)]
    [InlineData("2024Q4", 7, true)]
    public void Matched_ExistsFromTheClosedPeriodsOn(string last, int from, bool exists)
    {
        var methodology = OfIndicators(Indicator("X"), Indicator("Y"));
        var inputs = new IndexInputs([methodology], EmptyCatalogue, Long(), City, Period.Parse(last), FrozenParameters.None);
        Assert.Equal(exists, Run(inputs, s_few with { MatchedFrom = from })!.Matched is not null);
    }

    [Fact]
    public void FirstPeriod_HasNoChange()
    {
        var methodology = OfIndicators(Indicator("X")) with { Base = new BaseRule(Period.OfQuarter(2022, 1), 100) };
        var found = Run(Inputs("2022Q1", methodology))!;

        Assert.Null(found.Previous);
        Assert.Null(found.Published.Change);
        Assert.Null(found.Published.ProbabilityOfRise);
        Assert.DoesNotContain(found.Sensitivity, t => t.Output == UncertainOutput.Change);
    }

    [Fact]
    public void OldRelease_ComputedAgain_FindsItsBaseInLaterData()
    {
        var (early, late) = (Run(Inputs("2022Q2"), s_certain)!, IndexCalculator.Calculate(Inputs("2023Q3")));
        var value = late.Values.Single(v => v.Node == "TEST" && v.Period == Period.OfQuarter(2022, 2)).Value!.Value;
        Assert.Equal(value, early.Published.Index.Median, 1e-10);
    }

    [Fact]
    public void IndexWithoutBase_IsItsAggregate()
    {
        var methodology = OfIndicators(Indicator("X")) with { Base = null };
        var found = Run(Inputs("2023Q3", methodology), s_certain)!;
        Assert.Equal(60 + 0.4 * 58, found.Published.Index.Median, 1e-10);
        Assert.Null(found.Matched);
    }

    [Fact]
    public void MethodWithoutAValue_GivesNoResult()
    {
        // Without a lower cap 40 + 60 g is negative far below the worst goalpost, and has no geometric mean.
        var methodology = OfTree(Group("TEST", "1", Aggregation.Geometric, Indicator("X", "1/2"), Indicator("Y", "1/2", worst: 90, best: 100))) with
        {
            Normalisation = new Normalisation(60, 16, null, null),
        };
        Assert.Null(Run(Inputs("2023Q3", methodology), s_few));
    }

    [Fact]
    public void NothingPublished_GivesNoResult()
    {
        var inputs = Inputs("2023Q3") with { Snapshot = Known(Values("X", "2022Q1", 40, 45)) };
        Assert.Null(UncertaintyAnalysis.Run(inputs, IndexCalculator.Calculate(inputs), s_few));
    }

    private static UncertaintyResult? Run(IndexInputs inputs, UncertaintyRule? rule = null) =>
        UncertaintyAnalysis.Run(inputs, IndexCalculator.Calculate(inputs), rule ?? s_few);

    private static IndexInputs Inputs(string last, IndexMethodology? methodology = null) => new(
        [methodology ?? OfIndicators(Indicator("X"), Indicator("Y"))], EmptyCatalogue,
        Known([.. Values("X", "2022Q1", 40, 45, 50, 52, 52, 55, 58), .. Values("Y", "2022Q1", 60, 61, 59, 58, 56, 57, 60)]),
        City, Period.Parse(last), FrozenParameters.None);

    private static Snapshot Long() => Known(
        from i in Enumerable.Range(0, 16)
        from o in Values("X", Period.OfQuarter(2022, 1).Plus(i).ToString(), 40 + 7 * Math.Sin(i)).Concat(
            Values("Y", Period.OfQuarter(2022, 1).Plus(i).ToString(), 50 + 9 * Math.Cos(2 * i)))
        select o);
}
