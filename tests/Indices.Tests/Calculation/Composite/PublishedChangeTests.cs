using CsCheck;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.Composite.WorkedExample;

namespace Indices.Tests.Calculation.Composite;

public sealed class PublishedChangeTests
{
    private static readonly Period s_second = Period.OfQuarter(2023, 2);
    private static readonly Period s_third = Period.OfQuarter(2023, 3);

    [Fact]
    public void LateValue_OfTheWorkedExample_IsCoverage_AndTheRestIsNewData()
    {
        var change = Explain(Data(), Data().Append(TestIndex.Observed("B1", s_second, 0.88)));
        var vintages = Rows("composite_vintages.csv").ToDictionary(r => r["period"]);
        Near(Number(vintages["2023Q2"]["vintage1_carry_forward"]), change.Before);
        Near(Number(vintages["2023Q3"]["vintage2_late_value_link_recomputed"]), change.After);
        var late = Assert.Single(change.Items, item => item.Cause == ChangeCause.Coverage);
        Assert.Equal("B1", late.Indicator);
        Near(Number(vintages["2023Q2"]["vintage2_late_value_link_recomputed"]) - Number(vintages["2023Q2"]["vintage1_carry_forward"]), late.Points);
        Assert.Equal(["A1", "A3", "B1", "B2"], change.Items.Where(item => item.Cause == ChangeCause.NewData).Select(item => item.Indicator));
        Assert.Equal(5, change.Items.Length);
        AddsUp(change);
    }

    [Fact]
    public void RevisedValue_IsRevisedData_OfItsIndicator()
    {
        var change = Explain(Data(), Data().Select(o => o.Series.Indicator == "B2" && o.Period == s_second ? o with { Value = 67.0 } : o));
        var revised = Assert.Single(change.Items, item => item.Cause == ChangeCause.RevisedData);
        Assert.Equal(("P2", "B2"), (revised.Group, revised.Indicator));
        Assert.True(revised.Points > 0);
        AddsUp(change);
    }

    [Fact]
    public void RevisedBase_IsAMethodChange_OfTheWholeIndex()
    {
        var change = Explain(Data(), Data().Select(o => o.Series.Indicator == "A1" && o.Period == Period.OfQuarter(2022, 4) ? o with { Value = 15.5 } : o));
        var method = Assert.Single(change.Items, item => item.Cause == ChangeCause.MethodChange);
        Assert.Equal(("DEMO", Contribution.MethodChange), (method.Group, method.Indicator));
        // A higher base lowers every value in proportion, and nothing else of the second quarter changed.
        var first = IndexCalculator.Calculate(Inputs(Data())).Parameters.Find(FrozenParameters.BaseFactor("1.0.0"))!.Value;
        var second = IndexCalculator.Calculate(Inputs(Data().Select(o => o.Series.Indicator == "A1" && o.Period == Period.OfQuarter(2022, 4) ? o with { Value = 15.5 } : o)))
            .Parameters.Find(FrozenParameters.BaseFactor("1.0.0"))!.Value;
        Near(change.Before * (second / first - 1.0), method.Points);
        Assert.DoesNotContain(change.Items, item => item.Cause == ChangeCause.RevisedData);
        AddsUp(change);
    }

    [Fact]
    public void GoalpostsThatFollowTheBase_AreAMethodChange_OfTheirIndicator()
    {
        var methodology = TestIndex.OfIndicators(
            TestIndex.Indicator("A") with { Worst = new(null, 0.5), Best = new(null, 1.5) }, TestIndex.Indicator("B"));
        Observation[] old = [.. TestIndex.Values("A", "2022Q1", 50, 50, 50, 50, 55, 56), .. TestIndex.Values("B", "2022Q1", 40, 40, 40, 40, 40, 40)];
        Observation[] now = [.. TestIndex.Values("A", "2022Q1", 52, 50, 50, 50, 55, 56), .. TestIndex.Values("B", "2022Q1", 40, 40, 40, 40, 40, 40)];
        var inputs = new IndexInputs([methodology], TestIndex.EmptyCatalogue, TestIndex.Known(now), TestIndex.City, s_second, FrozenParameters.None);
        var first = Period.OfQuarter(2023, 1);
        var change = IndexCalculator.Explain(inputs with { Snapshot = TestIndex.Known(old), Last = first }, first, inputs, s_second)!;
        Assert.Equal(
            [("A", ChangeCause.NewData), ("A", ChangeCause.MethodChange)],
            change.Items.Select(item => (item.Indicator, item.Cause)));
        AddsUp(change);
    }

    [Fact]
    public void JoinOverSeveralPeriods_IsAMethodChange()
    {
        var second = Second with { Link = new LinkRule([Period.OfQuarter(2023, 1), s_second]) };
        var data = Data().Append(TestIndex.Observed("A3", Period.OfQuarter(2023, 1), 24.0)).ToArray();
        var inputs = Inputs(data) with { Versions = [First, second] };
        var change = IndexCalculator.Explain(inputs with { Last = s_second }, s_second, inputs, s_third)!;
        Assert.Equal(ChangeCause.MethodChange, Assert.Single(change.Items, item => item.Indicator == Contribution.MethodChange).Cause);
        AddsUp(change);
    }

    [Fact]
    public void SamePeriodAgain_IsRevisionAlone()
    {
        var inputs = Inputs(Data().Append(TestIndex.Observed("B1", s_second, 0.88)));
        var change = IndexCalculator.Explain(Inputs(Data()) with { Last = s_second }, s_second, inputs with { Last = s_second }, s_second)!;
        Assert.Equal(ChangeCause.Coverage, Assert.Single(change.Items).Cause);
        AddsUp(change);
    }

    [Fact]
    public void MissingValueAtAnEnd_LeavesNothingToExplain() =>
        Assert.Null(IndexCalculator.Explain(Inputs(Data().Where(o => o.Series.Indicator != "B2")) with { Last = s_second }, s_second, Inputs(Data()), s_third));

    [Fact]
    public void Items_OfAnyIndex_AddUp_AndUnchangedDataAreNotRevised() =>
        (from world in RandomWorld.Any
         from quarter in Gen.Int[5, RandomWorld.Quarters - 2]
         from isSameData in Gen.Bool
         select (world, last: RandomWorld.First.Plus(quarter), isSameData)).Sample(t =>
        {
            var known = new Vintage(new DateTimeOffset(t.last.End.AddDays(60), TimeOnly.MinValue, TimeSpan.Zero));
            var after = t.world.Inputs(t.last.Plus(1), t.isSameData ? known : new Vintage(known.Instant.AddDays(91)));
            var change = IndexCalculator.Explain(t.world.Inputs(t.last, known), t.last, after, t.last.Plus(1));
            Assert.NotNull(change);
            AddsUp(change);
            if (t.isSameData)
                Assert.DoesNotContain(change.Items, item => item.Cause == ChangeCause.RevisedData);
        }, iter: 1000);

    private static ChangeExplanation Explain(IEnumerable<Observation> before, IEnumerable<Observation> after) =>
        IndexCalculator.Explain(Inputs(before) with { Last = s_second }, s_second, Inputs(after), s_third)!;

    private static void AddsUp(ChangeExplanation change) =>
        Assert.Equal(change.After - change.Before, change.Items.Sum(item => item.Points), 1e-12 * change.After);
}
