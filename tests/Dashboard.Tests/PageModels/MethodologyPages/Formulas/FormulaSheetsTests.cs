using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Xml.Linq;
using CsCheck;
using Dashboard.Components.MathML;
using Dashboard.PageModels.MethodologyPages;
using Dashboard.PageModels.MethodologyPages.Formulas;
using Dashboard.Tests.Components.MathML;
using Indices.Calculation;
using Indices.Methodology;
using TestSupport;
using Xunit;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.Tests.PageModels.MethodologyPages.Formulas;

public sealed class FormulaSheetsTests
{
    public static TheoryData<string, string, bool> SeedPages { get; } = new(
        from m in SeedDefinitions.All.Indices from english in new[] { false, true } select (m.Code, m.Version, english));

    [Theory]
    [MemberData(nameof(SeedPages))]
    public void All_EverySeedMethodology_IsWellFormedMathMlCoreWithWords(string code, string version, bool english)
    {
        var language = english ? Language.English : Language.Chinese;
        var sheets = FormulaSheets.All(Source(SeedDefinitions.All.Versions(code).Single(v => v.Version == version)), language);

        Assert.All(sheets, s => Assert.True(s.Words.Length > 20 && s.Lines.Length > 0 && s.Title.Length > 0));
        Assert.Equal(sheets.Length, sheets.Select(s => s.Id).Distinct().Count());
        foreach (var term in sheets.SelectMany(s => s.Lines.Select(l => l.Formula).Concat(s.Symbols.Select(y => y.Symbol))))
        {
            var words = MathSpeech.Of(term, language);
            var math = XElement.Parse(MathMarkup.Of(term, words, isBlock: true));
            Assert.All(math.DescendantsAndSelf(), e => Assert.Contains(e.Name.LocalName, MathMarkupTests.CoreElements));
            Assert.NotEmpty(words);
            Assert.True(english ? words.All(c => c < '\u4e00') : !words.Contains("the ", StringComparison.Ordinal), words);
        }
    }

    [Fact]
    public void Score_WithTheFilesNumbers_IsThatOfTheMethodology()
    {
        var rule = new Normalisation(60, 40, -1, 2);
        (from g in Gen.Double[-3, 4] from isCapped in Gen.Bool select (g, isCapped)).Sample(t =>
        {
            var expected = 60 + 40 * Math.Min(Math.Min(Math.Max(t.g, -1), 2), t.isCapped ? 1 : 2);
            return Math.Abs(TermValue.Of(ScoreFormulas.Score(rule, Exact(t.g), t.isCapped)) - expected) < 1e-12;
        });
    }

