namespace Indices.Calculation.Lab.Aggregations;

/// <summary>Carries normalised indicators up a tree.</summary>
public static class TreeAggregation
{
    /// <summary>One column for every node of the tree, in the order of its numbers: the indicators as given, then the groups.</summary>
    /// <param name="scores">Normalised, in the order of the tree's indicators.</param>
    /// <param name="weights">Of every node, relative within its group.</param>
    /// <param name="how">The aggregation of each group.</param>
    /// <param name="available">A unit with a smaller share of a group's children has no value there.</param>
    /// <exception cref="UndefinedResultException">An aggregation has no result on these data.</exception>
    public static UnitTable Of(
        UnitTable scores, LabTree tree, IReadOnlyList<double> weights, Func<LabGroup, GroupAggregation> how, double available = 0.0)
    {
        var columns = new double[tree.Codes.Length][];
        for (var j = 0; j < tree.Indicators; j++)
            columns[j] = scores.Column(j).ToArray();
        foreach (var group in tree.Groups)
        {
            double[][] children = [.. group.Children.Select(child => columns[child])];
            double[] shares = [.. group.Children.Select(child => weights[child])];
            columns[group.Node] = how(group).Over(available > 0.0 ? Screened(children, available) : children, shares);
        }
        return new(scores.Units, tree.Codes, [.. columns.Select(column => (System.Collections.Immutable.ImmutableArray<double>)[.. column])]);
    }

    /// <summary>Copies in which a unit that lacks too much has nothing at all.</summary>
    private static double[][] Screened(double[][] columns, double available)
    {
        double[][] screened = [.. columns.Select(column => (double[])column.Clone())];
        for (var unit = 0; unit < columns[0].Length; unit++)
            if ((double)columns.Count(column => !double.IsNaN(column[unit])) / columns.Length < available)
                foreach (var column in screened)
                    column[unit] = double.NaN;
        return screened;
    }
}
