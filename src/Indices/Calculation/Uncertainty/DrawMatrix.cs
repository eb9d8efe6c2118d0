using System.Runtime.CompilerServices;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>One sample of draws, column by column.</summary>
internal sealed class DrawMatrix
{
    private readonly DrawLayout _layout;
    private readonly UncertaintyRule _rule;
    private readonly double[][] _columns;

    internal DrawMatrix(DrawLayout layout, UncertaintyRule rule)
    {
        (_layout, _rule) = (layout, rule);
        _columns = [.. Enumerable.Range(0, layout.Count).Select(_ => new double[rule.Draws])];
        (Normalisation, Aggregation, Imputation) = (new byte[rule.Draws], new byte[rule.Draws], new byte[rule.Draws]);
    }

    internal int Rows => _rule.Draws;

    internal int Columns => _columns.Length;

    /// <summary>Place of the variant drawn, by row.</summary>
    internal byte[] Normalisation { get; }

    /// <summary>As <see cref="Normalisation"/>.</summary>
    internal byte[] Aggregation { get; }

    /// <summary>As <see cref="Normalisation"/>.</summary>
    internal byte[] Imputation { get; }

    /// <summary>A weight's uniform numbers, or the factors 1 + σ z of a revision error, by row.</summary>
    internal double[] Column(int column) => _columns[column];

    /// <summary>Takes uniform numbers row by row, one for each column.</summary>
    /// <param name="first">Draws before the first row.</param>
    /// <param name="perRow">Draws from one row to the next.</param>
    internal void Draw(ulong seed, int first, int perRow)
    {
        foreach (var (place, column) in _columns.Index())
            SplitMix64.Fill(column, seed, first + place, perRow);
    }

    /// <summary>Turns uniform numbers into what is drawn from them, by inversion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Invert()
    {
        Choose(_columns[_layout.Normalisation], Normalisation, _rule.Normalisations.Length);
        Choose(_columns[_layout.Aggregation], Aggregation, _rule.Aggregations.Length);
        Choose(_columns[_layout.Imputation], Imputation, _rule.Imputations.Length);
        foreach (var revision in _layout.Revisions)
            foreach (ref var u in _columns[revision.Column].AsSpan())
                u = 1.0 + revision.Sigma * NormalInverse.WithinThree(u);
    }

    // A uniform number can round to 1, which has no variant of its own.
    private static void Choose(double[] uniforms, byte[] places, int count)
    {
        for (var row = 0; row < uniforms.Length; row++)
            places[row] = (byte)Math.Min((int)(uniforms[row] * count), count - 1);
    }
}
