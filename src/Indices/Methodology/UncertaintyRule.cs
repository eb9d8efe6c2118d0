using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Indices.Methodology;

/// <summary>How far method and data leave a composite index open (methodology, section 12). What a file leaves out is as there.</summary>
public sealed record UncertaintyRule
{
    /// <summary>Rows of each of the two samples A and B.</summary>
    public int Draws { get; init; } = 8192;

    /// <summary>Every weight is multiplied by a uniform number between these and renormalised at its level.</summary>
    public double WeightFrom { get; init; } = 0.75;

    /// <summary>As <see cref="WeightFrom"/>.</summary>
    public double WeightTo { get; init; } = 1.25;

    /// <summary>Lower bound of intervals, as a share of the draws.</summary>
    public double IntervalFrom { get; init; } = 0.05;

    /// <summary>Upper bound of intervals, as a share of the draws.</summary>
    public double IntervalTo { get; init; } = 0.95;

    /// <summary>Equally likely; in this order, a uniform number u takes the one at ⌊u · count⌋.</summary>
    public ImmutableArray<NormalisationVariant> Normalisations { get; init; } =
        [NormalisationVariant.Published, NormalisationVariant.Wider, NormalisationVariant.Log, NormalisationVariant.BaseRatio];

    /// <summary>As <see cref="Normalisations"/>.</summary>
    public ImmutableArray<AggregationVariant> Aggregations { get; init; } =
        [AggregationVariant.Published, AggregationVariant.Arithmetic, AggregationVariant.Geometric];

    /// <summary>As <see cref="Normalisations"/>.</summary>
    public ImmutableArray<ImputationVariant> Imputations { get; init; } =
        [ImputationVariant.CarryForward, ImputationVariant.ClassMean, ImputationVariant.LinearTrend];

    /// <summary>How many times the published amplitude <see cref="NormalisationVariant.Wider"/> has.</summary>
    public double WiderAmplitude { get; init; } = 1.5;

    /// <summary>Relative standard deviation of revisions by availability grade, for indicators that name none of their own.</summary>
    public FrozenDictionary<string, double> RevisionSigmas { get; init; } =
        new Dictionary<string, double> { ["A"] = 0.002, ["B"] = 0.01, ["C"] = 0.03 }.ToFrozenDictionary();

    /// <summary>Closed periods that must exist before scalings of different amplitude are made comparable.</summary>
    public int MatchedFrom { get; init; } = 8;

    /// <summary>Groups of inputs whose share in the variance is estimated; empty: none.</summary>
    public ImmutableArray<UncertaintyGroup> Sensitivity { get; init; } = [];

    /// <summary>Bootstrap resamples behind the bounds of those shares.</summary>
    public int Resamples { get; init; } = 200;

    /// <summary>A probability of a rise between this and <see cref="UnclearTo"/>, both included, leaves the direction open.</summary>
    public double UnclearFrom { get; init; } = 0.1;

    /// <summary>As <see cref="UnclearFrom"/>.</summary>
    public double UnclearTo { get; init; } = 0.9;

    /// <summary>Whether a probability of a rise leaves the direction open; null without one.</summary>
    public bool? IsUnclear(double? probabilityOfRise) => probabilityOfRise is { } p ? p >= UnclearFrom && p <= UnclearTo : null;

    /// <summary>Relative standard deviation of the revision error of an indicator; 0 when neither it nor its grade has one.</summary>
    public double RevisionSigma(Indicator indicator) =>
        indicator.RevisionSigma ?? RevisionSigmas.GetValueOrDefault(indicator.Availability ?? "");
}

/// <summary>How an indicator becomes a score.</summary>
public enum NormalisationVariant
{
    /// <summary>a + b · g as the methodology has it.</summary>
    Published,
    /// <summary>The same best mark and a wider amplitude: (a + b − c b) + c b · g, 40 + 60 g for 60 + 40 g. Never below the published floor.</summary>
    Wider,
    /// <summary>g between logarithms of the goalposts. An indicator that is not positive throughout keeps the published scale.</summary>
    Log,
    /// <summary>(a + b) · x / mean of the base period, the inverse for less is better. An indicator that is not positive throughout keeps the published scale.</summary>
    BaseRatio,
}

/// <summary>How scores become the value of a group.</summary>
public enum AggregationVariant
{
    /// <summary>As the methodology has it, group by group.</summary>
    Published,
    /// <summary>Arithmetic at every level.</summary>
    Arithmetic,
    /// <summary>Geometric at every level.</summary>
    Geometric,
}

/// <summary>What stands in for an overdue value.</summary>
public enum ImputationVariant
{
    /// <summary>The last value within its limit, then the class mean.</summary>
    Published,
    /// <summary>The last value.</summary>
    CarryForward,
    /// <summary>The last score, moved with the observed siblings.</summary>
    ClassMean,
    /// <summary>The last value and its last change for every period since; the last value where that would cross zero.</summary>
    LinearTrend,
}

/// <summary>Uncertain inputs that are judged together.</summary>
public enum UncertaintyGroup
{
    Weights,
    Normalisation,
    Aggregation,
    Imputation,
    Revision,
}
