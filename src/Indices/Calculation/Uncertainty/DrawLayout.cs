using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>
/// The columns of a draw (methodology, section 12): a weight for every node, parents before children; normalisation,
/// aggregation, imputation; a revision error for every indicator observed for the period.
/// </summary>
/// <remarks>A node or indicator that several versions share has one column: who weighs it too high does so in each.</remarks>
internal sealed class DrawLayout
{
    private readonly Dictionary<string, int> _weights = [];
    private readonly Dictionary<string, Revision> _revisions = [];

    /// <param name="trees">The versions that the period's value rests on, oldest first; the last one publishes it.</param>
    internal DrawLayout(ImmutableArray<VersionTree> trees, ScoreTable scores, Period period, UncertaintyRule rule)
    {
        foreach (var slot in trees.SelectMany(tree => tree.Slots))
            _weights.TryAdd(slot.Code, _weights.Count);
        (Normalisation, Aggregation, Imputation) = (_weights.Count, _weights.Count + 1, _weights.Count + 2);
        foreach (var (place, indicator) in trees[^1].Indicators.Index())
            if (rule.RevisionSigma(indicator) is > 0.0 and var sigma && Source(trees[^1], scores, place, period) is { } source)
                _revisions.Add(indicator.Code, new(_weights.Count + 3 + _revisions.Count, sigma, source));
    }

    internal int Normalisation { get; }

    internal int Aggregation { get; }

    internal int Imputation { get; }

    internal int Count => _weights.Count + 3 + _revisions.Count;

    internal IEnumerable<Revision> Revisions => _revisions.Values;

    internal int Weight(string code) => _weights[code];

    /// <summary>Column of the error of a reading; null when it carries none: it is closed, imputed, or nobody revises it.</summary>
    internal int? RevisionOf(Indicator indicator, Period source) =>
        _revisions.TryGetValue(indicator.Code, out var revision) && revision.Source == source ? revision.Column : null;

    /// <summary>The indicator's own period whose reading stands in a period of the index; null when none does.</summary>
    internal static Period? Source(VersionTree tree, ScoreTable scores, int place, Period period) =>
        scores.At(tree.Version.Version, period, place) is { Used: not null, IsCovered: true } score
            ? Availability.OwnPeriod(tree.Indicators[place], period).Plus(-score.Age)
            : null;
}

/// <param name="Sigma">Relative standard deviation.</param>
/// <param name="Source">The indicator's own period whose reading it is: where an earlier period of the index rests on the same one, it has the same error.</param>
internal readonly record struct Revision(int Column, double Sigma, Period Source);
