namespace Indices.Calculation.Statistics;

/// <summary>Which value has rank 1.</summary>
public enum RankOrder
{
    /// <summary>The greatest.</summary>
    Descending,
    /// <summary>The least.</summary>
    Ascending,
}

/// <summary>What equal values share.</summary>
public enum RankTies
{
    /// <summary>The best of their places, 1 2 2 4: a league table.</summary>
    Min,
    /// <summary>The worst of their places, 1 3 3 4.</summary>
    Max,
    /// <summary>The mean of their places, 1 2.5 2.5 4: what Spearman's correlation needs.</summary>
    Average,
    /// <summary>One place, with no place left out after it, 1 2 2 3.</summary>
    Dense,
}

/// <summary>Places 1, 2, … in the order of the values. What is missing (NaN) has no place and takes none: it stays NaN.</summary>
/// <remarks>Values are compared exactly, without a tolerance; +0 and −0 are equal. Infinities have places.</remarks>
public static class Ranks
{
    /// <returns>One rank for each value, in the order of the values.</returns>
    public static double[] Of(ReadOnlySpan<double> values, RankOrder order, RankTies ties)
    {
        var ranks = new double[values.Length];
        Of(values, order, ties, ranks, new double[values.Length], new int[values.Length]);
        return ranks;
    }

    /// <summary>The same without allocating.</summary>
    /// <param name="ranks">Receives one rank for each value.</param>
    /// <param name="keys">Work space, at least as long as <paramref name="values"/>; its content is lost.</param>
    /// <param name="places">Work space, as <paramref name="keys"/>.</param>
    public static void Of(
        ReadOnlySpan<double> values, RankOrder order, RankTies ties, Span<double> ranks, Span<double> keys, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ranks[i] = double.NaN;
            if (!double.IsNaN(values[i]))
                (keys[count], places[count++]) = (order == RankOrder.Ascending ? values[i] : -values[i], i);
        }
        places = places[..count];
        keys[..count].Sort(places);
        var groups = 0;
        for (int first = 0, next; first < count; first = next)
        {
            for (next = first + 1; next < count && keys[next] == keys[first];)
                next++;
            var rank = Shared(ties, first, next, ++groups);
            foreach (var place in places[first..next])
                ranks[place] = rank;
        }
    }

    /// <summary>Rank of the values that take places first + 1 to next.</summary>
    private static double Shared(RankTies ties, int first, int next, int group) => ties switch
    {
        RankTies.Min => first + 1,
        RankTies.Max => next,
        RankTies.Average => (first + 1 + next) / 2.0,
        RankTies.Dense => group,
        _ => throw new ArgumentOutOfRangeException(nameof(ties), ties, "Unknown treatment of ties."),
    };
}
