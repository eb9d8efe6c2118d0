using System.Runtime.CompilerServices;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>Draws two samples and evaluates the index for them.</summary>
internal sealed class MonteCarlo
{
    private readonly IndexModel _model;
    private readonly UncertaintyRule _rule;
    private readonly int _outputs;
    private readonly int[] _order;

    /// <param name="outputs">Periods that the model answers for.</param>
    internal MonteCarlo(IndexModel model, DrawLayout layout, UncertaintyRule rule, int outputs)
    {
        (_model, _rule, _outputs) = (model, rule, outputs);
        (A, B) = (new DrawMatrix(layout, rule), new DrawMatrix(layout, rule));
        _order = new int[rule.Draws];
    }

    internal DrawMatrix A { get; }

    internal DrawMatrix B { get; }

    /// <summary>Row by row, A before B, column by column.</summary>
    internal void Draw(ulong seed)
    {
        A.Draw(seed, 0, A.Columns + B.Columns);
        B.Draw(seed, A.Columns, A.Columns + B.Columns);
        A.Invert();
        B.Invert();
    }

    /// <summary>False when what is drawn for a group changes no output.</summary>
    internal bool DependsOn(UncertaintyGroup group) => _model.DependsOn(group);

    /// <summary>Index points by period asked for, then row.</summary>
    /// <param name="keepsNormalisation">True to leave out what was drawn for the normalisation, and keep the published one.</param>
    internal double[][] Evaluate(Sample sample, bool keepsNormalisation)
    {
        var outputs = Enumerable.Range(0, _outputs).Select(_ => new double[_rule.Draws]).ToArray();
        var ends = SortByMethod(sample, keepsNormalisation);
        for (var method = 0; method < ends.Length; method++)
        {
            var start = method == 0 ? 0 : ends[method - 1];
            if (ends[method] > start)
                _model.Evaluate(Method(method, keepsNormalisation), sample, _order.AsSpan(start, ends[method] - start), outputs);
        }
        return outputs;
    }

    private DrawnMethod Method(int number, bool keepsNormalisation)
    {
        var (rest, imputation) = Math.DivRem(number, _rule.Imputations.Length);
        var (normalisation, aggregation) = Math.DivRem(rest, _rule.Aggregations.Length);
        return new(
            keepsNormalisation ? NormalisationVariant.Published : _rule.Normalisations[normalisation],
            _rule.Aggregations[aggregation], _rule.Imputations[imputation]);
    }

    /// <summary>Puts the rows in the order of their methods, so that a block of lanes has one; returns where each method ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] SortByMethod(Sample sample, bool keepsNormalisation)
    {
        var normalisation = sample.Of(UncertaintyGroup.Normalisation).Normalisation;
        var aggregation = sample.Of(UncertaintyGroup.Aggregation).Aggregation;
        var imputation = sample.Of(UncertaintyGroup.Imputation).Imputation;
        var places = new int[_rule.Normalisations.Length * _rule.Aggregations.Length * _rule.Imputations.Length];
        for (var row = 0; row < _order.Length; row++)
            places[MethodOf(row)]++;
        var start = 0;
        foreach (ref var place in places.AsSpan())
            (place, start) = (start, start + place);
        for (var row = 0; row < _order.Length; row++)
            _order[places[MethodOf(row)]++] = row;
        return places;

        int MethodOf(int row) =>
            ((keepsNormalisation ? 0 : normalisation[row]) * _rule.Aggregations.Length + aggregation[row]) * _rule.Imputations.Length + imputation[row];
    }
}
