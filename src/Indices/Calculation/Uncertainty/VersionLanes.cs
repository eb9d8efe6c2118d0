using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>How a draw normalises, aggregates and imputes.</summary>
internal readonly record struct DrawnMethod(NormalisationVariant Normalisation, AggregationVariant Aggregation, ImputationVariant Imputation)
{
    internal static DrawnMethod Published => default;
}

/// <summary>The aggregate of one version in any of its periods, for a block of draws of one method: Σ w f(S) on the way up, f by the power of each mean (methodology, section 5).</summary>
internal sealed class VersionLanes
{
    private readonly VersionTree _tree;
    private readonly ScoreConstants _constants;
    private readonly ScaleTable _scales;
    private readonly ImmutableArray<ScoreCell> _cells;
    private readonly DrawnWeights _weights;
    private readonly int[] _varying;
    private readonly Vector256<double>[]?[] _buffers;
    private readonly Vector256<double>[]?[] _lanes;
    private readonly Vector256<double>[][] _sums;
    private readonly Vector256<double>[] _scratch = new Vector256<double>[Lanes.Block];
    private readonly double[] _powers;
    private readonly double[][] _raised;
    private double[] _scores = [];
    private DrawnMethod _method;
    private int _vectors;

    internal VersionLanes(VersionTree tree, ScaleTable scales, ImmutableArray<ScoreCell> cells, DrawnWeights weights)
    {
        (_tree, _scales, _cells, _weights, _constants) = (tree, scales, cells, weights, new ScoreConstants(scales, cells));
        _varying = [.. Enumerable.Range(0, cells.Length).Where(c => cells[c].Revision >= 0 || cells[c].Imputed is not null)];
        (_buffers, _lanes) = (new Vector256<double>[]?[cells.Length], new Vector256<double>[]?[cells.Length]);
        foreach (var cell in _varying)
            _buffers[cell] = new Vector256<double>[Lanes.Block];
        (_powers, _raised) = (new double[tree.GroupCount], new double[tree.GroupCount][]);
        _sums = [.. Enumerable.Range(0, tree.GroupCount).Select(_ => new Vector256<double>[Lanes.Block])];
    }

    internal bool DependsOn(UncertaintyGroup group) => group switch
    {
        UncertaintyGroup.Imputation => _cells.Any(cell => cell.Imputed is not null),
        UncertaintyGroup.Revision => _cells.Any(cell => cell.Revision >= 0),
        _ => true,
    };

    /// <summary>Chooses the method of the blocks to come.</summary>
    internal void Begin(DrawnMethod method)
    {
        _method = method;
        _scores = _constants.Of(method.Normalisation, method.Imputation, 1.0);
        SetPower(_tree.Root);
        foreach (var cell in _varying)
            _lanes[cell] = _cells[cell].Varies(method.Imputation) ? _buffers[cell] : null;
    }

    /// <param name="sample">Null for the published weights without errors.</param>
    /// <param name="rows">A whole number of vectors, at most a block.</param>
    internal void Load(Sample? sample, ReadOnlySpan<int> rows)
    {
        _vectors = rows.Length / Vector256<double>.Count;
        _weights.Load(sample?.Of(UncertaintyGroup.Weights), rows);
        var scales = _scales.Of(_method.Normalisation);
        foreach (var cell in _varying)
        {
            if (_lanes[cell] is not { } scores)
                continue;
            if (_cells[cell].Revision < 0)
            {
                Move(_cells[cell].Imputed!, scores.AsSpan(0, _vectors));
                continue;
            }
            var factors = Scratch;
            DrawnWeights.Gather(sample!.Value.Of(UncertaintyGroup.Revision).Column(_cells[cell].Revision), rows, factors);
            scales[_cells[cell].Indicator].Of(_cells[cell].Value, factors, scores.AsSpan(0, _vectors));
        }
    }

