using System.Collections.Immutable;
using Dashboard.Components.MathML;
using Indices.Methodology;
using Indices.Time;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>From the raw figure y to the value x that is scored: one formula for each transform that the file uses (methodology, section 3).</summary>
internal static class TransformFormulas
{
    internal static FormulaSheet Of(IndexMethodology methodology, Language language)
    {
        var indicators = methodology.Root.Indicators.ToList();
        var kinds = indicators.SelectMany(i => i.Transforms.Select(t => t.Kind)).Distinct().OrderBy(k => k != TransformKind.Exchange).ThenBy(k => k);
        return new(
            "formula-transforms",
            language["数据处理：由原始数 y 到指标值 x", "Processing: from the raw figure y to the value x"],
            language[
                "先把来源的原始数变成可以比较的指标值。滚动合计和同比消除季节和春节的影响，比率消除规模的影响。一项指标可以依次用几种处理。",
                "Raw figures are first made comparable. Rolling sums and growth on year remove seasons and the moving Spring Festival; ratios remove size. An indicator may pass through several steps."],
            [.. kinds.SelectMany(kind => Lines(kind, [.. indicators.Where(i => i.Transforms.Any(t => t.Kind == kind))], language))],
            [
                new(Sub("y", "t"), language["来源公布或报送的原始数", "raw figure as published or reported"]),
                new(Sub("x", "t"), language["处理后的指标值", "value after processing"]),
                new(Sub("d", "t"), language["同期的分母或参照数", "denominator or reference of the same period"]),
                new("n", language["一年的期数", "periods in a year"] + Counts(indicators, language)),
            ]);
    }

    private static IEnumerable<FormulaLine> Lines(TransformKind kind, IReadOnlyList<Indicator> users, Language language)
    {
        var name = TransformWords.Of(kind, language) + language[$"（{users.Count}项指标）", $" ({users.Count} {(users.Count == 1 ? "indicator" : "indicators")})"];
        if (kind != TransformKind.Ratio)
            return [.. Formulas(kind).Select((formula, i) => new FormulaLine(
                i == 0 ? name : language["来源公布年内累计数时", "where the source publishes totals since 1 January"], formula))];
        var percent = users.Where(i => i.Unit == "%").ToList();
        return
        [
            .. percent.Count < users.Count ? [new FormulaLine(name, Row(Sub("x", "t"), "=", Over(Sub("y", "t"), Sub("d", "t"))))] : ImmutableArray<FormulaLine>.Empty,
            .. percent.Count > 0 ? [new FormulaLine(percent.Count < users.Count ? language["单位为百分比时", "where the unit is percent"] : name, Row(Sub("x", "t"), "= 100 ×", Over(Sub("y", "t"), Sub("d", "t"))))] : ImmutableArray<FormulaLine>.Empty,
        ];
    }

    private static IEnumerable<Term> Formulas(TransformKind kind)
    {
        var (x, y, d) = (Sub("x", "t"), Sub("y", "t"), Sub("d", "t"));
        return kind switch
        {
            TransformKind.TtmSum =>
            [
                Row(x, "=", Sum("j = 0", "n − 1"), Sub("y", "t − j")),
                Row(x, "=", Sub("Y", "a, m"), "+", Sub("Y", "a − 1, n"), "−", Sub("Y", "a − 1, m")),
            ],
            TransformKind.TtmMean => [Row(x, "=", Over("1", "n"), Sum("j = 0", "n − 1"), Sub("y", "t − j"))],
            TransformKind.TtmRatio => [Row(x, "= 100 ×", Over(Row(Sum("j = 0", "n − 1"), Sub("y", "t − j")), Row(Sum("j = 0", "n − 1"), Sub("d", "t − j"))))],
            TransformKind.Sum3Y => [Row(x, "=", Sum("j = 0", "3 n − 1"), Sub("y", "t − j"))],
            TransformKind.YearOnYear => [Row(x, "= 100 ×", Parens(Over(y, Sub("y", "t − n")), "− 1"))],
            TransformKind.MonthMean => [Row(x, "=", Over("1", "D"), Sum("δ = 1", "D"), Sub("y", "t, δ"))],
            TransformKind.Median => [Row(x, "=", Sub("med", "i"), Sub("y", "t, i"))],
            TransformKind.Share => [Row(x, "= 100 ×", Over(y, d))],
            TransformKind.Per10K => [Row(x, "=", Number("10,000"), "×", Over(y, d))],
            TransformKind.PerMillion => [Row(x, "=", Number("1,000,000"), "×", Over(y, d))],
            TransformKind.Spread => [Row(x, "= 100 ×", Parens(y, "−", d))],
            TransformKind.Exchange => [Row(x, "=", Sub("e", "t"), "×", y)],
            _ => [Row(x, "=", y)],
        };
    }

    private static string Counts(IEnumerable<Indicator> indicators, Language language)
    {
        var counts = indicators.Select(i => i.Frequency).Distinct().OrderDescending()
            .Select(f => $"{RuleWords.Of(f, language)} {(int)f}");
        return language["：", ": "] + string.Join(language["，", ", "], counts)
            + language["；Y 为第 a 年前 m 期的累计数，D 为当月天数，i 为被调查单位，e 为汇率", "; Y is the total of the first m periods of year a, D the number of days, i a respondent, e an exchange rate"];
    }
}
