using System.Runtime.CompilerServices;

namespace Indices.Calculation.Statistics;

/// <summary>Values by their place in ascending order, without sorting the others: what a few quantiles of many values need.</summary>
public static class OrderStatistics
{
    /// <summary>Moves values so that the one at <paramref name="place"/> is the one that sorting would put there, with none greater before it and none less after it (Hoare's Find, 1961).</summary>
    /// <param name="values">None of them NaN; reordered.</param>
    /// <param name="place">From 0.</param>
    // A run is short: without this most of it would pass in unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Place(Span<double> values, int place)
    {
        for (var (left, right) = (0, values.Length - 1); left < right;)
        {
            var (pivot, up, down) = (values[place], left, right);
            while (up <= down)
            {
                while (values[up] < pivot)
                    up++;
                while (values[down] > pivot)
                    down--;
                if (up <= down)
                    (values[up], values[down]) = (values[down--], values[up++]);
            }
            (left, right) = (down < place ? up : left, place < up ? down : right);
        }
    }
}
