using System.Collections.Immutable;
using Indices.Calculation.Lab.Robustness;
using Indices.Calculation.Lab.Treatments;
using Indices.Methodology;

namespace Indices.Calculation.Lab.Report;

/// <summary>Everything the methodology lab says about one index: the alternatives of the literature beside what was published.</summary>
/// <param name="Reference">The unit that distances to a reference are measured to.</param>
/// <param name="Ranks">Of the units by the published index, 1 for the greatest.</param>
public sealed record LabReport(
    LabSubject Subject,
    string Reference,
    ImmutableArray<double> Ranks,
    ImmutableArray<LabVariant> Variants,
    ImmutableArray<WeightSet> Weights,
    ImmutableArray<CorrelationPair> Correlations,
    ImmutableArray<GroupConsistency> Consistency,
    ImmutableArray<NodeImportance> Importance,
    ImmutableArray<LeftOut> LeaveOneOut,
    ImmutableArray<TreatedIndicator> Treatments,
    ImmutableArray<UnitAvailability> Availability,
    ImmutableArray<UnitRobustness> Robustness,
    ImmutableArray<Warning> Warnings);

/// <summary>The index by other methods.</summary>
/// <param name="Values">Of each unit, on the scale of the normalisation; empty when the method has no result, as <paramref name="Refusal"/> then says.</param>
/// <param name="Ranks">Of each unit, 1 for the greatest value.</param>
/// <param name="Lost">Indicators that have values and no score by this method.</param>
public sealed record LabVariant(
    VariantMethods Methods, ImmutableArray<double> Values, ImmutableArray<double> Ranks, Agreement? Agreement, ImmutableArray<string> Lost, Warning? Refusal)
{
    internal static LabVariant Refused(VariantMethods methods, Warning reason) => new(methods, [], [], null, [], reason);
}

/// <summary>Codes of the methods of a variant, and their names.</summary>
public sealed record VariantMethods(
    string Treatment, string Normalisation, string Weights, string Aggregation, ImmutableArray<LocalText> Names)
{
    public string Code => $"{Treatment}/{Normalisation}/{Weights}/{Aggregation}";
}

/// <summary>How far another index agrees with the published one, over the units that have both.</summary>
/// <param name="Pearson">Correlation of the values.</param>
/// <param name="Spearman">Correlation of the ranks.</param>
/// <param name="MeanShift">Mean absolute change of rank.</param>
/// <param name="LargestShift">Greatest absolute change of rank.</param>
public sealed record Agreement(double Pearson, double Spearman, double MeanShift, double LargestShift);

/// <param name="Weights">Of every node within its group, adding up to 1; empty when the method has no result.</param>
/// <param name="Effective">Of every indicator in the whole index, adding up to 1.</param>
public sealed record WeightSet(
    string Code, LocalText Name, ImmutableArray<double> Weights, ImmutableArray<double> Effective, Warning? Refusal);

/// <param name="Units">Units that have both.</param>
public sealed record CorrelationPair(string First, string Second, int Units, double Pearson, double Spearman, double Kendall);

/// <summary>Do the children of a group measure one thing?</summary>
/// <param name="Items">Number of children.</param>
/// <param name="Alpha">Cronbach's coefficient; NaN when undefined.</param>
/// <param name="FirstComponent">Share of variance in the first principal component; NaN when undefined.</param>
public sealed record GroupConsistency(string Group, int Items, double Alpha, double FirstComponent);

/// <summary>What a node weighs, and what it matters for the index.</summary>
/// <param name="Weight">Within its group.</param>
/// <param name="Effective">In the whole index.</param>
/// <param name="Correlation">With the index.</param>
/// <param name="SquaredShare">Share of its squared correlation in those of its group.</param>
/// <param name="Ratio">Correlation ratio of the index on it.</param>
/// <param name="RatioShare">Share of that ratio in those of its group.</param>
public sealed record NodeImportance(
    string Node, string Group, double Weight, double Effective, double Correlation, double SquaredShare, double Ratio, double RatioShare);

/// <summary>The index without one node, the weights of its siblings renormalised.</summary>
public sealed record LeftOut(string Node, ImmutableArray<double> Values, ImmutableArray<double> Ranks, Agreement Agreement);

public sealed record TreatedIndicator(string Indicator, TreatedColumn Treatment);
