using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>The scores of a calculation by version, period and place of the indicator in its file.</summary>
internal sealed class ScoreTable
{
    private readonly ImmutableArray<IndicatorScore> _scores;
    private readonly Dictionary<string, Dictionary<Period, int>> _starts = [];

    /// <param name="scores">As a calculation returns them: version by version, period by period, indicators in file order.</param>
    internal ScoreTable(ImmutableArray<IndicatorScore> scores)
    {
        _scores = scores;
        for (var at = 0; at < scores.Length; at++)
            if (at == 0 || scores[at].Period != scores[at - 1].Period || scores[at].Version != scores[at - 1].Version)
                Starts(scores[at].Version).Add(scores[at].Period, at);
    }

    /// <summary>Null outside what was computed.</summary>
    internal IndicatorScore? At(string version, Period period, int indicator) =>
        Starts(version).TryGetValue(period, out var start) ? _scores[start + indicator] : null;

    /// <summary>Every value of an indicator that was scored, oldest first.</summary>
    internal IEnumerable<double> Values(string version, int indicator) =>
        Starts(version).Values.Select(start => _scores[start + indicator].Used).OfType<double>();

    private Dictionary<Period, int> Starts(string version)
    {
        if (!_starts.TryGetValue(version, out var starts))
            _starts[version] = starts = [];
        return starts;
    }
}
