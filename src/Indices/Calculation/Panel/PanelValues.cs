namespace Indices.Calculation.Panel;

/// <summary>What a panel's cells come to: the root for every aggregation, and the groups where they are asked for.</summary>
public sealed class PanelValues
{
    private readonly PanelPlan _plan;
    private readonly double[]?[] _values;

    /// <param name="withGroups">False: the root alone, which takes least memory.</param>
    public PanelValues(PanelPlan plan, IndicatorPanel panel, bool withGroups)
    {
        _plan = plan;
        var groups = withGroups ? plan.Groups.Length : 1;
        _values = [.. Enumerable.Range(0, plan.Groups.Length * plan.Variants).Select(i => i < groups * plan.Variants ? new double[panel.CellCount] : null)];
    }

    /// <summary>Scores by cell; NaN where there is none.</summary>
    /// <param name="group">Place among <see cref="PanelPlan.Groups"/>; 0 is the root.</param>
    /// <param name="variant">Place among the plan's aggregations.</param>
    /// <exception cref="InvalidOperationException">The groups were not asked for.</exception>
    public ReadOnlySpan<double> Of(int group, int variant) =>
        Find(group, variant) ?? throw new InvalidOperationException("The values of groups were not asked for.");

    internal double[]? Find(int group, int variant) => _values[group * _plan.Variants + variant];
}
