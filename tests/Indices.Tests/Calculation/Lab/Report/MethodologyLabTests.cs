using Indices.Calculation;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Report;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Lab.Report;

public sealed class MethodologyLabTests
{
    private static readonly Lazy<LabReport> s_asem = new(() => MethodologyLab.Report(LabSubject.Of(KnownValue.Methodology("asem.yaml"), Results(Treated)), draws: 200));

    [Fact]
    public void Report_OfAsem_ShowsThePublishedResultOfThePeer()
    {
        Assert.True(s_asem.Value.Subject.UnitsAreAreas);
        var index = Table("asem_A6_aggregated_amean.csv").Column("Index");
        var ranks = Table("asem_A7_ranks.csv").Column("Index");
        for (var unit = 0; unit < index.Length; unit++)
        {
            Near(index[unit], s_asem.Value.Subject.Published[unit], 1e-12, Treated.Units[unit]);
            Assert.Equal(ranks[unit], s_asem.Value.Ranks[unit]);
        }
    }

    [Fact]
    public void Report_OfAsem_HasThePeersAlternativesBesideIt()
    {
        AreNear(Table("asem_G_gmean_1_100.csv").Column("Index"), Variant("none/minmax/file/geometric"));
        AreNear(Table("asem_A6_aggregated_amean.csv").Column("Index"), Variant("none/file/file/file"));
        Assert.Equal(0.0, Variant("none/file/file/file").Agreement!.LargestShift);
        Assert.Equal(s_asem.Value.Ranks, Variant("none/minmax/equal/file", "none/file/equal/file").Ranks);
        var refused = Variant("none/file/file/geometric");
        Assert.Empty(refused.Values);
        Assert.NotNull(refused.Refusal);
    }

    [Fact]
    public void Report_OfAsem_HasEveryMethodOnce()
    {
        var codes = s_asem.Value.Variants.Select(v => v.Methods.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Superset(NormalisationMethods.All.Select(n => n.Code).ToHashSet(), s_asem.Value.Variants.Select(v => v.Methods.Normalisation).ToHashSet());
        Assert.Equal(WeightMethods.All.Select(w => w.Code).Order(), s_asem.Value.Variants.Select(v => v.Methods.Weights).Distinct().Order());
        Assert.Equal(AggregationMethods.All.Select(a => a.Code).Order(), s_asem.Value.Variants.Select(v => v.Methods.Aggregation).Distinct().Order());
        Assert.All(s_asem.Value.Variants, v => Assert.True(v.Values.IsEmpty == (v.Agreement is null) && v.Values.IsEmpty == v.Refusal is not null));
    }

    [Fact]
    public void Weights_OfEveryMethod_AddUpToOneInEveryGroup() => Assert.All(
        s_asem.Value.Weights.Where(set => !set.Weights.IsEmpty),
        set => Assert.All(Tree.Groups, group => Assert.Equal(1.0, group.Children.Sum(child => set.Weights[child]), 1e-12)));

    [Fact]
    public void LeaveOneOut_OfAnIndicator_IsTheIndexOverTheOthers()
    {
        var left = s_asem.Value.LeaveOneOut.Single(l => l.Node == "CO2");
        var without = LabSubject.Of(KnownValue.Methodology("asem.yaml"), Results(Treated));
        double[] weights = [.. Tree.Weights];
        weights[Tree.NodeOf("CO2")] = 0.0;
        Assert.All(AggregationMethods.AsPublished.Run(Tree, without.Scores, weights).Zip(left.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.NotEqual(s_asem.Value.Ranks, left.Ranks);
        Assert.Equal(59, s_asem.Value.LeaveOneOut.Length);
    }

    [Fact]
    public void Importance_OfAGroup_SharesAddUpToOne() => Assert.All(s_asem.Value.Importance.GroupBy(i => i.Group), group =>
    {
        Assert.Equal(1.0, group.Sum(i => i.Weight), 1e-12);
        Assert.Equal(1.0, group.Sum(i => i.SquaredShare), 1e-12);
        Assert.Equal(1.0, group.Sum(i => i.RatioShare), 1e-12);
    });

    [Fact]
    public void Report_OfPeriods_ComparesThoseOfTheNewestVersion()
    {
        var periods = Enumerable.Range(2010, 12).Select(Period.OfYear).ToArray();
        var methodology = KnownValue.Methodology("hdi.yaml");
        double[] starts = [60, 10, 6, 8_000];
        var snapshot = Known(periods.SelectMany((period, t) => methodology.Root.Indicators.Select((component, i) =>
            Observed(component.Code, period, starts[i] * (1 + 0.01 * t * (i + 1) + 0.02 * ((t * 7 + i) % 3))))));
        var result = IndexCalculator.Calculate(new([methodology], EmptyCatalogue, snapshot, City, periods[^1], FrozenParameters.None));
        var report = MethodologyLab.Report(LabSubject.Of(methodology, [result]), reference: "2012", draws: 50);
        Assert.False(report.Subject.UnitsAreAreas);
        Assert.Equal(periods.Select(p => p.ToString()), report.Subject.Values.Units);
        Assert.Equal("2012", report.Reference);
        Assert.Equal(1.0, report.Variants[0].Agreement!.Pearson, 1e-12);
        Assert.Equal(12, report.Robustness.Length);
        Assert.All(report.Robustness, unit => Assert.InRange(report.Subject.Published[report.Subject.Values.Units.IndexOf(unit.Unit)], unit.Scores.Low, unit.Scores.High));
    }

    [Fact]
    public void Report_WithGaps_TriesImputations_AndRenormalises()
    {
        var gap = Treated.WithColumns(j => j == Treated.IndexOf("CO2") ? [double.NaN, .. Treated.Column(j)[1..]] : Treated.Column(j).ToArray());
        var report = MethodologyLab.Report(LabSubject.Of(KnownValue.Methodology("asem.yaml"), Results(gap)), draws: 10);
        Assert.Contains(report.Variants, v => v.Methods.Treatment == "impute_row");
        // The engine publishes nothing for the unit; the lab renormalises the weights over what is there.
        Assert.True(double.IsNaN(report.Subject.Published[0]));
        Assert.False(double.IsNaN(report.Variants[0].Values[0]));
        Assert.Equal(1, report.Availability[0].Missing);
    }

    [Fact]
    public void Subject_WithoutData_IsRefused() => Assert.Throws<UndefinedResultException>(() => LabSubject.Of(KnownValue.Methodology("asem.yaml"), []));

    private static LabVariant Variant(params string[] codes) => s_asem.Value.Variants.Single(v => codes.Contains(v.Methods.Code));

    private static void AreNear(ReadOnlySpan<double> expected, LabVariant variant)
    {
        for (var unit = 0; unit < expected.Length; unit++)
            Near(expected[unit], variant.Values[unit], 1e-12, $"{variant.Methods.Code} {Treated.Units[unit]}");
    }

    /// <summary>What the engine makes of the table, country by country in its order.</summary>
    private static List<IndexResult> Results(UnitTable table)
    {
        var (methodology, year) = (KnownValue.Methodology("asem.yaml"), Period.OfYear(2018));
        var snapshot = Known(table.Units.SelectMany((country, unit) => table.Indicators.Select((code, j) => (country, code, value: table[unit, j])))
            .Where(o => !double.IsNaN(o.value))
            .Select(o => Observed(o.code, year, o.value) is var observed ? observed with { Series = observed.Series with { Area = o.country } } : null!));
        return [.. table.Units.Select(country => IndexCalculator.Calculate(new([methodology], EmptyCatalogue, snapshot, country, year, FrozenParameters.None)))];
    }
}
