using System.Collections.Frozen;
using System.Globalization;
using Dashboard.Components.MathML;
using Dashboard.PageModels.MethodologyPages;
using Dashboard.Tests.Components.MathML;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.MethodologyPages;

/// <summary>Numbers of the worked example of the methodology, section 15.1, calculated and released for real.</summary>
public sealed class WorkedLineTests
{
    private static readonly IndexMethodology Example = KnownValue.Methodology("composite-1.0.0.yaml");
    private static readonly Period Quarter = Period.OfQuarter(2023, 2);

    [Fact]
    public void Of_WorkedExample_ShowsTheIndicatorThatMovedMost()
    {
        var line = WorkedLine.Of(Source(), Language.Chinese)!;

        Assert.Equal(("普惠小微贷款余额同比", "2023年第二季度", true), (line.Subject, line.Period, line.IsSynthetic));
        Assert.Equal(["指标值", "位置", "得分", "在分项中", "贡献"], line.Steps.Select(s => s.Title));
        Assert.Contains("为 14.8，", line.Steps[0].Words, StringComparison.Ordinal);
        Assert.Contains("有效权重 30%；该分项的公布值为 81.66", line.Steps[3].Words, StringComparison.Ordinal);
        Assert.Contains("−1.05", line.Steps[4].Words, StringComparison.Ordinal);
        Assert.Contains("上期得分 82.4", line.Steps[4].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WorkedExample_TheDrawnArithmeticGivesTheKnownValues()
    {
        var steps = WorkedLine.Of(Source(), Language.English)!.Steps;

        Assert.Equal(0.49, Value(steps[1].Formula!), 1e-9);
        Assert.Equal(79.6, Value(steps[2].Formula!), 1e-9);
        // composite_contributions.csv, from published values of two decimals.
        Assert.Equal(-1.0493917361427156, Value(steps[4].Formula!), 2e-4);
    }

    [Fact]
    public void Of_ScoreBeforeRevisedSince_ShowsThePublishedContributionWithoutArithmetic()
    {
        var source = Source();
        var before = source.Before! with { Scores = [.. source.Before.Scores.Select(s => s with { Score = s.Score + 1 })] };

        var step = WorkedLine.Of(source with { Before = before }, Language.Chinese)!.Steps[4];

        Assert.Null(step.Formula);
        Assert.Contains("−1.05", step.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FirstReleaseOfAll_StopsAtTheScore()
    {
        var line = WorkedLine.Of(Source() with { Release = Release(Period.OfQuarter(2022, 4)), Before = null }, Language.Chinese)!;
        Assert.Equal("在分项中", line.Steps[^1].Title);
    }

    [Fact]
    public void Of_NothingReleased_IsNull() => Assert.Null(WorkedLine.Of(Source() with { Release = null }, Language.Chinese));

    [Fact]
    public void Of_HeadlineWithheld_IsNull()
    {
        var release = Release(Quarter);
        var hidden = release with { Values = [.. release.Values.Select(v => v with { Text = null })] };
        Assert.Null(WorkedLine.Of(Source() with { Release = hidden }, Language.Chinese));
    }

    [Fact]
    public void Of_WithheldIndicators_AreNeverChosen()
    {
        // One dominated indicator in the first group takes the other with it.
        var dominated = Edited("A1", i => i with { Confidentiality = "dominant_unit" });
        var line = WorkedLine.Of(Source() with { Shown = dominated }, Language.Chinese)!;
        Assert.Equal("地方征信平台收录率", line.Subject);
    }

    [Fact]
    public void Of_ScoreThatDoesNotFollowFromTheFile_IsNotTaught()
    {
        var other = Edited("A1", i => i with { Worst = new Goalpost(6, null) });
        Assert.Equal("股权融资额(近12个月)", WorkedLine.Of(Source() with { Shown = other }, Language.Chinese)!.Subject);
    }

    [Fact]
    public void Of_MultipleOfTheBase_NeedsTheFrozenNumber()
    {
        var multiple = Edited("A1", i => i with { Worst = new Goalpost(null, 0.5) });
        var frozen = new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.Worst("1.0.0", "A1")] = 5.0 }.ToFrozenDictionary());

        Assert.NotEqual("普惠小微贷款余额同比", WorkedLine.Of(Source() with { Shown = multiple }, Language.Chinese)!.Subject);
        Assert.Equal("普惠小微贷款余额同比", WorkedLine.Of(Source() with { Shown = multiple, Frozen = frozen }, Language.Chinese)!.Subject);
    }

    [Fact]
    public void Of_PriceIndex_ReadsTheChangeInPercent()
    {
        var price = SampleDefinitions.Price();
        var release = SampleReleases.Of(price, Period.OfMonth(2025, 10), PublicSite.Start);
        var line = WorkedLine.Of(MethodologySource.Unreleased([price], price, SampleDefinitions.All().Catalogue) with { Release = release }, Language.Chinese)!;

        var (now, before) = (Index(release, 10), Index(release, 9));
        Assert.Equal(["指数", "价格变动", "价格水平"], line.Steps.Select(s => s.Title));
        var formula = (Sequence)line.Steps[1].Formula!;
        Assert.Equal((double)(100 * (now / before - 1)), Value(new Sequence(formula.Parts.RemoveAt(formula.Parts.Length - 1))), 1e-9);
        Assert.False(line.IsSynthetic);

        static decimal Index(ReleaseContent release, int month) => decimal.Parse(
            release.Values.Single(v => v.Node == release.Version.Index && v.Period == Period.OfMonth(2025, month)).Text!, CultureInfo.InvariantCulture);
    }

    /// <summary>The side of a formula between "=" and "≈", or before "≈" where there is no "=".</summary>
    private static double Value(Term formula)
    {
        var parts = ((Sequence)formula).Parts;
        var end = parts.IndexOf(new Token(TokenKind.Operator, "≈"));
        var start = parts.IndexOf(new Token(TokenKind.Operator, "=")) + 1;
        return TermValue.Of(new Sequence([.. parts[start..end]]));
    }

    private static MethodologySource Source() => MethodologySource.Unreleased([Example], Example, TestIndex.EmptyCatalogue) with
    {
        Release = Release(Quarter),
        Before = Release(Quarter.Plus(-1)),
    };

    private static ReleaseContent Release(Period last)
    {
        var data = File.ReadLines(KnownValue.Path("composite_inputs.csv")).Skip(1).Select(l => l.Split(','))
            .Where(r => r[4].Length > 0)
            .Select(r => TestIndex.Observed(r[1], Period.Parse(r[0]), double.Parse(r[4], CultureInfo.InvariantCulture)));
        var inputs = new IndexInputs([Example], TestIndex.EmptyCatalogue, TestIndex.Known(data), TestIndex.City, last, FrozenParameters.None);
        var candidate = CandidateAssembly.Assemble(
            IndexCalculator.Calculate(inputs), inputs, last, ReleaseKind.Initial, null, null, "scheduler", PublicSite.Start);
        return new(
            new ReleaseVersion(1, candidate.Index, last, 1, candidate.Kind, null, candidate.MethodologyVersion, candidate.DataVintage, Origin.Synthetic,
                candidate.Fingerprint, 1, PublicSite.Start, ReleaseState.Approved, PublicSite.Start, "reviewer", PublicSite.Start),
            candidate.Values, candidate.Contributions, candidate.Scores, candidate.Levels, candidate.Notes);
    }

    private static IndexMethodology Edited(string code, Func<Indicator, Indicator> edit) => Example with
    {
        Root = Example.Root with
        {
            Children = [.. Example.Root.Children.Cast<IndexGroup>().Select(g => g with
            {
                Children = [.. g.Children.Cast<Indicator>().Select(i => i.Code == code ? edit(i) : i)],
            })],
        },
    };
}
