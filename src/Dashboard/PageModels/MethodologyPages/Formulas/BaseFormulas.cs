using System.Collections.Immutable;
using Dashboard.Components.MathML;
using Indices.Calculation;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>From the aggregate to index points: base of the first version, link of a later one (methodology, section 6).</summary>
internal static class BaseFormulas
{
    private const int Digits = 8;

    internal static FormulaSheet Of(MethodologySource source, Language language) => source.Shown switch
    {
        { Link: { } link } => Linked(source, link, language),
        { Base: { } rule } => Based(source, rule.At(source.Frozen.Find(FrozenParameters.BaseCoverage(source.Shown.Version)) ?? 1.0), language),
        _ => new("formula-base", language["指数", "Index"], language["指数就是合成值本身，没有基期。", "The index is the aggregate itself, without a base."],
            [new("", Row(Sub("I", "t"), "=", Sub("A", "t")))], []),
    };

    private static FormulaSheet Based(MethodologySource source, BaseRule rule, Language language)
    {
        var period = RuleWords.BasePeriod(rule, language);
        var count = rule.In(source.Shown.Frequency).Count();
        var value = Number(Figures.Shortest(rule.Value));
        return new(
            "formula-base", language["指数：基期折算", "Index: base period"],
            language[$"把合成值折算成指数点，使{period}{(count > 1 ? "各期的平均" : "")}恰为 {Figures.Shortest(rule.Value)}。折算只乘一个常数，不改变涨跌幅。", $"The aggregate is turned into index points so that {(count > 1 ? "the mean of the periods of " : "")}{period} is exactly {Figures.Shortest(rule.Value)}. Multiplying by a constant changes no growth rate."],
            [
                new("", Row(Sub("I", "t"), "=", value, "×", Over(Sub("A", "t"), Sub(Mean("A"), Number(rule.ToString()))))),
                new("", Row(Sub(Mean("A"), Number(rule.ToString())), "=", Over("1", Number(Figures.Shortest(count))), Sum(Row("s ∈", Number(rule.ToString()))), Sub("A", "s"))),
                .. Constant(source.Frozen.Find(FrozenParameters.BaseFactor(source.Shown.Version)), f => Row(Sub("I", "t"), "=", f, "×", Sub("A", "t")), language),
            ],
            [new(Sub("A", "t"), AggregateOf(source.Shown, language)), new(Sub("I", "t"), language["指数", "index"])]);
    }

    private static FormulaSheet Linked(MethodologySource source, LinkRule link, Language language)
    {
        var (old, now) = (source.Shown.Replaces!, source.Shown.Version);
        var count = Number(Figures.Shortest(link.Overlap.Length));
        return new(
            "formula-base", language["指数：与上一版本衔接", "Index: link to the version before"],
            language[
                $"新版本在重叠期{SummaryFacts.Overlap(link, language)}内与 {old} 版同时计算，用链接系数 Λ 接上；最后一个重叠期之后由新版本接续。两版在接头处的差额在贡献中列为方法变更，不摊入各期。",
                $"The new version is computed beside {old} in {SummaryFacts.Overlap(link, language)} and joined by the link factor Λ; it takes over after the last period of the overlap. What remains at the join is shown among the contributions as method change and is not spread."],
            [
                new(language["链接系数", "link factor"], Row("Λ =", Over(
                    Row(Over("1", count), Sum("s ∈ O"), SubSup("I", "s", Number(old))),
                    Row(Over("1", count), Sum("s ∈ O"), SubSup("A", "s", Number(now)))))),
                new(language["指数", "index"], Row(Sub("I", "t"), "= Λ ×", SubSup("A", "t", Number(now)))),
                .. Constant(source.Frozen.Find(FrozenParameters.Link(now)), f => Row("Λ =", f), language),
            ],
            [
                new("O", language["重叠期各期", "periods of the overlap"]),
                new(SubSup("I", "s", Number(old)), language["上一版本的指数", "index of the version before"]),
                new(SubSup("A", "s", Number(now)), language["新版本的合成值", "aggregate under the new version"]),
            ]);
    }

    private static string AggregateOf(IndexMethodology methodology, Language language) => methodology.IsPrice
        ? language["逐年链接的价格合成值，首期为 100", "annually chained aggregate of prices, 100 in its first period"]
        : language["合成值", "aggregate"];

    /// <summary>The constant itself, once a published release has frozen it.</summary>
    private static ImmutableArray<FormulaLine> Constant(double? factor, Func<Term, Term> formula, Language language) => factor is { } number
        ? [new(language["已冻结的系数", "the factor as frozen"], formula(Number(Figures.Significant(number, Digits))))]
        : [];
}
