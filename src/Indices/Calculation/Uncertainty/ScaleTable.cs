using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>The scales of a version's indicators under every normalisation that may be drawn.</summary>
internal sealed class ScaleTable
{
    private readonly VersionTree _tree;
    private readonly ScoreTable _scores;
    private readonly FrozenParameters _parameters;
    private readonly double _amplitude;
    private readonly Dictionary<NormalisationVariant, ScoreScale[]> _scales = [];

    /// <param name="parameters">Goalposts that multiples of the base became.</param>
    internal ScaleTable(VersionTree tree, ScoreTable scores, FrozenParameters parameters, UncertaintyRule rule)
    {
        (_tree, _scores, _parameters, _amplitude) = (tree, scores, parameters, rule.WiderAmplitude);
        foreach (var variant in rule.Normalisations.Append(NormalisationVariant.Published).Distinct())
            _scales[variant] = [.. tree.Indicators.Select((indicator, place) => Scale(variant, indicator, place))];
    }

    /// <summary>By place of the indicator.</summary>
    internal ScoreScale[] Of(NormalisationVariant variant) => _scales[variant];

    private ScoreScale Scale(NormalisationVariant variant, Indicator indicator, int place)
    {
        var rule = _tree.Version.Normalisation;
        var worst = indicator.Worst.Number ?? Found(FrozenParameters.Worst(_tree.Version.Version, indicator.Code));
        var best = indicator.Best.Number ?? Found(FrozenParameters.Best(_tree.Version.Version, indicator.Code));
        var isLog = indicator.Scale == GoalpostScale.Log;
        return variant switch
        {
            NormalisationVariant.Wider => ScoreScale.Between(worst, best, isLog, indicator.CapAtBest, rule, _amplitude),
            NormalisationVariant.Log when worst > 0.0 && best > 0.0 && IsPositive(place) =>
                ScoreScale.Between(worst, best, isLog: true, indicator.CapAtBest, rule),
            NormalisationVariant.BaseRatio when IsPositive(place) && BaseMean(place) is { } mean =>
                ScoreScale.RatioTo(mean, indicator.Direction, rule),
            _ => ScoreScale.Between(worst, best, isLog, indicator.CapAtBest, rule),
        };
    }

    private double Found(string parameter) => _parameters.Find(parameter) ?? double.NaN;

    private bool IsPositive(int place) => _scores.Values(_tree.Version.Version, place).All(value => value > 0.0);

    // What a later version brought in may have no data in the base period, but has them in the overlap.
    private double? BaseMean(int place) =>
        Mean(place, _tree.Version.Base?.Period.Split(_tree.Version.Frequency)) ?? Mean(place, _tree.Version.Link?.Overlap);

    private double? Mean(int place, IEnumerable<Period>? periods)
    {
        var (sum, count) = (0.0, 0);
        foreach (var period in periods ?? [])
            if (_scores.At(_tree.Version.Version, period, place)?.Used is { } value)
                (sum, count) = (sum + value, count + 1);
        return count == 0 ? null : sum / count;
    }
}
