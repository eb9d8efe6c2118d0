using Indices.Calculation.Statistics;

namespace Indices.Calculation.Lab.Diagnostics;

/// <summary>Which agreement of two columns is measured.</summary>
public enum CorrelationKind
{
    /// <summary>Of the values: linear agreement.</summary>
    Pearson,
    /// <summary>Of the mean ranks: agreement of order.</summary>
    Spearman,
    /// <summary>Kendall's τ-b: pairs in the same order less pairs in the opposite one, with ties taken out.</summary>
    Kendall,
}

/// <summary>Correlation of two columns over the units that have both, −1 to 1. NaN when a column is constant there, or fewer than two units are left.</summary>
public static class Correlation
{
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, CorrelationKind kind)
    {
        var (x, y) = Complete(first, second);
        return kind switch
        {
            CorrelationKind.Pearson => Pearson(x, y),
            CorrelationKind.Spearman => Pearson(MeanRanks(x), MeanRanks(y)),
            _ => Kendall(x, y),
        };
    }

    /// <summary>Covariance with n − 1 over the units that have both; NaN when fewer than two do.</summary>
    public static double Covariance(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (x, y) = Complete(first, second);
        return x.Length < 2 ? double.NaN : Products(x, y).Sxy / (x.Length - 1);
    }

    /// <summary>The values of both columns in the units that have both.</summary>
    public static (double[] First, double[] Second) Complete(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (x, y) = (new List<double>(first.Length), new List<double>(first.Length));
        for (var i = 0; i < first.Length; i++)
        {
            if (double.IsNaN(first[i]) || double.IsNaN(second[i]))
                continue;
            x.Add(first[i]);
            y.Add(second[i]);
        }
        return ([.. x], [.. y]);
    }

    private static double[] MeanRanks(double[] values) => Ranks.Of(values, RankOrder.Ascending, RankTies.Average);

    private static double Pearson(double[] x, double[] y)
    {
        var (sxx, syy, sxy) = Products(x, y);
        return sxx > 0 && syy > 0 ? Math.Clamp(sxy / (Math.Sqrt(sxx) * Math.Sqrt(syy)), -1.0, 1.0) : double.NaN;
    }

    private static (double Sxx, double Syy, double Sxy) Products(double[] x, double[] y)
    {
        var (meanX, meanY) = (Sum(x) / x.Length, Sum(y) / y.Length);
        var (sxx, syy, sxy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            (sxx, syy, sxy) = (sxx + dx * dx, syy + dy * dy, sxy + dx * dy);
        }
        return (sxx, syy, sxy);
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var x in values)
            sum += x;
        return sum;
    }

    private static double Kendall(double[] x, double[] y)
    {
        var (agreement, untiedX, untiedY) = (0, 0, 0);
        for (var i = 0; i < x.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var (dx, dy) = (Math.Sign(x[i] - x[j]), Math.Sign(y[i] - y[j]));
                (agreement, untiedX, untiedY) = (agreement + dx * dy, untiedX + dx * dx, untiedY + dy * dy);
            }
        return untiedX > 0 && untiedY > 0 ? agreement / (Math.Sqrt(untiedX) * Math.Sqrt(untiedY)) : double.NaN;
    }
}
