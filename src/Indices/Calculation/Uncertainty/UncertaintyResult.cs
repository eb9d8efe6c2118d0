using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>What method and data leave open about one published value. Not a sampling confidence interval (methodology, section 12).</summary>
/// <param name="Period">Newest published period.</param>
/// <param name="Previous">Period before it, to which changes refer; null when that has no published value.</param>
/// <param name="Version">Methodology version that publishes the period.</param>
/// <param name="Seed">Of every draw.</param>
/// <param name="Draws">Rows of each of the samples A and B.</param>
/// <param name="Runs">Evaluations behind <see cref="All"/> and <see cref="Sensitivity"/>.</param>
/// <param name="All">Every input varied, the normalisation among them: levels of different amplitude are not commensurate.</param>
/// <param name="Published">The published normalisation kept, everything else varied: what is published.</param>
/// <param name="Matched">As <paramref name="All"/>, other normalisations brought to the amplitude of the published one; null before enough periods are closed.</param>
/// <param name="Sensitivity">Of the index, then of its change; empty when not asked for, or when nothing varies.</param>
public sealed record UncertaintyResult(
    Period Period,
    Period? Previous,
    string Version,
    ulong Seed,
    int Draws,
    int Runs,
    UncertaintySpread All,
    UncertaintySpread Published,
    UncertaintySpread? Matched,
    ImmutableArray<SobolTable> Sensitivity)
{
    /// <summary>The spreads that there are, in a fixed order.</summary>
    public IEnumerable<(SpreadKind Kind, UncertaintySpread Spread)> Spreads
    {
        get
        {
            yield return (SpreadKind.All, All);
            yield return (SpreadKind.Published, Published);
            if (Matched is not null)
                yield return (SpreadKind.Matched, Matched);
        }
    }
}

/// <summary>How the normalisation is varied.</summary>
public enum SpreadKind
{
    /// <summary>Freely.</summary>
    All,
    /// <summary>Not at all.</summary>
    Published,
    /// <summary>At the published amplitude.</summary>
    Matched,
}

/// <param name="Index">In index points.</param>
/// <param name="Change">Against the period before, in index points; null without one.</param>
/// <param name="ProbabilityOfRise">Share of draws in which the change is above 0; null without a period before.</param>
public sealed record UncertaintySpread(UncertaintyDistribution Index, UncertaintyDistribution? Change, double? ProbabilityOfRise);

/// <param name="StandardDeviation">Over n − 1.</param>
/// <param name="Lower">Quantile of type 7 at the rule's lower bound.</param>
/// <param name="Median">Quantile at one half.</param>
/// <param name="Upper">Quantile at the rule's upper bound.</param>
public sealed record UncertaintyDistribution(double Mean, double StandardDeviation, double Lower, double Median, double Upper);

/// <summary>Shares of groups of inputs in the variance of one output over all draws.</summary>
/// <param name="Variance">Of samples A and B together, in squared index points.</param>
/// <param name="Rows">In the order of the rule.</param>
public sealed record SobolTable(UncertainOutput Output, double Variance, ImmutableArray<SobolRow> Rows);

/// <param name="Estimate">First order and total.</param>
/// <param name="Lower">Bootstrap quantiles at the rule's lower bound.</param>
/// <param name="Upper">Bootstrap quantiles at the rule's upper bound.</param>
public sealed record SobolRow(UncertaintyGroup Group, SobolIndices Estimate, SobolIndices Lower, SobolIndices Upper);

public enum UncertainOutput
{
    Index,
    Change,
}
