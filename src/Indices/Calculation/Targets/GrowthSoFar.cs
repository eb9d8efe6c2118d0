using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>Growth in the target years observed without a gap from the first, in percent (methodology, section 13).</summary>
internal sealed class GrowthSoFar
{
    private readonly PolicyTarget _target;
    private readonly Dictionary<int, TargetFigure> _byYear;
    private readonly double _cumulated = 1.0;

    internal GrowthSoFar(PolicyTarget target, IEnumerable<TargetFigure> figures)
    {
        _target = target;
        _byYear = figures.Where(f => f.IsYearEnd).GroupBy(f => f.Period.Year).ToDictionary(g => g.Key, g => g.First());
        Observed = [.. target.Years.Select(_byYear.GetValueOrDefault).TakeWhile(f => f is not null).OfType<TargetFigure>()];
        foreach (var figure in Observed)
            _cumulated *= 1 + figure.Value / 100;
    }

    internal ImmutableArray<TargetFigure> Observed { get; }

    /// <summary>Each target year by itself, whether or not those before it are known.</summary>
    internal ImmutableArray<TargetYear> EachYear => [.. _target.Years.Select(year => _byYear.TryGetValue(year, out var figure)
        ? new TargetYear(year, figure.Value, TargetRating.Holds(_target, figure.Value))
        : new TargetYear(year, null, null))];

    internal int Years => Observed.Length;

    internal int YearsMet => Observed.Count(f => TargetRating.Holds(_target, f.Value));

    internal bool IsComplete => Years == _target.Years.Length;

    internal double CompoundPercent => 100 * (Math.Pow(_cumulated, 1.0 / Years) - 1);

    internal bool LatestMeets => TargetRating.Holds(_target, Observed[^1].Value);

    internal bool CompoundMeets => TargetRating.Holds(_target, CompoundPercent);

    /// <summary>Level that the required growth leads to, base year = 100.</summary>
    internal double PathValue => 100 * Math.Pow(Required, Years);

    internal double PathRatio => _target.Comparison == Comparison.AtMost
        ? PathValue / (100 * _cumulated) : 100 * _cumulated / PathValue;

    /// <summary>Factor by which the years left must grow together for the average of all to reach the rate.</summary>
    internal double StillNeeded => Math.Pow(Required, _target.Years.Length) / _cumulated;

    /// <summary>Yearly growth in the years left that brings the average to the target; null when none is left.</summary>
    internal double? RequiredPercent => IsComplete ? null
        : 100 * (Math.Pow(StillNeeded, 1.0 / (_target.Years.Length - Years)) - 1);

    private double Required => 1 + _target.Goal / 100;
}
