using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Lab.Treatments;

namespace Indices.Calculation.Lab.Weightings;

/// <summary>How the importance of a part for its index is measured.</summary>
public enum ImportanceMeasure
{
    /// <summary>Squared correlation of part and index.</summary>
    SquaredCorrelation,
    /// <summary>Correlation ratio: relations may be bent.</summary>
    CorrelationRatio,
}

/// <param name="Weights">Never negative, adding up to 1.</param>
/// <param name="Importance">Shares of importance that these weights bring about, adding up to 1.</param>
/// <param name="IsReached">The shares are those asked for. Otherwise they are as near as weights that are not negative come: a part that others repeat keeps more than its share at weight zero.</param>
public sealed record OptimisedWeights(double[] Weights, double[] Importance, bool IsReached);

/// <summary>
/// Weights of the parts of an arithmetic mean under which their importance, not their weight, has the shares asked for (Becker,
/// Saisana, Paruolo and Vandecasteele, 2017). No random start and no random step.
/// </summary>
public static class ImportanceWeights
{
    private const int MostSteps = 200;
    private const int MostSweeps = 100_000;
    private const double Reached = 1e-9;

    /// <param name="parts">Columns of the parts; units that lack one of them are left out.</param>
    /// <param name="asked">Relative importance of each part.</param>
    /// <exception cref="UndefinedResultException">A part is constant, or too few units have all parts.</exception>
    public static OptimisedWeights Of(
        IReadOnlyList<double[]> parts, IReadOnlyList<double> asked, ImportanceMeasure measure = ImportanceMeasure.SquaredCorrelation)
    {
        var complete = Enumerable.Range(0, parts[0].Length).Where(unit => parts.All(part => !double.IsNaN(part[unit]))).ToList();
        double[][] data = [.. parts.Select(part => complete.Select(unit => part[unit]).ToArray())];
        var (correlations, target) = (Correlations(data), Shares.Of(asked));
        var weights = Linear(data, correlations, target);
        var importance = Measure(data, weights, measure);
        var best = Judged(weights);
        // A bent relation has no closed form: ask the straight one for more of what came out short.
        for (var (step, straight) = (0, target); step < MostSteps && measure == ImportanceMeasure.CorrelationRatio && !best.IsReached; step++)
        {
            var found = importance(Index(data, weights));
            straight = Shares.Of([.. straight.Select((share, i) => share * Math.Sqrt(target[i] / found[i]))]);
            weights = Linear(data, correlations, straight);
            if (Judged(weights) is var next && Distance(next.Importance) < Distance(best.Importance))
                best = next;
        }
        return best;

        OptimisedWeights Judged(double[] tried)
        {
            var shares = importance(Index(data, tried));
            return new(tried, shares, Distance(shares) < Reached);
        }

        double Distance(double[] shares) => shares.Zip(target).Max(pair => Math.Abs(pair.First - pair.Second));
    }

    /// <summary>
    /// r² of part i is proportional to (R v)ᵢ² with v the weights in standard deviations, so R v = √target is what is asked. With v ≥ 0
    /// that is the minimum of v'Rv/2 − v'√target, found coordinate by coordinate.
    /// </summary>
    private static double[] Linear(double[][] parts, double[,] correlations, double[] target)
    {
        var v = new double[parts.Length];
        for (var (sweep, moved) = (0, double.MaxValue); sweep < MostSweeps && moved > 1e-15; sweep++)
        {
            moved = 0.0;
            for (var i = 0; i < v.Length; i++)
            {
                var rest = 0.0;
                for (var j = 0; j < v.Length; j++)
                    rest += j == i ? 0.0 : correlations[i, j] * v[j];
                var next = Math.Max(Math.Sqrt(target[i]) - rest, 0.0);
                (v[i], moved) = (next, Math.Max(moved, Math.Abs(next - v[i])));
            }
        }
        return Shares.Of([.. v.Select((x, i) => x / Moments.Of(parts[i]).StandardDeviation)]);
    }

    private static double[,] Correlations(double[][] parts)
    {
        var correlations = new double[parts.Length, parts.Length];
        for (var i = 0; i < parts.Length; i++)
            for (var j = 0; j < parts.Length; j++)
                correlations[i, j] = Correlation.Of(parts[i], parts[j], CorrelationKind.Pearson) is var r && double.IsNaN(r)
                    ? throw new UndefinedResultException("某部分为常数或完整单位太少，不能求重要性。", "A part is constant or too few units are complete: there is no importance.")
                    : r;
        return correlations;
    }

    private static double[] Index(double[][] parts, double[] weights)
    {
        var index = new double[parts[0].Length];
        for (var i = 0; i < parts.Length; i++)
            for (var unit = 0; unit < index.Length; unit++)
                index[unit] += weights[i] * parts[i][unit];
        return index;
    }

    private static Func<double[], double[]> Measure(double[][] parts, double[] start, ImportanceMeasure measure)
    {
        if (measure == ImportanceMeasure.SquaredCorrelation)
            return index => Shares.Of([.. parts.Select(part => Math.Pow(Correlation.Of(part, index, CorrelationKind.Pearson), 2.0))]);
        // Bandwidths are chosen once: were they to jump between steps, the shares would too.
        var smoothers = parts.Select(part => LocalLinear.For(part, Index(parts, start))!).ToList();
        return index => Shares.Of([.. smoothers.Select(smoother => CorrelationRatio.Explained(smoother, index))]);
    }
}
