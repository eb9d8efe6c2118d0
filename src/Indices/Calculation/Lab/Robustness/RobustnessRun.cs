using System.Collections.Immutable;
using Indices.Calculation.Statistics;

namespace Indices.Calculation.Lab.Robustness;

/// <summary>5, 50 and 95 percent quantiles (type 7) over the draws in which the unit has a value; NaN when it has none.</summary>
public readonly record struct Band(double Low, double Median, double High);

/// <param name="Scores">Index of the unit, in the unit of the scores.</param>
/// <param name="Ranks">Place of the unit, 1 for the greatest index, ties sharing the best place.</param>
public sealed record UnitRobustness(string Unit, Band Scores, Band Ranks);

/// <summary>How far scores and ranks of units depend on choices of method: the index computed anew under many drawn ones (OECD/JRC Handbook, 2008, step 8; Saisana, Saltelli and Tarantola, 2005).</summary>
public sealed class RobustnessRun
{
    private readonly int _draws;
    private readonly double[] _scores;
    private readonly double[] _ranks;

    private RobustnessRun(ImmutableArray<string> units, int draws)
    {
        (Units, _draws) = (units, draws);
        (_scores, _ranks) = (new double[units.Length * draws], new double[units.Length * draws]);
    }

    public ImmutableArray<string> Units { get; }

    /// <summary>Index of a unit in each draw.</summary>
    public ReadOnlySpan<double> Scores(int unit) => _scores.AsSpan(unit * _draws, _draws);

    /// <summary>Rank of a unit in each draw.</summary>
    public ReadOnlySpan<double> Ranks(int unit) => _ranks.AsSpan(unit * _draws, _draws);

    /// <exception cref="UndefinedResultException">A scheme has no result on a table.</exception>
    public static RobustnessRun Of(RobustnessPlan plan)
    {
        var run = new RobustnessRun(plan.Tables[0].Units, plan.Draws);
        var units = run.Units.Length;
        var lanes = Lanes(plan);
        var tree = new TreeLanes(plan.Tree, lanes[0][0][0].Stride);
        var weights = new double[plan.Tree.Codes.Length];
        var (root, ranks, keys, places) = (new double[units], new double[units], new double[units], new int[units]);
        for (var draw = 0; draw < plan.Draws; draw++)
        {
            var method = plan.Parameters(draw, weights);
            tree.Root(lanes[method.Table][method.Scheme], plan.Schemes[method.Scheme], weights, root);
            Statistics.Ranks.Of(root, RankOrder.Descending, RankTies.Min, ranks, keys, places);
            for (var unit = 0; unit < units; unit++)
                (run._scores[unit * plan.Draws + draw], run._ranks[unit * plan.Draws + draw]) = (root[unit], ranks[unit]);
        }
        return run;
    }

    /// <summary>In the order of the units.</summary>
    public ImmutableArray<UnitRobustness> Bands()
    {
        var work = new double[_draws];
        return [.. Enumerable.Range(0, Units.Length).Select(unit =>
            new UnitRobustness(Units[unit], BandOf(Scores(unit), work), BandOf(Ranks(unit), work)))];
    }

    private static Band BandOf(ReadOnlySpan<double> values, Span<double> work)
    {
        var count = 0;
        foreach (var value in values)
            if (!double.IsNaN(value))
                work[count++] = value;
        if (count == 0)
            return new(double.NaN, double.NaN, double.NaN);
        var present = work[..count];
        return new(Quantiles.Place(present, 0.05), Quantiles.Place(present, 0.5), Quantiles.Place(present, 0.95));
    }

    /// <summary>By table, scheme and group: scores as the group's mean adds them up, each power taken once.</summary>
    private static ScoreLanes[][][] Lanes(RobustnessPlan plan) => [.. plan.Tables.Select(table =>
    {
        var known = new Dictionary<double, ScoreLanes>();
        return plan.Schemes.Select(scheme => plan.Tree.Groups.Select((group, at) => Of(group, scheme[at])).ToArray()).ToArray();

        ScoreLanes Of(LabGroup group, double power)
        {
            // A mean of groups alone reads no scores, and must not fail on them.
            var asked = group.Children.Any(child => child < plan.Tree.Indicators) ? power : 1.0;
            return known.TryGetValue(asked, out var found) ? found : known[asked] = new(table, asked);
        }
    })];
}
