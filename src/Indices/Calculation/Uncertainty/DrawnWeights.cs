using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>The weights of a version for a block of draws: w · U(from, to), renormalised at each level.</summary>
/// <param name="layout">Null when only the published weights are asked for.</param>
internal sealed class DrawnWeights(VersionTree tree, DrawLayout? layout, UncertaintyRule rule)
{
    private readonly Vector256<double>[][] _weights = [.. tree.Slots.Select(_ => new Vector256<double>[Lanes.Block])];
    private readonly int[] _columns = [.. tree.Slots.Select(slot => layout?.Weight(slot.Code) ?? -1)];
    private readonly Vector256<double>[] _total = new Vector256<double>[Lanes.Block];
    private int _vectors;

    internal ReadOnlySpan<Vector256<double>> Of(int slot) => _weights[slot].AsSpan(0, _vectors);

    /// <param name="matrix">Null for the published weights.</param>
    internal void Load(DrawMatrix? matrix, ReadOnlySpan<int> rows)
    {
        _vectors = rows.Length / Vector256<double>.Count;
        for (var slot = 0; slot < _weights.Length; slot++)
            Load(_weights[slot].AsSpan(0, _vectors), tree.Slots[slot].Weight, matrix?.Column(_columns[slot]), rows);
        foreach (var level in tree.Levels)
            Renormalise(_weights.AsSpan(level));
    }

    /// <summary>One value for each row, in the order of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Gather(double[] column, ReadOnlySpan<int> rows, Span<Vector256<double>> into)
    {
        var lanes = MemoryMarshal.Cast<Vector256<double>, double>(into);
        for (var lane = 0; lane < rows.Length; lane++)
            lanes[lane] = column[rows[lane]];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(Span<Vector256<double>> weights, double published, double[]? uniforms, ReadOnlySpan<int> rows)
    {
        if (uniforms is null)
        {
            weights.Fill(Vector256.Create(published));
            return;
        }
        Gather(uniforms, rows, weights);
        var (from, range) = (Vector256.Create(rule.WeightFrom), rule.WeightTo - rule.WeightFrom);
        foreach (ref var weight in weights)
            weight = published * (from + range * weight);
    }

    private void Renormalise(Span<Vector256<double>[]> level)
    {
        var total = _total.AsSpan(0, _vectors);
        total.Clear();
        foreach (var weights in level)
            Lanes.Add(total, weights.AsSpan(0, _vectors));
        foreach (var weights in level)
            Lanes.Divide(weights.AsSpan(0, _vectors), total);
    }
}
