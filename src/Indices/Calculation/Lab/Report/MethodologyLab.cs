using System.Collections.Immutable;
using Indices.Calculation.Lab.Treatments;

namespace Indices.Calculation.Lab.Report;

/// <summary>The methodology lab: what other methods of the literature make of the same data (OECD/JRC Handbook, 2008).</summary>
public static class MethodologyLab
{
    public const int Draws = 1_000;

    /// <param name="reference">Unit that distances to a reference are measured to; null: the one with the greatest published index.</param>
    /// <param name="draws">Of the robustness run.</param>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public static LabReport Report(LabSubject subject, string? reference = null, int draws = Draws)
    {
        var comparison = new Comparison(subject.Published);
        var leader = reference is null ? Math.Max(comparison.Ranks.IndexOf(1.0), 0) : subject.Values.Units.IndexOf(reference);
        if (leader < 0)
            throw new ArgumentException($"No unit {reference}.", nameof(reference));
        ImmutableArray<WeightSet> weights = [.. WeightMethods.All.Select(method => Weights(subject, method))];
        var warnings = new List<Warning>();
        var nodes = Attempt(() => new NodeTables(subject, [.. weights[0].Weights]), warnings);
        return new(
            subject, subject.Values.Units[leader], comparison.Ranks,
            [.. new VariantTable(subject, leader, weights, comparison).All()],
            weights,
            [.. nodes?.Correlations() ?? []],
            [.. nodes?.Consistency() ?? []],
            [.. nodes?.Importance() ?? []],
            Attempt(() => nodes?.LeaveOneOut(comparison).ToImmutableArray(), warnings) ?? [],
            [.. Enumerable.Range(0, subject.Tree.Indicators).Select(j => new TreatedIndicator(
                subject.Tree.Codes[j], OutlierTreatment.Of(subject.Values.Column(j), new OutlierRule())))],
            Screening.Of(subject.Values),
            Attempt<ImmutableArray<Robustness.UnitRobustness>?>(() => RobustnessTable.Of(subject, [.. weights[0].Weights], draws), warnings) ?? [],
            [.. warnings.Distinct()]);
    }

    private static WeightSet Weights(LabSubject subject, LabMethod<WeightingStep> method)
    {
        try
        {
            var weights = WeightMethods.Of(subject, method);
            return new(method.Code, method.Name, [.. weights], [.. subject.Tree.EffectiveWeights(weights)], null);
        }
        catch (UndefinedResultException undefined)
        {
            return new(method.Code, method.Name, [], [], undefined.Reason);
        }
    }

    /// <summary>A part of the report that has no result on these data is left out, and said.</summary>
    private static T? Attempt<T>(Func<T> part, List<Warning> warnings)
    {
        try
        {
            return part();
        }
        catch (UndefinedResultException undefined)
        {
            warnings.Add(undefined.Reason);
            return default;
        }
    }
}
