using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>Scores that do not depend on the draw beyond its discrete choices, raised to the power of the mean that takes them; each computed once.</summary>
internal sealed class ScoreConstants(ScaleTable scales, ImmutableArray<ScoreCell> cells)
{
    private readonly Dictionary<(NormalisationVariant, bool, double), double[]> _raised = [];

    /// <summary>By cell.</summary>
    internal double[] Of(NormalisationVariant normalisation, ImputationVariant imputation, double power)
    {
        var followsTrend = imputation == ImputationVariant.LinearTrend;
        if (!_raised.TryGetValue((normalisation, followsTrend, power), out var raised))
        {
            var scale = scales.Of(normalisation);
            raised = [.. cells.Select(c => Lanes.Raise(scale[c.Indicator].Of(followsTrend ? c.Trend : c.Value), power))];
            _raised.Add((normalisation, followsTrend, power), raised);
        }
        return raised;
    }
}
