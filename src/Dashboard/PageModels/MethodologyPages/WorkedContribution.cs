using System.Collections.Immutable;
using Dashboard.PageModels.MethodologyPages.Formulas;
using Indices.Methodology;
using Indices.Releases;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>From a score to the published contribution, and the arithmetic between where published numbers suffice for it.</summary>
internal static class WorkedContribution
{
    private const int Digits = 6;

    internal static IEnumerable<WorkedStep> Steps(
        Indicator indicator, double score, ReleaseContent release, MethodologySource source, Language language)
    {
        var (group, effective) = (source.Shown.Leaves().First(l => l.Indicator.Code == indicator.Code).Parent, Effective(source.Shown.Root, indicator));
        var value = release.At(group.Code, release.Version.Period)?.Text;
        yield return new(language["在分项中", "In its group"], language[
            $"在“{group.Name.Chinese}”中的权重为 {Figures.ExactShare(indicator.Weight)}，有效权重 {Figures.ExactShare(effective)}{(value is null ? "" : $"；该分项的公布值为 {Figures.Published(value)}")}。",
            $"Weight {Figures.ExactShare(indicator.Weight)} in {group.Name.In(true)}, effective weight {Figures.ExactShare(effective)}{(value is null ? "" : $"; the published value of the group is {Figures.Published(value)}")}."], null);
        var from = release.Version.Period.Plus(-1);
        if (release.Contributions.FirstOrDefault(c => c.From == from && c.Indicator == indicator.Code) is not { } published)
            yield break;
        var before = source.Before?.Scores.FirstOrDefault(s => s.Indicator == indicator.Code)?.Score;
        var arithmetic = before is { } earlier ? Arithmetic(Path(source.Shown.Root, indicator), (score, earlier), release, published) : null;
        yield return new(language["贡献", "Contribution"], language[
            $"与{Figures.PeriodName(from, language)}相比，这项指标使指数变动 {Figures.PublishedPoints(published.Text, language)}（公布值）。{(before is { } s ? $"上期得分 {Figures.Significant(s, Digits)}。" : "")}",
            $"Against {Figures.PeriodName(from, language)} this indicator moved the index by {Figures.PublishedPoints(published.Text, language)} (as published).{(before is { } b ? $" Its score was {Figures.Significant(b, Digits)} then." : "")}"],
            arithmetic);
    }

    private static Weight Effective(IndexGroup root, Indicator indicator) =>
        EffectiveWeights.Of(root).First(e => e.Indicator.Code == indicator.Code).Weight;

    /// <summary>Nodes from the root to the indicator.</summary>
    private static ImmutableArray<IndexNode> Path(IndexNode node, Indicator indicator) => node is not IndexGroup group
        ? node.Code == indicator.Code ? [node] : []
        : group.Children.Select(c => Path(c, indicator)).FirstOrDefault(p => !p.IsDefaultOrEmpty) is { IsDefault: false } below ? [node, .. below] : [];

    /// <summary>The formula of contributions with numbers; null where a number is not published or does not give the published contribution.</summary>
    private static Components.MathML.Term? Arithmetic(
        ImmutableArray<IndexNode> path, (double Now, double Before) score, ReleaseContent release, PublishedContribution published)
    {
        // Only a geometric root has its factor inside its mean; any other would need the whole before base and link.
        if (((IndexGroup)path[0]).Aggregation != Aggregation.Geometric)
            return null;
        var values = path.SkipLast(1).Select(n => (Now: release.At(n.Code, published.To), Before: release.At(n.Code, published.From))).ToList();
        if (values.Any(v => v.Now?.Text is null || v.Before?.Text is null))
            return null;
        var numbers = values.Select(v => (Now: v.Now!.Value!.Value, Before: v.Before!.Value!.Value)).Append(score).ToList();
        var terms = values.Select(v => new Pair(Number(Figures.Published(v.Now!.Text!)), Number(Figures.Published(v.Before!.Text!))))
            .Append(new(Number(Figures.Significant(score.Now, Digits)), Number(Figures.Significant(score.Before, Digits)))).ToList();
        var points = score.Now - score.Before;
        for (var depth = 0; depth < path.Length - 1; depth++)
            points *= path[depth + 1].Weight.Value * Chord(((IndexGroup)path[depth]).Aggregation, numbers[depth + 1]) / Chord(((IndexGroup)path[depth]).Aggregation, numbers[depth]);
        // The score before is the one published then; where it was revised since, the published contribution rests on another.
        return Math.Abs(points - published.Points) > 5e-5
            ? null
            : Row(ContributionFormulas.Product("1", terms[0], [.. Enumerable.Range(0, path.Length - 1).Select(depth => new ContributionLevel(
                ((IndexGroup)path[depth]).Aggregation.Power, terms[depth], terms[depth + 1], Number(path[depth + 1].Weight.ToString())))]),
                "≈", Number(Figures.Significant(published.Points, 4)));
    }

    /// <summary>L(a^r, b^r) / L(a, b) with the logarithmic mean L.</summary>
    private static double Chord(Aggregation aggregation, (double Now, double Before) pair) => aggregation.Power == 1.0
        ? 1.0
        : LogMean(Math.Pow(pair.Now, aggregation.Power), Math.Pow(pair.Before, aggregation.Power)) / LogMean(pair.Now, pair.Before);

    private static double LogMean(double a, double b) => a == b ? a : (a - b) / Math.Log(a / b);
}