    [Theory]
    [InlineData(0.0, 1.0, null, 1.0, "min(,1)")]
    [InlineData(0.0, 10.0, null, null, "×")]
    public void Score_WithoutACap_DoesNotShowIt(double a, double b, double? low, double? high, string expected)
    {
        var text = XElement.Parse(MathMarkup.Of(ScoreFormulas.Score(new(a, b, low, high), "", isCapped: false), "", false)).Value;
        Assert.Contains(expected, text.Replace("\u2061", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("max", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GoalpostScale.Linear, 15.0, 5.0, 25.0, 0.5)]
    [InlineData(GoalpostScale.Log, 20.0, 10.0, 40.0, 0.5)]
    // A negative indicator has its best goalpost below the worst.
    [InlineData(GoalpostScale.Linear, 0.8, 2.0, 0.4, 0.75)]
    public void Position_OfBothScales_IsTheShareOfTheWay(GoalpostScale scale, double x, double worst, double best, double expected)
    {
        var row = (Sequence)ScoreFormulas.Position(scale, Exact(x), Exact(worst), Exact(best), "g");
        Assert.Equal(expected, TermValue.Of(new Sequence(row.Parts.RemoveRange(0, 2))), 1e-12);
    }

    /// <summary>The formula as drawn, with numbers put in, leaves no residual: for any powers, depth and values.</summary>
    [Fact]
    public void Contributions_AsDrawn_AddUpToTheChangeOfTheIndex() =>
        (from powers in Gen.Int[0, 4].Select(i => new[] { 1.0, 0.0, -1.0, 0.5, 2.0 }[i]).Array[3]
         from values in Gen.Double[20, 140].Array[16]
         from weight in Gen.Double[0.1, 0.9].Array[7]
         select (powers, values, weight)).Sample(t =>
        {
            const double factor = 1.25;
            var (now, before) = (Node.Tree(t.values[..8], t.weight, t.powers), Node.Tree(t.values[8..], t.weight, t.powers));
            var sum = Leaves(now, before, [], factor, (now, before)).Sum(TermValue.Of);
            return Math.Abs(sum - factor * (now.Value - before.Value)) < 1e-9;
        });

    [Theory]
    [InlineData(1.0, "Σ w S")]
    [InlineData(0.0, "∏")]
    [InlineData(-1.0, "1/Σ")]
    [InlineData(0.5, "power")]
    public void Means_OfEveryPower_AreDrawnAsWhatTheyAre(double power, string kind)
    {
        var mean = MeanFormulas.Mean(new(power), "k", Sub("w", "k"), Sub("S", "k, t"));
        Assert.Equal(kind, mean switch
        {
            Sequence { Parts: [Large { Operator: "∑" }, ..] } => "Σ w S",
            Sequence { Parts: [Large { Operator: "∏" }, Script { Above: not null }] } => "∏",
            Fraction { Below: Sequence { Parts: [Large { Operator: "∑" }, Fraction] } } => "1/Σ",
            Script { Above: Fraction } => "power",
            _ => "?",
        });
    }

    [Fact]
    public void Means_DifferentGroups_AreNamed()
    {
        var root = SampleDefinitions.Composite().Root;
        var mixed = SampleDefinitions.Composite() with { Root = root with { Children = [root.Children[0], (IndexGroup)root.Children[1] with { Aggregation = Aggregation.Harmonic }] } };
        var names = FormulaSheets.All(Source(mixed), Language.Chinese).Single(s => s.Id == "formula-means").Lines.Select(l => l.Name);
        Assert.Contains("信用信息基础设施：加权算术平均", names);
        Assert.Contains("信用质量：加权调和平均", names);
    }

    [Fact]
    public void Base_FrozenFactor_IsShownAndOtherwiseNot()
    {
        var source = Source(SampleDefinitions.Composite());
        var frozen = source with { Frozen = new(new Dictionary<string, double> { [FrozenParameters.BaseFactor("1.0.0")] = 1.23738255 }.ToFrozenDictionary()) };
        Assert.DoesNotContain("1.2373826", Text(source), StringComparison.Ordinal);
        Assert.Contains("1.2373826", Text(frozen), StringComparison.Ordinal);

        static string Text(MethodologySource s) => string.Concat(FormulaSheets.All(s, Language.Chinese).Single(f => f.Id == "formula-base")
            .Lines.Select(l => MathMarkup.Of(l.Formula, "", false)));
    }

    private static MethodologySource Source(IndexMethodology methodology) =>
        MethodologySource.Unreleased([methodology], methodology, SeedDefinitions.All.Catalogue);

    private static Term Exact(double value) => Number(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal));

    private static IEnumerable<Term> Leaves(
        Node now, Node before, ImmutableArray<ContributionLevel> above, double factor, (Node Now, Node Before) root)
    {
        for (var i = 0; i < now.Children.Length; i++)
        {
            var (child, old) = (now.Children[i], before.Children[i]);
            var levels = above.Add(new(now.Power, Of(now, before), Of(child, old), Exact(child.Weight)));
            if (child.Children.Length == 0)
                yield return ContributionFormulas.Product(Exact(factor), new(Exact(factor * root.Now.Value), Exact(factor * root.Before.Value)), levels);
            else
                foreach (var leaf in Leaves(child, old, levels, factor, root))
                    yield return leaf;
        }

        static Pair Of(Node now, Node before) => new(Exact(now.Value), Exact(before.Value));
    }

    /// <summary>A tree of three levels with two children each.</summary>
    private sealed record Node(double Weight, double Power, Node[] Children, double Leaf)
    {
        internal double Value => Children.Length == 0 ? Leaf
            : Power == 0 ? Math.Exp(Children.Sum(c => c.Weight * Math.Log(c.Value)))
            : Math.Pow(Children.Sum(c => c.Weight * Math.Pow(c.Value, Power)), 1 / Power);

        internal static Node Tree(double[] values, double[] weights, double[] powers, int depth = 0, int at = 0, double weight = 1) => depth == 3
            ? new(weight, 1, [], values[at])
            : new(weight, powers[depth],
                [
                    Tree(values, weights, powers, depth + 1, 2 * at, weights[(1 << depth) - 1 + at]),
                    Tree(values, weights, powers, depth + 1, 2 * at + 1, 1 - weights[(1 << depth) - 1 + at]),
                ], 0);
    }
}
