namespace Indices.Calculation.Lab.Robustness;

/// <summary>Noise on the weights of one level of the tree.</summary>
/// <param name="Level">0 for indicators.</param>
/// <param name="Factor">Half the width: 0.25 lets a weight move by up to a quarter either way.</param>
public sealed record LevelNoise(int Level, double Factor);

/// <summary>Weights with noise, w (1 + f (2u − 1)) from the nominal ones, level by level in the order given. Not renormalised: the means do that.</summary>
public static class WeightNoise
{
    /// <param name="weights">Nominal weights of every node; not changed.</param>
    /// <param name="uniform">The next draw from 0 to 1.</param>
    public static double[] Of(LabTree tree, IReadOnlyList<double> weights, IReadOnlyList<LevelNoise> noise, Func<double> uniform)
    {
        double[] drawn = [.. weights];
        foreach (var (level, factor) in noise)
            for (var node = 0; node < drawn.Length; node++)
                if (tree.LevelOf(node) == level)
                    drawn[node] = weights[node] * (1.0 + factor * (2.0 * uniform() - 1.0));
        return drawn;
    }
}
