using System.Collections.Immutable;
using CsCheck;
using Indices.Calculation.Prices.Formulas;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Formulas;

/// <summary>Tests of axioms: what holds whatever the prices and quantities.</summary>
public class FormulaLawTests
{
    private static readonly string[] DependOnUnits = ["dutot"];
    private static readonly string[] Reversible =
        ["dutot", "jevons", "cswd", "fisher", "tornqvist", "satovartia", "walsh", "gk", "marshalledgeworth", "stuvel"];

    // Stuvel mixes in quantities; a time dummy is corrected by its own variance.
    private static readonly string[] NoMeans = ["stuvel", "tpd"];

    private static ImmutableArray<double> Direct(PricePanel panel, BilateralFormula formula) => new BilateralSeries(panel, formula).Direct().Levels;

    private static ImmutableArray<double> Multilateral(string name, PricePanel panel) =>
        MultilateralFormula.Find(name)!.Series(panel, panel.Periods.Length, Splice.Mean).Levels;

    public static TheoryData<string> Windows => [.. MultilateralFormula.All.Select(f => f.Name)];

    private static void Near(double expected, double actual, string what, double tolerance = 1e-11) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"{what}: expected {expected:R}, got {actual:R}");

    [Fact]
    public void SamePrices_AnyFormula_IsOne() => PanelBuilder.Complete.Sample(draw =>
    {
        var panel = PanelBuilder.Panel(draw.Prices.Each((_, n, _) => draw.Prices[0][n]), draw.Quantities.Each((t, n, q) => q));
        foreach (var formula in BilateralFormulas.All())
            Assert.All(Direct(panel, formula), level => Near(1, level, formula.Name, 1e-14));
        foreach (var formula in MultilateralFormula.All)
            Assert.All(Multilateral(formula.Name, panel), level => Near(1, level, formula.Name, 1e-13));
    }, iter: 100);

    [Fact]
    public void AllPricesTimesAFactor_AnyFormula_IsTheFactor() => Gen.Select(PanelBuilder.Complete, Gen.Double[0.3, 3]).Sample((draw, factor) =>
    {
        var panel = PanelBuilder.Panel(draw.Prices.Each((t, n, _) => draw.Prices[0][n] * Math.Pow(factor, t)), draw.Quantities);
        foreach (var formula in BilateralFormulas.All())
            Near(factor, Direct(panel, formula)[1], formula.Name, 1e-12);
        foreach (var formula in MultilateralFormula.All)
            Near(factor, Multilateral(formula.Name, panel)[1], formula.Name, 1e-11);
    }, iter: 100);

    [Fact]
    public void TimeReversed_ReversibleFormulas_AreTheInverse() => PanelBuilder.WithGaps.Sample(draw =>
    {
        var (forth, back) = (PanelBuilder.Panel(draw.Prices, draw.Quantities), PanelBuilder.Panel([.. draw.Prices.Reverse()], [.. draw.Quantities.Reverse()]));
        foreach (var name in Reversible)
            Near(1, Direct(forth, BilateralFormulas.Find(name)!)[^1] * Direct(back, BilateralFormulas.Find(name)!)[^1], name);
        foreach (var formula in MultilateralFormula.All)
            Near(1, Multilateral(formula.Name, forth)[^1] * Multilateral(formula.Name, back)[^1], formula.Name, 1e-10);
    }, iter: 100);

    /// <summary>Each period by way of any other: the window starts elsewhere and says the same of the same two periods.</summary>
    [Theory]
    [MemberData(nameof(Windows))]
    public void OrderOfPeriods_AnyWindow_DoesNotMatter(string name) => PanelBuilder.Complete.Sample(draw =>
    {
        var turned = Enumerable.Range(0, draw.Prices.Length).Select(t => (t + 1) % draw.Prices.Length).ToArray();
        var plain = Multilateral(name, PanelBuilder.Panel(draw.Prices, draw.Quantities));
        var moved = Multilateral(name, PanelBuilder.Panel([.. turned.Select(t => draw.Prices[t])], [.. turned.Select(t => draw.Quantities[t])]));
        Near(plain[2] / plain[1], moved[1] / moved[0], name, 1e-10);
        Near(plain[1] / plain[0], moved[0] / moved[^1], name, 1e-10);
    }, iter: 50);

    [Fact]
    public void UnitsOfProducts_AnyFormulaButDutot_DoNotMatter() => Gen.Select(PanelBuilder.WithGaps, Gen.Double[0.1, 10].Array[6]).Sample((draw, units) =>
    {
        var panel = PanelBuilder.Panel(draw.Prices, draw.Quantities);
        var other = PanelBuilder.Panel(draw.Prices.Each((_, n, p) => p * units[n]), draw.Quantities.Each((_, n, q) => q / units[n]));
        foreach (var formula in BilateralFormulas.All().Where(f => !DependOnUnits.Contains(f.Name)))
            foreach (var (expected, actual) in Direct(panel, formula).Zip(Direct(other, formula)).Where(p => double.IsFinite(p.First)))
                Near(expected, actual, formula.Name);
        foreach (var formula in MultilateralFormula.All)
            Near(Multilateral(formula.Name, panel)[^1], Multilateral(formula.Name, other)[^1], formula.Name, 1e-10);
    }, iter: 100);

    [Fact]
    public void Index_AnyMean_LiesBetweenTheExtremeRelatives() => PanelBuilder.Complete.Sample(draw =>
    {
        var panel = PanelBuilder.Panel(draw.Prices, draw.Quantities);
        foreach (var formula in BilateralFormulas.All().Where(f => !NoMeans.Contains(f.Name)))
            for (var t = 1; t < draw.Prices.Length; t++)
            {
                var relatives = draw.Prices[t].Zip(draw.Prices[0], (p1, p0) => p1 / p0).ToList();
                Assert.InRange(Direct(panel, formula)[t], relatives.Min() * (1 - 1e-12), relatives.Max() * (1 + 1e-12));
            }
    }, iter: 50);

    [Fact]
    public void OrderOfRows_AnyFormula_DoesNotChangeABit() => Gen.Select(PanelBuilder.WithGaps, Gen.Int).Sample((draw, seed) =>
    {
        var quotes = PanelBuilder.Quotes(draw.Prices, draw.Quantities);
        var shuffled = quotes.OrderBy(q => HashCode.Combine(seed, q.Product.GetHashCode(StringComparison.Ordinal), q.Period)).ToList();
        foreach (var formula in BilateralFormulas.All())
            Assert.Equal(Direct(PricePanel.Of(quotes), formula), Direct(PricePanel.Of(shuffled), formula));
        foreach (var formula in MultilateralFormula.All)
            Assert.Equal(Multilateral(formula.Name, PricePanel.Of(quotes)), Multilateral(formula.Name, PricePanel.Of(shuffled)));
    }, iter: 30);

    [Fact]
    public void Contributions_EveryFormulaThatHasThem_AddUpToTheChange() => PanelBuilder.WithGaps.Sample(draw =>
    {
        var panel = PanelBuilder.Panel(draw.Prices, draw.Quantities);
        foreach (var formula in BilateralFormulas.All().Where(f => f.HasContributions))
            foreach (var series in new[] { new BilateralSeries(panel, formula).Direct(), new BilateralSeries(panel, formula).Chained() })
            {
                var steps = series.Movements.GroupBy(m => (m.From, m.To)).ToList();
                Assert.Equal(series.Levels.Skip(1).Count(double.IsFinite), steps.Count);
                foreach (var step in steps)
                {
                    var change = series.Levels[step.Key.To] - series.Levels[step.Key.From];
                    Assert.Equal(change, step.Sum(m => m.Change), 1e-12 * Math.Max(series.Levels[step.Key.From], series.Levels[step.Key.To]));
                }
            }
    }, iter: 100);

    [Fact]
    public void HasContributions_AllButThreeFormulas() =>
        Assert.Equal(["ces", "tpd", "stuvel"], BilateralFormulas.All().Where(f => !f.HasContributions).Select(f => f.Name));
}
