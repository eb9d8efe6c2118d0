using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;
using Indices.Tests.Calculation.Composite;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Releases;

public sealed class OpenWindowTests
{
    [Theory]
    [InlineData(13, null, "2025-06", "2024-06")]
    [InlineData(5, null, "2025-Q2", "2024-Q2")]
    [InlineData(2, null, "2025", "2024")]
    [InlineData(13, 6, "2025-05", "2024-05")] // not the annual window's month
    [InlineData(13, 6, "2025-06", "2024-01")] // reopens the whole year before
    [InlineData(5, 2, "2025-Q2", "2024-Q1")]
    [InlineData(5, 3, "2025-Q3", "2024-Q1")]
    [InlineData(24, 1, "2025-01", "2023-02")] // a routine window that reaches further back stays as wide
    [InlineData(1, null, "2025-Q2", "2025-Q2")]
    public void FirstOpen_OfARelease_FollowsTheRoutineAndTheAnnualWindow(int window, int? annualPart, string period, string first)
    {
        var of = Period.Parse(period);
        var methodology = SampleDefinitions.Composite(frequency: of.Frequency) with { OpenWindow = window, AnnualWindowPart = annualPart };

        Assert.Equal(Period.Parse(first), methodology.FirstOpen(of));
    }

    [Theory]
    [InlineData(Frequency.Monthly, 13)]
    [InlineData(Frequency.Quarterly, 5)]
    [InlineData(Frequency.Annual, 2)]
    public void Window_OfAFileThatSaysNothing_IsThatOfItsFrequency(Frequency frequency, int window)
    {
        var letter = frequency.ToString()[0];
        var text = KnownValue.Text("composite-1.0.0.yaml").Replace("freq: Q", $"freq: {letter}", StringComparison.Ordinal)
            .Replace("period: 2022-Q4", "period: 2022", StringComparison.Ordinal);

        Assert.Equal(window, MethodologyFile.Parse("x.yaml", text, null).OpenWindow);
    }

    [Theory]
    [InlineData("2022-Q4", false, false)] // the base quarter itself may still be revised
    [InlineData("2023-Q1", true, false)]
    [InlineData("2023-Q2", true, false)] // so may the overlap
    [InlineData("2023-Q3", true, true)]
    public void Closing_BaseAndLinkFactor_FreezeOnceTheirPeriodsAreClosed(string firstOpen, bool baseFrozen, bool linkFrozen)
    {
        var closing = Closing(Period.Parse(firstOpen));

        Assert.Equal(baseFrozen, closing.Find(FrozenParameters.BaseFactor("1.0.0")) is not null);
        Assert.Equal(linkFrozen, closing.Find(FrozenParameters.Link("2.0.0")) is not null);
    }

    [Fact]
    public void Closing_Goalposts_FreezeWithTheFirstReleaseAtTheValuesUsed()
    {
        // Goalposts of rule R4: half and twice the mean of the base year, 12.
        var methodology = TestIndex.OfIndicators(TestIndex.Indicator("X") with { Worst = new(null, 0.5), Best = new(null, 2) });
        var inputs = new IndexInputs(
            [methodology], TestIndex.EmptyCatalogue, TestIndex.Known(TestIndex.Values("X", "2022-Q1", 9, 11, 13, 15, 16)), TestIndex.City,
            Period.OfQuarter(2023, 1), FrozenParameters.None);

        var closing = OpenWindow.Closing(inputs, IndexCalculator.Calculate(inputs), Period.OfQuarter(2022, 1));

        Assert.Equal(
            [(FrozenParameters.Best("1.0.0", "X"), 24.0), (FrozenParameters.Worst("1.0.0", "X"), 6.0)],
            closing.Values.Select(p => (p.Key, p.Value)).OrderBy(p => p.Key));
    }

    [Theory]
    [InlineData("2024-Q2", true, false)] // the overlap, 2023-Q2, is the first open quarter
    [InlineData("2024-Q3", true, true)]
    [InlineData("2023-Q4", false, false)] // the base, 2022-Q4, is open
    public void Keep_OfTheReleaseBefore_IsWhatRestsOnClosedPeriods(string period, bool baseKept, bool linkKept)
    {
        var (factor, link) = (FrozenParameters.BaseFactor("1.0.0"), FrozenParameters.Link("2.0.0"));
        var previous = new FrozenParameters(new Dictionary<string, double> { [factor] = 1.5, [link] = 1.25, ["1.0.0/worst/A1"] = 3 }.ToFrozenDictionary());

        var kept = OpenWindow.Keep(FrozenParameters.None, previous, Assembling.Inputs().Versions, Period.Parse(period));

        Assert.Equal((baseKept ? 1.5 : null, linkKept ? 1.25 : null), (kept.Find(factor), kept.Find(link)));
        Assert.Null(kept.Find("1.0.0/worst/A1"));
    }

    [Fact]
    public void Keep_WhatIsFrozen_WinsOverTheReleaseBefore()
    {
        var factor = FrozenParameters.BaseFactor("1.0.0");
        FrozenParameters Of(double value) => new(new Dictionary<string, double> { [factor] = value }.ToFrozenDictionary());

        Assert.Equal(1.5, OpenWindow.Keep(Of(1.5), Of(1.25), Assembling.Inputs().Versions, Period.OfQuarter(2025, 1)).Find(factor));
        Assert.Equal(1.5, OpenWindow.Keep(Of(1.5), null, Assembling.Inputs().Versions, Period.OfQuarter(2025, 1)).Find(factor));
    }

    [Fact]
    public void Frozen_ParametersOfAnEarlierRelease_AreUsedAgain()
    {
        var key = FrozenParameters.BaseFactor("1.0.0");
        var free = IndexCalculator.Calculate(Assembling.Inputs());
        var twice = new FrozenParameters(new Dictionary<string, double> { [key] = free.Parameters.Find(key)!.Value * 2 }.ToFrozenDictionary());

        var frozen = IndexCalculator.Calculate(Assembling.Inputs() with { Frozen = twice });

        Assert.Equal(twice.Find(key), frozen.Parameters.Find(key));
        Assert.Equal(
            2 * free.Values.First(v => v.Node == free.Code).Value!.Value, frozen.Values.First(v => v.Node == free.Code).Value!.Value, 1e-9);
    }

    private static FrozenParameters Closing(Period firstOpen)
    {
        var inputs = Assembling.Inputs();
        return OpenWindow.Closing(inputs, IndexCalculator.Calculate(inputs), firstOpen);
    }
}