    /// <summary>Root value of a period, by lane; good until the next call.</summary>
    /// <param name="cells">One for each indicator.</param>
    internal ReadOnlySpan<Vector256<double>> Aggregate(int[] cells)
    {
        var sum = Sum(_tree.Root, cells);
        Lanes.Lower(sum, _powers[_tree.Root.Place]);
        return sum;
    }

    private Span<Vector256<double>> Scratch => _scratch.AsSpan(0, _vectors);

    private void SetPower(TreeGroup group)
    {
        _powers[group.Place] = _method.Aggregation switch
        {
            AggregationVariant.Arithmetic => 1.0,
            AggregationVariant.Geometric => 0.0,
            _ => group.Power,
        };
        _raised[group.Place] = _constants.Of(_method.Normalisation, _method.Imputation, _powers[group.Place]);
        foreach (var child in group.Children)
            if (child.Group is { } inner)
                SetPower(inner);
    }

    /// <summary>Σ w f(child) of a group; a child group of the same power passes its own sum on without leaving f.</summary>
    private Span<Vector256<double>> Sum(TreeGroup group, int[] cells)
    {
        var sum = _sums[group.Place].AsSpan(0, _vectors);
        var (power, raised) = (_powers[group.Place], _raised[group.Place]);
        sum.Clear();
        foreach (var child in group.Children)
        {
            var weight = _weights.Of(child.Slot);
            if (child.Group is { } inner)
                Lanes.AddProduct(sum, weight, Converted(Sum(inner, cells), _powers[inner.Place], power));
            else if (_lanes[cells[child.Indicator]] is { } scores)
                Lanes.AddProduct(sum, weight, Raised(scores, power));
            else
                Lanes.AddProduct(sum, weight, raised[cells[child.Indicator]]);
        }
        return sum;
    }

    private static ReadOnlySpan<Vector256<double>> Converted(Span<Vector256<double>> sum, double from, double to)
    {
        if (from == to)
            return sum;
        Lanes.Lower(sum, from);
        Lanes.Raise(sum, to);
        return sum;
    }

    private ReadOnlySpan<Vector256<double>> Raised(Vector256<double>[] scores, double power)
    {
        if (power == 1.0)
            return scores.AsSpan(0, _vectors);
        scores.AsSpan(0, _vectors).CopyTo(Scratch);
        Lanes.Raise(Scratch, power);
        return Scratch;
    }

    /// <summary>S(t) = S(t−1) · Σ w S(t) / Σ w S(t−1) over the observed siblings, their weights renormalised among them (methodology, section 3.5).</summary>
    private void Move(ImputedCell imputed, Span<Vector256<double>> into)
    {
        Span<Vector256<double>> now = stackalloc Vector256<double>[_vectors];
        Span<Vector256<double>> before = stackalloc Vector256<double>[_vectors];
        Span<Vector256<double>> total = stackalloc Vector256<double>[_vectors];
        foreach (var sibling in imputed.Siblings)
            Lanes.Add(total, _weights.Of(sibling.Slot));
        foreach (var sibling in imputed.Siblings)
        {
            _weights.Of(sibling.Slot).CopyTo(Scratch);
            Lanes.Divide(Scratch, total);
            AddScore(now, Scratch, sibling.Now);
            AddScore(before, Scratch, sibling.Before);
        }
        for (var i = 0; i < into.Length; i++)
        {
            var score = _lanes[imputed.Before] is { } scores ? scores[i] : Vector256.Create(_scores[imputed.Before]);
            var moves = Vector256.GreaterThan(now[i], Vector256<double>.Zero) & Vector256.GreaterThan(before[i], Vector256<double>.Zero);
            into[i] = Vector256.ConditionalSelect(moves, score * now[i] / before[i], score);
        }
    }

    private void AddScore(Span<Vector256<double>> sum, ReadOnlySpan<Vector256<double>> share, int cell)
    {
        if (_lanes[cell] is { } scores)
            Lanes.AddProduct(sum, share, scores.AsSpan(0, _vectors));
        else
            Lanes.AddProduct(sum, share, _scores[cell]);
    }
}
