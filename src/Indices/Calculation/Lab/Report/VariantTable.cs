using System.Collections.Immutable;

namespace Indices.Calculation.Lab.Report;

/// <summary>
/// The variants that the lab tries, one choice at a time from the published method, and every normalisation with every
/// aggregation: all combinations of everything would be thousands that nobody reads.
/// </summary>
internal sealed class VariantTable(LabSubject subject, int reference, ImmutableArray<WeightSet> weights, Comparison comparison)
{
    internal IEnumerable<LabVariant> All()
    {
        foreach (var normalisation in NormalisationMethods.All)
            foreach (var aggregation in AggregationMethods.All)
                yield return Of(TreatmentMethods.None, normalisation, weights[0], aggregation);
        foreach (var other in weights.Skip(1))
            yield return Of(TreatmentMethods.None, NormalisationMethods.AsPublished, other, AggregationMethods.AsPublished);
        var treatments = subject.Values.HasMissing ? TreatmentMethods.Outliers.AddRange(TreatmentMethods.Gaps) : TreatmentMethods.Outliers;
        foreach (var treatment in treatments)
            foreach (var normalisation in new[] { NormalisationMethods.MinMax, NormalisationMethods.ZScore })
                yield return Of(treatment, normalisation, weights[0], AggregationMethods.AsPublished);
    }

    private LabVariant Of(
        LabMethod<Func<LabSubject, UnitTable>> treatment, LabMethod<NormalisationStep> normalisation, WeightSet set, LabMethod<AggregationStep> aggregation)
    {
        var methods = new VariantMethods(
            treatment.Code, normalisation.Code, set.Code, aggregation.Code, [treatment.Name, normalisation.Name, set.Name, aggregation.Name]);
        if (set.Weights.IsEmpty)
            return LabVariant.Refused(methods, set.Refusal!);
        try
        {
            var scores = Finite(normalisation.Run(subject, treatment.Run(subject), reference));
            var values = aggregation.Run(subject.Tree, scores, set.Weights);
            return scores.IsEmpty ? LabVariant.Refused(methods, NoScore)
                : new(methods, [.. values], Comparison.RanksOf(values), comparison.With(values), [.. Lost(scores)], null);
        }
        catch (UndefinedResultException undefined)
        {
            return LabVariant.Refused(methods, undefined.Reason);
        }
    }

    private static Warning NoScore { get; } = new("没有指标能这样标准化。", "No indicator can be normalised like this.");

    // A logarithm of zero or a ratio to zero is no score.
    private static UnitTable Finite(UnitTable scores) => scores.MapColumns(column =>
    {
        var finite = column.ToArray();
        for (var i = 0; i < finite.Length; i++)
            if (!double.IsFinite(finite[i]))
                finite[i] = double.NaN;
        return finite;
    });

    private IEnumerable<string> Lost(UnitTable scores) => Enumerable.Range(0, scores.Indicators.Length)
        .Where(j => double.IsNaN(Extent.Of(scores.Column(j)).Low) && !double.IsNaN(Extent.Of(subject.Values.Column(j)).Low))
        .Select(j => scores.Indicators[j]);
}
