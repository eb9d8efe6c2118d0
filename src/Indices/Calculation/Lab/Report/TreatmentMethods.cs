using System.Collections.Immutable;
using Indices.Calculation.Lab.Treatments;

namespace Indices.Calculation.Lab.Report;

/// <summary>What the lab does to values before they are normalised.</summary>
public static class TreatmentMethods
{
    private static readonly OutlierRule s_rule = new();

    public static LabMethod<Func<LabSubject, UnitTable>> None { get; } = new("none", "不处理", "None", subject => subject.Values);

    /// <summary>Of outliers.</summary>
    public static ImmutableArray<LabMethod<Func<LabSubject, UnitTable>>> Outliers { get; } =
    [
        new("winsorised", "缩尾，仍不通过取对数", "Winsorised, logarithm if that fails",
            subject => subject.Values.MapColumns(column => OutlierTreatment.Of(column, s_rule).Values)),
        new("log", "全部取对数", "Logarithm of all", subject => subject.Values.MapColumns(Logarithm)),
    ];

    /// <summary>Of gaps. Without one of them the weights over what is left are renormalised.</summary>
    public static ImmutableArray<LabMethod<Func<LabSubject, UnitTable>>> Gaps { get; } =
    [
        new("impute_mean", "缺失取列均值", "Gaps by column mean", subject => subject.Values.MapColumns(column => Imputation.ByColumn(column, Centre.Mean))),
        new("impute_median", "缺失取列中位数", "Gaps by column median", subject => subject.Values.MapColumns(column => Imputation.ByColumn(column, Centre.Median))),
        new("impute_row", "缺失取同组其他指标均值", "Gaps by mean of the group's others",
            subject => Imputation.ByRow(subject.Values, subject.IsNegative, Parents(subject.Tree), Centre.Mean)),
    ];

    internal static IReadOnlyList<string> Parents(LabTree tree) =>
        [.. Enumerable.Range(0, tree.Indicators).Select(node => tree.ParentOf(node)!.Code)];

    private static double[] Logarithm(ReadOnlySpan<double> column) =>
        Extent.Of(column) is var (low, high) && high > low ? LogTransforms.Of(column, LogTransform.Shifted) : column.ToArray();
}
