using System.Collections.Immutable;
using Indices.Calculation.Lab.Normalisations;
using Indices.Calculation.Lab.Robustness;
using Indices.Calculation.Uncertainty;

namespace Indices.Calculation.Lab.Report;

/// <summary>
/// Bands of scores and ranks when weights move by up to a quarter and methods are drawn. Scores keep the published normalisation,
/// because those of other normalisations are not in its unit (methodology, section 12); ranks are drawn over all of them.
/// </summary>
internal static class RobustnessTable
{
    private const double Spread = 0.25;

    /// <exception cref="UndefinedResultException">No drawn method has a result on these data.</exception>
    internal static ImmutableArray<UnitRobustness> Of(LabSubject subject, double[] weights, int draws)
    {
        var tree = subject.Tree with { Weights = [.. weights] };
        UnitTable[] others =
        [
            NormalisationMethods.MinMax.Run(subject, subject.Values, 0),
            NormalisationMethods.ZScore.Run(subject, subject.Values, 0).MapColumns(column => Scaling.Floored(column, 1.0)),
        ];
        var seed = Seeds.Fnv1A64($"{subject.Index}|lab|{subject.Version}");
        var scores = Bands(tree, [subject.Scores], draws, seed);
        var ranks = Bands(tree, [subject.Scores, .. others], draws, seed);
        return [.. scores.Zip(ranks, (score, rank) => score with { Ranks = rank.Ranks })];
    }

    /// <summary>With arithmetic and geometric means beside the methodology's own, where all of them exist.</summary>
    private static ImmutableArray<UnitRobustness> Bands(LabTree tree, ImmutableArray<UnitTable> tables, int draws, ulong seed)
    {
        ImmutableArray<ImmutableArray<double>> schemes =
            [RobustnessPlan.AsNamed(tree), RobustnessPlan.Throughout(tree, 1.0), RobustnessPlan.Throughout(tree, 0.0)];
        try
        {
            return Run(schemes);
        }
        catch (UndefinedResultException)
        {
            return Run(schemes[..2]);
        }

        ImmutableArray<UnitRobustness> Run(ImmutableArray<ImmutableArray<double>> some) => RobustnessRun.Of(
            new(tree, tables, some, draws, RobustnessPlan.Random(tree, tables.Length, some.Length, Spread, seed))).Bands();
    }
}
