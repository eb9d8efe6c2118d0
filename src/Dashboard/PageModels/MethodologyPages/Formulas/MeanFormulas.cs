using System.Collections.Immutable;
using Dashboard.Components.MathML;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>How children become the value of their group, level by level as the file has it (methodology, section 5).</summary>
internal static class MeanFormulas
{
    internal static FormulaSheet Of(IndexMethodology methodology, Language language)
    {
        var levels = TreeNotation.Levels(methodology.Root).ToList();
        return new(
            "formula-means", language["合成：由得分到分项和合成值", "Aggregation: from scores to groups and the aggregate"],
            Explanation(methodology.Root, language),
            [
                .. levels.GroupBy(l => (l.Depth, l.HasLeaves, l.Group.Aggregation)).OrderByDescending(g => g.Key.Depth)
                    .Select(g => new FormulaLine(Name([.. g.Select(l => l.Group)], levels.Count(l => l.Depth == g.Key.Depth), g.Key.Depth, language), General(g.Key.Depth, g.Key.HasLeaves, g.Key.Aggregation))),
                new(language["代入本指数的权重", "with the weights of this index"], Expanded(methodology.Root, language)),
            ],
            [
                .. levels.Select(l => (l.Depth, l.HasLeaves)).Distinct().Select(l => Symbol(l.Depth, l.HasLeaves, language)),
                new(Sub("A", "t"), language["合成值，尚未折算成指数点", "aggregate, not yet in index points"]),
            ]);
    }

    /// <summary>Mean of values with weights: Σ w x, Π x^w, 1 / Σ (w / x), or (Σ w x^r)^(1/r).</summary>
    internal static Term Mean(Aggregation aggregation, Term over, Term weight, Term value) => aggregation.Power switch
    {
        1.0 => Row(Sum(over), weight, value),
        0.0 => Row(Product(over), Power(value, weight)),
        -1.0 => Over("1", Row(Sum(over), Over(weight, value))),
        var r => Sup(Parens(Sum(over), weight, Power(value, Number(Figures.Shortest(r)))), Over("1", Number(Figures.Shortest(r)))),
    };

    private static Term General(int depth, bool hasLeaves, Aggregation aggregation) => Row(
        TreeNotation.Value(depth, false, "t"), "=",
        Mean(aggregation, TreeNotation.Children(depth + 1, hasLeaves), TreeNotation.Weight(depth + 1, hasLeaves), TreeNotation.Value(depth + 1, hasLeaves, "t")));

    /// <summary>The whole written out with the names and weights of its parts.</summary>
    private static Term Expanded(IndexGroup root, Language language)
    {
        var parts = root.Children.Select(c => (Weight: Number(c.Weight.ToString()), Value: Words(Name(c, language)))).ToImmutableArray();
        var power = Number(Figures.Shortest(root.Aggregation.Power));
        var inside = root.Aggregation.Power switch
        {
            1.0 => Joined("+", parts.Select(p => Row(p.Weight, "×", p.Value))),
            0.0 => Joined("×", parts.Select(p => Sup(p.Value, p.Weight))),
            -1.0 => Over("1", Joined("+", parts.Select(p => Over(p.Weight, p.Value)))),
            _ => Sup(Parens(Joined("+", parts.Select(p => Row(p.Weight, "×", Sup(p.Value, power))))), Over("1", power)),
        };
        return Row(Sub("A", "t"), "=", inside);
    }

    private static Term Power(Term value, Term exponent) => value is Script { Below: { } below, Above: null } script
        ? SubSup(script.Base, below, exponent)
        : Sup(value, exponent);

    private static string Name(IndexNode node, Language language) => node.Name.In(language.IsEnglish).Replace(' ', '\u00a0');

    private static string Name(ImmutableArray<IndexGroup> groups, int all, int depth, Language language)
    {
        var kind = RuleWords.Of(groups[0].Aggregation, language);
        var which = depth == 0 ? language["合成值", "aggregate"]
            : groups.Length == all ? language["每个分项", "every group"]
            : string.Join(language["、", ", "], groups.Select(g => g.Name.In(language.IsEnglish)));
        return language[$"{which}：{kind}", $"{which}: {kind}"];
    }

    private static FormulaSymbol Symbol(int depth, bool hasLeaves, Language language) => hasLeaves
        ? new(Row(Sub("w", "k"), ",", Sub("S", "k, t")), language["指标在其分项内的权重与得分", "weight of an indicator in its group, and its score"])
        : new(Row(TreeNotation.Weight(depth + 1, false), ",", TreeNotation.Value(depth + 1, false, "t")), language["分项的权重与数值", "weight and value of a group"]);

    private static string Explanation(IndexGroup root, Language language) => language[
        "每一层的权重合计为 1。算术平均允许强项完全弥补弱项；几何平均和幂次更低的平均只允许部分弥补，最弱的分项改善一点，合成值提高最多。",
        "The weights of every level sum to 1. An arithmetic mean lets strengths make up fully for weaknesses; a geometric mean, and means of lower power, do so only in part, so that the weakest group gains most from a small improvement."]
        + (root.Children.Any(c => c is Indicator) ? language["指标直接合成合成值。", " Indicators make up the aggregate directly."] : "");
}
