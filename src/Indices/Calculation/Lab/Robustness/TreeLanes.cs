using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Indices.Calculation.Lab.Robustness;

/// <summary>
/// Means through a tree for all units at once, without allocating: lanes are units, and each lane does what a plain loop over
/// the children in file order does, so every machine gives the same digits. Missing values are dropped with their weights.
/// </summary>
internal sealed class TreeLanes
{
    private readonly LabTree _tree;
    private readonly int _stride;
    private readonly double[] _means;
    private readonly double[] _weights;
    private readonly double[] _converted;

    internal TreeLanes(LabTree tree, int stride)
    {
        (_tree, _stride) = (tree, stride);
        // Of the groups, as the mean of their own power adds up.
        _means = new double[tree.Groups.Length * stride];
        (_weights, _converted) = (new double[stride], new double[stride]);
    }

    /// <summary>The root's value for each unit.</summary>
    /// <param name="scores">For each group the lanes of its power; groups without indicators may share any.</param>
    /// <param name="powers">Of each group.</param>
    /// <exception cref="UndefinedResultException">A group's value has no image in the mean above it.</exception>
    internal void Root(ScoreLanes[] scores, ImmutableArray<double> powers, ReadOnlySpan<double> weights, Span<double> root)
    {
        foreach (var group in _tree.Groups)
        {
            var at = group.Node - _tree.Indicators;
            Mean(group, at, scores[at], powers, weights);
        }
        var last = Means(_tree.Groups.Length - 1);
        for (var unit = 0; unit < root.Length; unit++)
            root[unit] = ScoreLanes.From(powers[^1], last[unit]);
    }

    private Span<double> Means(int group) => _means.AsSpan(group * _stride, _stride);

    private void Mean(LabGroup group, int at, ScoreLanes scores, ImmutableArray<double> powers, ReadOnlySpan<double> weights)
    {
        var sums = Means(at);
        sums.Clear();
        _weights.AsSpan().Clear();
        foreach (var child in group.Children)
            Add(child < _tree.Indicators ? scores.Row(child) : Converted(child - _tree.Indicators, powers, powers[at]), weights[child], sums, _weights);
        Divide(sums, _weights);
    }

    // A run is short: without this most of it would pass in unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<double> values, double weight, Span<double> sums, Span<double> weights)
    {
        var from = Vectors(values);
        var to = Vectors(sums);
        var total = Vectors(weights);
        var w = Vector256.Create(weight);
        for (var i = 0; i < from.Length; i++)
        {
            // False in the lanes of missing values, which then add nothing.
            var isPresent = Vector256.Equals(from[i], from[i]);
            to[i] += Vector256.ConditionalSelect(isPresent, w * from[i], Vector256<double>.Zero);
            total[i] += Vector256.ConditionalSelect(isPresent, w, Vector256<double>.Zero);
        }
    }

    private static void Divide(Span<double> sums, Span<double> weights)
    {
        var to = Vectors(sums);
        var total = Vectors(weights);
        for (var i = 0; i < to.Length; i++)
            to[i] /= total[i];
    }

    /// <summary>A group's means as the mean above adds them up; the same numbers where the powers agree.</summary>
    private ReadOnlySpan<double> Converted(int group, ImmutableArray<double> powers, double power)
    {
        if (powers[group] == power)
            return Means(group);
        var means = Means(group);
        for (var unit = 0; unit < means.Length; unit++)
            _converted[unit] = ScoreLanes.To(power, ScoreLanes.From(powers[group], means[unit]));
        return _converted;
    }

    private static Span<Vector256<double>> Vectors(Span<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);

    private static ReadOnlySpan<Vector256<double>> Vectors(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);
}
