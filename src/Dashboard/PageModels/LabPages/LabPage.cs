using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Lab.Report;
using Indices.Calculation.Lab.Robustness;
using Indices.Calculation.Lab.Treatments;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.PageModels.LabPages;

/// <summary>The report of the methodology lab as text for its page.</summary>
public sealed class LabPage(LabReport report, Catalogue catalogue, Language language)
{
    // Pairs of a group that say nearly the same, or pull against each other.
    private const int PairsShown = 20;

    public string Title => language.IsEnglish ? Root.In(true) : Root.Chinese;

    /// <summary>What is compared: 51 areas, or the periods from one to another.</summary>
    public string Units => report.Subject.UnitsAreAreas
        ? language[$"{UnitCodes.Count} 个地区", $"{UnitCodes.Count} areas"]
        : $"{Unit(UnitCodes[0])} – {Unit(UnitCodes[^1])}";

    public string Origin => StatusWords.Of(report.Subject.Origin, language);

    public string Version => report.Subject.Version;

    public string Reference => Unit(report.Reference);

    public bool UnitsAreAreas => report.Subject.UnitsAreAreas;

    public IReadOnlyList<string> Warnings => [.. report.Warnings.Select(w => language[w.Chinese, w.English])];

    public IReadOnlyList<VariantRow> Variants => [.. report.Variants.Select((v, number) => new VariantRow(
        number, Name(v, 0), Name(v, 1), Name(v, 2), Name(v, 3), AgreementCells.Of(v.Agreement),
        [.. v.Lost.Select(Name)], v.Refusal is { } refusal ? language[refusal.Chinese, refusal.English] : null))];

    /// <summary>Published and varied index of every unit.</summary>
    /// <param name="variant">Number of the variant.</param>
    public IReadOnlyList<UnitRow> UnitsOf(int variant) => [.. report.Variants[variant].Values.Select((value, unit) => new UnitRow(
        Unit(UnitCodes[unit]), Text(report.Subject.Published[unit], 2), Text(report.Ranks[unit], 0), Text(value, 2), Text(report.Variants[variant].Ranks[unit], 0)))];

    public IReadOnlyList<string> WeightMethods => [.. report.Weights.Select(set => set.Name.In(language.IsEnglish))];

    /// <summary>Percent of each indicator in the whole index, by method.</summary>
    public IReadOnlyList<WeightRow> Weights => [.. Enumerable.Range(0, report.Subject.Tree.Indicators).Select(node => new WeightRow(
        NodeName(node), [.. report.Weights.Select(set => set.Effective.IsEmpty ? "–" : Text(100.0 * set.Effective[node], 1))]))];

    public IReadOnlyList<ConsistencyRow> Consistency => [.. report.Consistency.Select(c => new ConsistencyRow(
        Name(c.Group), $"{c.Items}", Text(c.Alpha, 2), Percent(c.FirstComponent)))];

    public IReadOnlyList<ImportanceRow> Importance => [.. report.Importance.Select(i => new ImportanceRow(
        Name(i.Node), Name(i.Group), Percent(i.Weight), Text(i.Correlation, 2), Percent(i.SquaredShare), Text(i.Ratio, 2), Percent(i.RatioShare)))];

    public IReadOnlyList<LeftOutRow> LeaveOneOut => [.. report.LeaveOneOut.OrderByDescending(l => l.Agreement.MeanShift)
        .Select(l => new LeftOutRow(Name(l.Node), AgreementCells.Of(l.Agreement)))];

    public IReadOnlyList<TreatmentRow> Treatments => [.. report.Treatments.Select(t => new TreatmentRow(
        Name(t.Indicator), $"{t.Treatment.Before.Count}", Text(t.Treatment.Before.Skewness, 2), Text(t.Treatment.Before.Kurtosis, 2), Outcome(t.Treatment)))];

    public IReadOnlyList<BandRow> Robustness => [.. report.Robustness.Select(r => new BandRow(
        Unit(r.Unit), Text(r.Scores.Median, 2), Range(r.Scores, 2), Text(r.Ranks.Median, 0), Range(r.Ranks, 0)))];

    /// <summary>Indicators of one group, the most alike first.</summary>
    public IReadOnlyList<PairRow> Pairs
    {
        get
        {
            var tree = report.Subject.Tree;
            var groups = Enumerable.Range(0, tree.Indicators).ToDictionary(node => tree.Codes[node], node => tree.ParentOf(node)!.Code);
            return [.. report.Correlations
                .Where(c => groups.TryGetValue(c.First, out var first) && groups.TryGetValue(c.Second, out var second) && first == second)
                .Where(c => !double.IsNaN(c.Pearson)).OrderByDescending(c => Math.Abs(c.Pearson)).Take(PairsShown)
                .Select(c => new PairRow(Name(c.First), Name(c.Second), Name(groups[c.First]), Text(c.Pearson, 2), Text(c.Spearman, 2), Text(c.Kendall, 2)))];
        }
    }

    private LocalText Root => report.Subject.Names[^1];

    private IReadOnlyList<string> UnitCodes => report.Subject.Values.Units;

    internal static string Text(double value, int decimals) => double.IsNaN(value) ? "–" : Figures.Number(value, decimals);

    private static string Percent(double share) => double.IsNaN(share) ? "–" : Figures.Number(100.0 * share, 1) + "%";

    private static string Range(Band band, int decimals) => double.IsNaN(band.Low) ? "–" : $"{Text(band.Low, decimals)} – {Text(band.High, decimals)}";

    private string Name(LabVariant variant, int step) => variant.Methods.Names[step].In(language.IsEnglish);

    private string Name(string code) => NodeName(report.Subject.Tree.NodeOf(code));

    private string NodeName(int node) => report.Subject.Names[node].In(language.IsEnglish);

    private string Unit(string unit) => UnitsAreAreas
        ? catalogue.Areas.FirstOrDefault(area => area.Code == unit)?.Name.In(language.IsEnglish) ?? unit
        : Figures.PeriodName(Period.Parse(unit), language);

    private string Outcome(TreatedColumn treated) => treated switch
    {
        { Remark: { } remark } => language[remark.Chinese, remark.English],
        { PassedBefore: true } => language["无异常值", "no outliers"],
        { AfterLogarithm: not null } => language["取对数", "logarithm"],
        { Winsorised: { } moved } => language[$"缩尾 {moved.High + moved.Low} 点", $"{moved.High + moved.Low} points winsorised"],
        _ => "–",
    };
}
