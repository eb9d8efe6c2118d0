using System.Collections.Immutable;
using Dashboard.Components.MathML;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>Contributions that add up exactly, for a tree of any depth and any power (methodology, section 7).</summary>
internal static class ContributionFormulas
{
    internal static FormulaSheet Of(IndexMethodology methodology, Language language)
    {
        var paths = Paths(methodology.Root, []).ToList();
        var powers = paths.SelectMany(p => p.Groups.Select(g => g.Aggregation.Power)).ToHashSet();
        return new(
            "formula-contributions", language["贡献：每项指标使指数变动多少", "Contributions: by how much each indicator moved the index"],
            language[
                "把指数从 s 期到 t 期的变化分到每项指标，各项之和恰等于指数的变化，没有余项。",
                "The change of the index from period s to period t is split among the indicators; the parts add up to it exactly, without a residual."],
            [
                .. paths.GroupBy(p => string.Join('/', p.Groups.Select(g => g.Aggregation.Power)))
                    .Select(same => new FormulaLine(Name([.. same], paths.Count, language), Row(Sub("C", "k"), "=", Symbolic(same.First())))),
                new(language["合计", "total"], Row(Sub("I", "t"), "−", Sub("I", "s"), "=", Sum("k"), Sub("C", "k"))),
                .. powers.All(r => r == 1.0) ? Array.Empty<FormulaLine>() : [new(language["对数平均", "logarithmic mean"], Row(
                    Apply("L", "a, b"), "=", Over("a − b", Row(Apply("ln", "a"), "−", Apply("ln", "b"))), ",", Apply("L", "a, a"), "= a"))],
            ],
            [
                new(Sub("C", "k"), language["指标 k 的贡献，以指数点计", "contribution of indicator k, in index points"]),
                new("s, t", language["比较的两期，方法版本相同", "the two periods compared, under one version"]),
            ]);
    }

    /// <summary>
    /// The factor by which a change of the leaf's score moves the index, times that change: on each level w · c(child) / c(parent),
    /// c = L(x_t^r, x_s^r) / L(x_t, x_s), which is 1 at r = 1 and 1 / L(x_t, x_s) at r = 0.
    /// </summary>
    /// <param name="factor">Index points for one unit of the whole.</param>
    /// <param name="index">The index in both periods.</param>
    /// <param name="levels">From the root to the leaf.</param>
    internal static Term Product(Term factor, Pair index, ImmutableArray<ContributionLevel> levels)
    {
        var (above, below) = (new List<Term>(), new List<Term>());
        foreach (var (level, depth) in levels.Select((level, depth) => (level, depth)))
        {
            // A geometric root takes the factor into its mean: Λ · L(A_t, A_s) = L(I_t, I_s).
            var isGeometricRoot = depth == 0 && level.Power == 0.0;
            if (depth == 0 && !isGeometricRoot)
                above.Add(factor);
            AddChord(level.Power, isGeometricRoot ? index : level.Parent, below, above);
            AddChord(level.Power, level.Child, above, below);
        }
        var weights = levels.Select(level => level.Weight);
        var change = Parens(levels[^1].Child.Now, "−", levels[^1].Child.Before);
        Term multiplier = (above.Count, below.Count) switch
        {
            (0, 0) => Joined("×", weights),
            (_, 0) => Joined("×", above.Concat(weights)),
            _ => Row(Over(above.Count == 0 ? "1" : Joined("×", above), Joined("×", below)), "×", Joined("×", weights)),
        };
        return Row(multiplier, "×", change);
    }

    private static void AddChord(double power, Pair values, List<Term> above, List<Term> below)
    {
        if (power == 1.0)
            return;
        below.Add(Apply("L", values.Now, ",", values.Before));
        if (power != 0.0)
            above.Add(Apply("L", Sup(values.Now, Number(Figures.Shortest(power))), ",", Sup(values.Before, Number(Figures.Shortest(power)))));
    }

    private static Term Symbolic(TreePath path) => Product(
        Over(Sub("I", "t"), Sub("A", "t")), new(Sub("I", "t"), Sub("I", "s")),
        [.. path.Groups.Select((group, depth) =>
        {
            var isLeaf = depth == path.Groups.Length - 1;
            return new ContributionLevel(group.Aggregation.Power, Values(depth, false), Values(depth + 1, isLeaf), TreeNotation.Weight(depth + 1, isLeaf));
        })]);

    private static Pair Values(int depth, bool isLeaf) => new(TreeNotation.Value(depth, isLeaf, "t"), TreeNotation.Value(depth, isLeaf, "s"));

    private static IEnumerable<TreePath> Paths(IndexGroup group, ImmutableArray<IndexGroup> above)
    {
        var here = above.Add(group);
        return group.Children.OfType<IndexGroup>().SelectMany(g => Paths(g, here))
            .Concat(group.Children.Any(c => c is Indicator) ? [new TreePath(here)] : []);
    }

    private static string Name(ImmutableArray<TreePath> paths, int all, Language language) => paths.Length == all
        ? language["每项指标", "every indicator"]
        : language["下列分项的指标：", "indicators of "] + string.Join(language["、", ", "], paths.Select(p => p.Groups[^1].Name.In(language.IsEnglish)));
}

/// <summary>The same quantity in the later and in the earlier period.</summary>
internal sealed record Pair(Term Now, Term Before);

/// <param name="Power">Of the mean that the parent is.</param>
internal sealed record ContributionLevel(double Power, Pair Parent, Pair Child, Term Weight);

/// <summary>Groups from the root to one that holds indicators.</summary>
internal sealed record TreePath(ImmutableArray<IndexGroup> Groups);
