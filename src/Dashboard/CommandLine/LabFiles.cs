using System.Globalization;
using Indices.Calculation.Lab.Report;
using Indices.Calculation.Lab.Treatments;
using static Dashboard.CommandLine.CsvText;

namespace Dashboard.CommandLine;

/// <summary>The report of the methodology lab as tidy tables; docs/data-files.md says what their columns are.</summary>
/// <param name="spell">Spells a unit as the input does.</param>
internal sealed class LabFiles(LabReport report, Func<string, string> spell)
{
    private static readonly string[] Methods = ["treatment", "normalisation", "weights", "aggregation"];
    private static readonly string[] OfUnits = ["unit", "value", "rank", "published", "published_rank"];
    private static readonly string[] OfAgreement = ["pearson", "spearman", "mean_rank_shift", "largest_rank_shift"];

    internal (string Name, byte[] Content)[] All() =>
    [
        ("variants.csv", CsvText.Of([.. Methods, .. OfUnits], report.Variants.SelectMany(v => Units(Of(v.Methods), v.Values, v.Ranks)))),
        ("variants_agreement.csv", CsvText.Of([.. Methods, .. OfAgreement, "lost", "refusal_zh", "refusal_en"], report.Variants.Select(v => (string[])
            [.. Of(v.Methods), .. Of(v.Agreement), string.Join(' ', v.Lost), v.Refusal?.Chinese ?? "", v.Refusal?.English ?? ""]))),
        ("weights.csv", CsvText.Of(["method", "group", "node", "weight", "effective_weight"], report.Weights.SelectMany(Weights))),
        ("correlations.csv", CsvText.Of(["first", "second", "units", "pearson", "spearman", "kendall"], report.Correlations.Select(c => (string[])
            [c.First, c.Second, Count(c.Units), Number(c.Pearson), Number(c.Spearman), Number(c.Kendall)]))),
        ("consistency.csv", CsvText.Of(["group", "items", "alpha", "first_component"], report.Consistency.Select(c => (string[])
            [c.Group, Count(c.Items), Number(c.Alpha), Number(c.FirstComponent)]))),
        ("importance.csv", CsvText.Of(["node", "group", "weight", "effective_weight", "correlation", "squared_share", "correlation_ratio", "ratio_share"],
            report.Importance.Select(i => (string[])
                [i.Node, i.Group, Number(i.Weight), Number(i.Effective), Number(i.Correlation), Number(i.SquaredShare), Number(i.Ratio), Number(i.RatioShare)]))),
        ("leave_one_out.csv", CsvText.Of(["node", .. OfUnits], report.LeaveOneOut.SelectMany(l => Units([l.Node], l.Values, l.Ranks)))),
        ("leave_one_out_agreement.csv", CsvText.Of(["node", .. OfAgreement], report.LeaveOneOut.Select(l => (string[])[l.Node, .. Of(l.Agreement)]))),
        ("treatments.csv", CsvText.Of(["indicator", "values", "mean", "sd", "skewness", "kurtosis", "passes", "winsorised_high", "winsorised_low",
                "skewness_winsorised", "kurtosis_winsorised", "skewness_log", "kurtosis_log", "passes_after", "remark_zh", "remark_en"],
            report.Treatments.Select(Treatment))),
        ("availability.csv", CsvText.Of(["unit", "missing", "zero", "available", "non_zero"], report.Availability.Select(a => (string[])
            [spell(a.Unit), Count(a.Missing), Count(a.Zero), Number(a.Available), Number(a.NonZero)]))),
        ("robustness.csv", CsvText.Of(["unit", "score_q05", "score_q50", "score_q95", "rank_q05", "rank_q50", "rank_q95"], report.Robustness.Select(r => (string[])
            [spell(r.Unit), Number(r.Scores.Low), Number(r.Scores.Median), Number(r.Scores.High), .. Rank(r.Ranks.Low, r.Ranks.Median, r.Ranks.High)]))),
    ];

    private IEnumerable<string[]> Units(string[] key, IReadOnlyList<double> values, IReadOnlyList<double> ranks)
    {
        for (var unit = 0; unit < values.Count; unit++)
            yield return
            [
                .. key, spell(report.Subject.Values.Units[unit]), Number(values[unit]), .. Rank(ranks[unit]),
                Number(report.Subject.Published[unit]), .. Rank(report.Ranks[unit]),
            ];
    }

    // Periods follow one another; that one of them has a place among the others means little.
    private string[] Rank(params double[] ranks) => [.. ranks.Select(rank => report.Subject.UnitsAreAreas ? Number(rank) : "")];

    private IEnumerable<string[]> Weights(WeightSet set)
    {
        var tree = report.Subject.Tree;
        for (var node = 0; node < Math.Min(set.Weights.Length, tree.Root); node++)
            yield return
            [
                set.Code, tree.ParentOf(node)!.Code, tree.Codes[node], Number(set.Weights[node]),
                node < tree.Indicators ? Number(set.Effective[node]) : "",
            ];
    }

    private static string[] Of(VariantMethods methods) => [methods.Treatment, methods.Normalisation, methods.Weights, methods.Aggregation];

    private static string[] Of(Agreement? agreement) =>
        [Number(agreement?.Pearson), Number(agreement?.Spearman), Number(agreement?.MeanShift), Number(agreement?.LargestShift)];

    private static string[] Treatment(TreatedIndicator indicator)
    {
        var (treated, before) = (indicator.Treatment, indicator.Treatment.Before);
        return
        [
            indicator.Indicator, Count(before.Count), Number(before.Mean), Number(before.StandardDeviation), Number(before.Skewness), Number(before.Kurtosis),
            CsvText.Flag(treated.PassedBefore), Count(treated.Winsorised?.High), Count(treated.Winsorised?.Low), .. Shape(treated.AfterWinsorising),
            .. Shape(treated.AfterLogarithm), CsvText.Flag(treated.Passes), treated.Remark?.Chinese ?? "", treated.Remark?.English ?? "",
        ];
    }

    private static string[] Shape(Moments? moments) => [Number(moments?.Skewness), Number(moments?.Kurtosis)];

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
