using System.Collections.Immutable;
using Indices.Calculation.Lab.Normalisations;

namespace Indices.Calculation.Lab.Report;

/// <summary>Makes scores of treated values, which come on the scale and in the direction of the raw data.</summary>
/// <param name="reference">Number of the unit that distances are measured to.</param>
public delegate UnitTable NormalisationStep(LabSubject subject, UnitTable values, int reference);

/// <summary>The normalisations that the lab tries, on scales on which a geometric mean mostly exists.</summary>
public static class NormalisationMethods
{
    public static LabMethod<NormalisationStep> AsPublished { get; } =
        new("file", "方法文件的阈值", "Goalposts of the methodology", (subject, _, _) => subject.Scores);

    public static LabMethod<NormalisationStep> MinMax { get; } =
        new("minmax", "极差法 1–100", "Min-max, 1 to 100", Columns(column => Scaling.MinMax(column, 1.0, 100.0)));

    public static LabMethod<NormalisationStep> ZScore { get; } =
        new("zscore", "标准分（均值 100，标准差 10）", "z-score, mean 100, sd 10", Columns(column => Scaling.ZScore(column, 100.0, 10.0)));

    public static ImmutableArray<LabMethod<NormalisationStep>> All { get; } =
    [
        AsPublished, MinMax, ZScore,
        new("rank", "名次", "Rank", Columns(RankScores.Rank)),
        new("percentile", "百分位名次 1–100", "Percentile rank, 1 to 100", Columns(column => Scaling.Each(RankScores.Percentile(column), p => 1.0 + 99.0 * p))),
        new("target", "距目标（最优阈值）", "Distance to target (best goalpost)", ToTarget),
        new("reference", "距参照单位", "Distance to a reference unit", (subject, values, reference) =>
            Columns(column => Scaling.Each(Distances.ToReference(column, reference), x => 100.0 * x))(subject, values, reference)),
        new("share", "占最大值之比", "Share of the maximum", ShareOfBest),
    ];

    private static NormalisationStep Columns(ColumnStep step) =>
        (subject, values, _) => Directions.Apply(values, subject.IsNegative).MapColumns(step);

    private static UnitTable ToTarget(LabSubject subject, UnitTable values, int reference)
    {
        var directed = Directions.Apply(values, subject.IsNegative);
        return directed.WithColumns(j => Scaling.Each(
            Distances.ToTarget(directed.Column(j), subject.IsNegative[j] ? -subject.Targets[j] : subject.Targets[j]), x => 100.0 * x));
    }

    // x / max of a column turned by −1 would reward its worst; least over x keeps the meaning "share of the best". Ratios need the raw scale.
    private static UnitTable ShareOfBest(LabSubject subject, UnitTable values, int reference) => subject.Raw.WithColumns(j =>
    {
        var column = subject.Raw.Column(j);
        var low = Extent.Of(column).Low;
        return subject.IsNegative[j] ? Scaling.Each(column, x => 100.0 * low / x) : Scaling.Each(Distances.ShareOfMaximum(column), x => 100.0 * x);
    });
}
