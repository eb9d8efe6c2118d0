using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Time;
using Xunit;
using CompositeExample = Indices.Tests.Calculation.Composite.WorkedExample;

namespace Indices.Tests.Calculation.Uncertainty;

/// <summary>The worked example of the methodology, section 15.3: every double of the draws, the summary and the Sobol table.</summary>
public sealed class WorkedExampleTests
{
    private static readonly IndexInputs s_inputs = CompositeExample.Inputs(CompositeExample.Data()) with { Last = Period.OfQuarter(2023, 2) };
    private static readonly UncertaintyRule s_rule = CompositeExample.First.Uncertainty!;
    private static readonly Lazy<UncertaintyResult> s_result = new(() =>
        UncertaintyAnalysis.Run(s_inputs, IndexCalculator.Calculate(s_inputs), s_rule)!);

    [Fact]
    public void FirstDraws_OfBothSamples_AreTheKnownDoubles()
    {
        var builder = new IndexModelBuilder(s_inputs, IndexCalculator.Calculate(s_inputs), s_rule);
        var layout = builder.Layout(Period.OfQuarter(2023, 2));
        var model = builder.Build([Period.OfQuarter(2023, 2), Period.OfQuarter(2023, 1)], layout)!;
        var monteCarlo = new MonteCarlo(model, layout, s_rule, 2);
        var seed = Seeds.Of("DEMO", Period.OfQuarter(2023, 2), "1.0.0");
        monteCarlo.Draw(seed);
        var random = new SplitMix64(seed);
        var known = ExampleTable.Read("mc_first_rows.csv");

        Assert.Equal(12, layout.Count);
        Assert.Equal(6, known.Count);
        foreach (var row in known)
        {
            for (var column = 0; column < layout.Count; column++)
                Assert.Equal(row.Number($"u{column}"), random.NextUniform());
            var sample = new Sample(row["matrix"] == "A" ? monteCarlo.A : monteCarlo.B);
            var (at, outputs) = ((int)row.Number("row"), monteCarlo.Evaluate(sample, keepsNormalisation: false));
            Assert.Equal(row.Number("index"), outputs[0][at]);
            Assert.Equal(row.Number("change"), outputs[0][at] - outputs[1][at]);
        }
    }

    [Fact]
    public void Summary_OfAllDraws_HasTheKnownDoubles()
    {
        var known = ExampleTable.Read("mc_summary.csv").ToDictionary(row => row["statistic"], row => row.Number("value"));
        var (result, all, published) = (s_result.Value, s_result.Value.All, s_result.Value.Published);

        Assert.Equal(Period.OfQuarter(2023, 2), result.Period);
        Assert.Equal(Period.OfQuarter(2023, 1), result.Previous);
        Assert.Equal("1.0.0", result.Version);
        Assert.Equal(known["N_base"], result.Draws);
        Assert.Equal(known["model_runs"], result.Runs);
        Assert.Equal(known["mean"], all.Index.Mean);
        Assert.Equal(known["sd"], all.Index.StandardDeviation);
        Assert.Equal(known["q05"], all.Index.Lower);
        Assert.Equal(known["q50"], all.Index.Median);
        Assert.Equal(known["q95"], all.Index.Upper);
        Assert.Equal(known["pr_change_positive"], all.ProbabilityOfRise);
        Assert.Equal(known["change_q05"], all.Change!.Lower);
        Assert.Equal(known["change_q50"], all.Change.Median);
        Assert.Equal(known["change_q95"], all.Change.Upper);
        Assert.Equal(known["fixedN_q05"], published.Index.Lower);
        Assert.Equal(known["fixedN_q50"], published.Index.Median);
        Assert.Equal(known["fixedN_q95"], published.Index.Upper);
        Assert.Equal(known["fixedN_pr_change_positive"], published.ProbabilityOfRise);
        Assert.Null(result.Matched);
    }

    [Theory]
    [InlineData(UncertainOutput.Index, "index")]
    [InlineData(UncertainOutput.Change, "change")]
    public void SobolTable_OfIndexAndChange_HasTheKnownDoubles(UncertainOutput output, string name)
    {
        var known = ExampleTable.Read("sobol.csv").Where(row => row["output"] == name).ToDictionary(row => row["group"]);
        var table = s_result.Value.Sensitivity.Single(t => t.Output == output);

        Assert.Equal(known["VAR"].Number("S1"), table.Variance);
        Assert.Equal("WNGMR", string.Concat(known.Keys.Take(5)));
        foreach (var (letter, row) in known.Keys.Zip(table.Rows))
        {
            Assert.Equal(known[letter].Number("S1"), row.Estimate.FirstOrder);
            Assert.Equal(known[letter].Number("S1_q05"), row.Lower.FirstOrder);
            Assert.Equal(known[letter].Number("S1_q95"), row.Upper.FirstOrder);
            Assert.Equal(known[letter].Number("ST"), row.Estimate.Total);
            Assert.Equal(known[letter].Number("ST_q05"), row.Lower.Total);
            Assert.Equal(known[letter].Number("ST_q95"), row.Upper.Total);
        }
        Assert.Equal(known["SUM"].Number("S1"), table.Rows.Aggregate(0.0, (sum, row) => sum + row.Estimate.FirstOrder));
        Assert.Equal(known["SUM"].Number("ST"), table.Rows.Aggregate(0.0, (sum, row) => sum + row.Estimate.Total));
    }
}
