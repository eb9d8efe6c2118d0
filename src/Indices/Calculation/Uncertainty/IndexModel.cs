using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>
/// The index in a few periods as a function of a draw: aggregates of every version that the periods rest on, base and links
/// computed anew under the method drawn (methodology, sections 6 and 12).
/// </summary>
/// <param name="versions">Oldest first.</param>
internal sealed class IndexModel(ImmutableArray<LinkedLanes> versions)
{
    private readonly int[] _rows = new int[Lanes.Rows];
    private readonly Vector256<double>[] _mean = new Vector256<double>[Lanes.Block];
    private readonly Vector256<double>[] _level = new Vector256<double>[Lanes.Block];
    private readonly Vector256<double>[] _next = new Vector256<double>[Lanes.Block];
    private readonly Vector256<double>[] _index = new Vector256<double>[Lanes.Block];

    internal bool DependsOn(UncertaintyGroup group) => versions.Any(version => version.Lanes.DependsOn(group));

    /// <summary>Evaluates the rows that drew one method.</summary>
    /// <param name="sample">Null for published weights without errors.</param>
    /// <param name="outputs">By period asked for, then row; filled at the rows given.</param>
    internal void Evaluate(DrawnMethod method, Sample? sample, ReadOnlySpan<int> rows, double[][] outputs)
    {
        foreach (var version in versions)
            version.Lanes.Begin(method);
        for (var start = 0; start < rows.Length; start += Lanes.Rows)
            EvaluateBlock(sample, rows[start..Math.Min(start + Lanes.Rows, rows.Length)], outputs);
    }

    private void EvaluateBlock(Sample? sample, ReadOnlySpan<int> rows, double[][] outputs)
    {
        // A last vector that is not full repeats the last row; its further lanes are not written.
        var vectors = (rows.Length + Vector256<double>.Count - 1) / Vector256<double>.Count;
        rows.CopyTo(_rows);
        _rows.AsSpan(rows.Length).Fill(rows[^1]);
        var level = _level.AsSpan(0, vectors);
        var next = _next.AsSpan(0, vectors);
        foreach (var version in versions)
        {
            version.Lanes.Load(sample, _rows.AsSpan(0, vectors * Vector256<double>.Count));
            next.CopyTo(level);
            var mean = Mean(version, level);
            next.Clear();
            foreach (var cells in version.NextOverlap)
                Lanes.Add(next, Index(version, cells, level, mean));
            Lanes.Divide(next, version.NextOverlap.Length);
            foreach (var (output, cells) in version.Wanted)
                Store(Index(version, cells, level, mean), rows, outputs[output]);
        }
    }

    /// <summary>Mean aggregate of the base period or overlap; sets the level that it stands for.</summary>
    private Span<Vector256<double>> Mean(LinkedLanes version, Span<Vector256<double>> level)
    {
        var mean = _mean.AsSpan(0, level.Length);
        if (version.BaseValue is { } value)
            level.Fill(Vector256.Create(value));
        if (version.Reference.IsEmpty)
        {
            mean.Fill(Vector256<double>.One);
            return mean;
        }
        mean.Clear();
        foreach (var cells in version.Reference)
            Lanes.Add(mean, version.Lanes.Aggregate(cells));
        Lanes.Divide(mean, version.Reference.Length);
        foreach (ref var lanes in level)
            lanes *= version.Correction;
        return mean;
    }

    /// <summary>I = level · A / mean A: 100 in the base period, or the old index over the overlap.</summary>
    private ReadOnlySpan<Vector256<double>> Index(
        LinkedLanes version, int[] cells, ReadOnlySpan<Vector256<double>> level, ReadOnlySpan<Vector256<double>> mean)
    {
        var aggregate = version.Lanes.Aggregate(cells);
        var index = _index.AsSpan(0, aggregate.Length);
        for (var i = 0; i < index.Length; i++)
            index[i] = level[i] * aggregate[i] / mean[i];
        return index;
    }

    private static void Store(ReadOnlySpan<Vector256<double>> values, ReadOnlySpan<int> rows, double[] output)
    {
        var lanes = MemoryMarshal.Cast<Vector256<double>, double>(values);
        for (var lane = 0; lane < rows.Length; lane++)
            output[rows[lane]] = lanes[lane];
    }
}

/// <param name="BaseValue">Index points of the base; 1 without a base; null for a version that is linked to the one before.</param>
/// <param name="Correction">Frozen factor over the one that the data give now: 1 until something is frozen, and next to 1 then.</param>
/// <param name="Reference">Cells of the base's periods, or of the overlap with the version before.</param>
/// <param name="NextOverlap">Cells of the overlap with the version after; empty for the last.</param>
/// <param name="Wanted">Place among the periods asked for, and cells.</param>
internal sealed record LinkedLanes(
    VersionLanes Lanes,
    double? BaseValue,
    double Correction,
    ImmutableArray<int[]> Reference,
    ImmutableArray<int[]> NextOverlap,
    ImmutableArray<(int Output, int[] Cells)> Wanted);
