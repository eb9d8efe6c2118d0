using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Panel;

/// <summary>Scores and aggregates a panel in one reading, block by block of cells that stay in the processor's cache.</summary>
/// <remarks>
/// Cells do not touch one another, so a panel may be cut into ranges and each given to a run of its own, side by side: no
/// bit changes. A run holds work space and serves one caller at a time.
/// </remarks>
public sealed class PanelRun
{
    // 16 KB a line: long enough to be read at the memory's speed, short enough that the lines in use stay in the cache.
    private const int BlockCells = 2048;

    private readonly IndicatorPanel _panel;
    private readonly PanelPlan _plan;
    private readonly ImmutableArray<ScoreFormula> _formulas;
    private readonly MissingChildren _missing;
    private readonly double[] _scores = new double[BlockCells];
    private readonly GroupMean[][] _means;

    /// <param name="scales">One for each column of the panel.</param>
    /// <param name="rule">Of the scores.</param>
    public PanelRun(IndicatorPanel panel, PanelPlan plan, ImmutableArray<IndicatorScale> scales, Normalisation rule, MissingChildren missing)
    {
        (_panel, _plan, _missing) = (panel, plan, missing);
        _formulas = [.. scales.Select(scale => ScoreFormula.Create(scale, rule))];
        _means = [.. Enumerable.Range(0, plan.Depth).Select(_ =>
            Enumerable.Range(0, plan.Variants).Select(_ => new GroupMean(BlockCells)).ToArray())];
    }

    /// <summary>Computes <paramref name="count"/> cells from <paramref name="first"/> on and writes their values, and no others.</summary>
    public void Compute(int first, int count, PanelValues into)
    {
        for (var done = 0; done < count; done += BlockCells)
            Aggregate(_plan.Root, first + done, Math.Min(BlockCells, count - done), into);
    }

    private void Aggregate(PanelGroup group, int first, int count, PanelValues into)
    {
        var means = _means[group.Level];
        foreach (var mean in means)
            mean.Clear();
        foreach (var child in group.Children)
        {
            if (child.Group is { } inner)
                Aggregate(inner, first, count, into);
            else
                _formulas[child.Column].Score(_panel.Column(child.Column).Slice(first, count), _scores.AsSpan(0, count));
            for (var variant = 0; variant < means.Length; variant++)
                means[variant].Add(ValuesOf(child, group.Level, variant)[..count], child.Weight, group.Powers[variant], _missing);
        }
        for (var variant = 0; variant < means.Length; variant++)
        {
            means[variant].Finish(count, group.Powers[variant], _missing);
            if (into.Find(group.Place, variant) is { } target)
                means[variant].Values[..count].CopyTo(target.AsSpan(first));
        }
    }

    private ReadOnlySpan<double> ValuesOf(PanelChild child, int level, int variant) =>
        child.Group is null ? _scores : _means[level + 1][variant].Values;
}
