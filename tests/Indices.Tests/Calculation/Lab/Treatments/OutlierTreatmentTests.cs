using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Treatments;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Treatments;

public sealed class OutlierTreatmentTests
{
    private static readonly OutlierRule s_rule = new();

    [Fact]
    public void Moments_OfAsem_EqualThePeers()
    {
        var rows = ExampleTable.Read("asem_skew_kurt.csv");
        Assert.Equal(147, rows.Count);
        foreach (var row in rows)
        {
            var moments = Moments.Of((row["dset"] switch { "Treated" => Treated, "Screened" => Imputed, _ => Raw }).Column(row["iCode"]));
            Assert.Equal(row.Number("n"), moments.Count);
            Near(row.Number("mean"), moments.Mean, 1e-12, row["iCode"]);
            Near(row.Number("sd"), moments.StandardDeviation, 1e-12, row["iCode"]);
            Near(row.Number("skew"), moments.Skewness, 1e-12, row["iCode"]);
            Near(row.Number("kurt"), moments.Kurtosis, 1e-12, row["iCode"]);
        }
    }

    [Theory]
    [InlineData(1, "asem_T_winmax1.csv")]
    [InlineData(5, "asem_A4_treated.csv")]
    public void Treatment_OfAsem_EqualsThePeers(int points, string file) => Equal(
        Table(file), Imputed.MapColumns(column => OutlierTreatment.Of(column, s_rule with { MaximumPoints = points }).Values), 1e-12);

    [Fact]
    public void Treatment_OfAsem_TellsWhatThePeerTells()
    {
        foreach (var row in ExampleTable.Read("asem_A4_treat_details.csv"))
        {
            var treated = OutlierTreatment.Of(Imputed.Column(row["iCode"]), s_rule);
            Assert.Equal(row["check_SkewKurt0.Pass"] == "TRUE", treated.PassedBefore);
            Near(row.Number("check_SkewKurt0.Skew"), treated.Before.Skewness, 1e-12, row["iCode"]);
            Near(row.Number("check_SkewKurt0.Kurt"), treated.Before.Kurtosis, 1e-12, row["iCode"]);
            Assert.Equal(row["winsorise.nwin"], treated.Winsorised is { } w ? $"{w.High + w.Low}" : "NA");
            Near(Number(row["check_SkewKurt1.Skew"]), treated.AfterWinsorising?.Skewness ?? double.NaN, 1e-12, row["iCode"]);
            Near(Number(row["check_SkewKurt1.Kurt"]), treated.AfterWinsorising?.Kurtosis ?? double.NaN, 1e-12, row["iCode"]);
            Assert.Null(treated.AfterLogarithm);
        }
    }

    [Fact]
    public void Rule_PassesOnEitherOfTheTwo_Strictly()
    {
        Assert.True(s_rule.Passes(new(51, 0, 1, 1.99, 9)));
        Assert.True(s_rule.Passes(new(51, 0, 1, -9, 3.49)));
        Assert.False(s_rule.Passes(new(51, 0, 1, 2.0, 3.5)));
        Assert.True(s_rule.Passes(Moments.Of([1, 2, 300])));
        Assert.Null(s_rule.Passes(Moments.Of([4, 4, 4, 4])));
        Assert.Null(s_rule.Passes(Moments.Of([4, 5])));
    }

    [Fact]
    public void Winsorisation_OfTies_CountsThemAllAndMayOvershootTheLimit()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i % 5 * 0.01), 50, 50, 50, 60, double.NaN];
        Assert.Equal(1, Winsorisation.Of(values, s_rule with { MaximumPoints = 1 }).High);
        // After one step four points share the top; the limit of two is tested before they move, not after.
        var two = Winsorisation.Of(values, s_rule with { MaximumPoints = 2 });
        Assert.Equal((4, 0), (two.High, two.Low));
        Assert.Equal(0.04, two.Values.Where(x => !double.IsNaN(x)).Max());
    }

    [Fact]
    public void Winsorisation_OfTheLowSide_MirrorsTheHighSide()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(i => (double)i), 500, 900, double.NaN];
        var (high, low) = (Winsorisation.Of(values, s_rule), Winsorisation.Of([.. values.Select(x => -x)], s_rule));
        Assert.Equal((high.High, 0), (low.Low, low.High));
        Assert.Equal(high.Values, low.Values.Select(x => -x));
        Assert.True(high.High > 0);
    }

    [Fact]
    public void Treatment_ThatFailsStill_TakesTheLogarithmOfTheOriginalAndKeepsIt()
    {
        double[] values = [.. Enumerable.Range(1, 40).Select(i => i * 1e-3), 1e3, 2e3, 3e6, 4e6, double.NaN];
        var treated = OutlierTreatment.Of(values, s_rule with { MaximumPoints = 1 });
        Assert.NotNull(treated.AfterLogarithm);
        Assert.Equal(LogTransforms.Of(values, LogTransform.Shifted), treated.Values);
        var combined = OutlierTreatment.Of(values, s_rule with { MaximumPoints = 1 }, combines: true);
        Assert.Equal(LogTransforms.Of(treated.Winsorised!.Values, LogTransform.Shifted), combined.Values);
    }

    [Fact]
    public void Treatment_ThatCannotBeJudged_LeavesTheColumnAndSaysSo()
    {
        double[] constant = [7, 7, 7, 7, double.NaN];
        var treated = OutlierTreatment.Of(constant, s_rule);
        Assert.Equal(constant, treated.Values);
        Assert.NotNull(treated.Remark);
        // One point apart: winsorised, it would be constant.
        double[] nearly = [.. Enumerable.Repeat(1.0, 30), 2.0];
        var taken = OutlierTreatment.Of(nearly, s_rule);
        Assert.False(taken.PassedBefore);
        Assert.Equal(nearly, taken.Values);
        Assert.NotNull(taken.Remark);
    }

    [Fact]
    public void Logarithm_MovesTheColumnAboveZeroFirst()
    {
        double[] values = [-3, 0, double.NaN, 7, 97];
        Assert.Equal([Math.Log(1), Math.Log(4), double.NaN, Math.Log(11), Math.Log(101)], LogTransforms.Of(values, LogTransform.Shifted));
        Assert.Equal([Math.Log(1), Math.Log(4), double.NaN, Math.Log(11), Math.Log(101)], LogTransforms.Of(values, LogTransform.ShiftedByOne));
        Assert.Equal(LogTransforms.Of(values, LogTransform.Shifted), LogTransforms.Of(values, LogTransform.ShiftedToSkew));
        double[] mirror = [.. values.Select(x => -x)];
        Assert.Equal(LogTransforms.Of(values, LogTransform.Shifted).Select(x => -x), LogTransforms.Of(mirror, LogTransform.ShiftedToSkew));
        Assert.Equal([0.0, 1.5, double.NaN, 60.0, 5100.0], LogTransforms.BoxCox([0, 1, double.NaN, 10, 100], 2.0));
        Assert.Equal([0.0, Math.Log(2)], LogTransforms.BoxCox([1, 2], 0.0, isShifted: false));
    }
}
