using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// Whether published sums leave every respondent's price open. Somebody who knew it to within ±δ must still find it
/// possible anywhere within ±ρδ, with ρ what the dominance rule leaves of a single sum: (1 − top 1) / top 1 for a reader,
/// (1 − top 2) / top 1 for a reader who is a user of funds himself and knows what he paid (docs/decisions/0013).
/// </summary>
/// <remarks>
/// Shown by a witness: changes of the prices, none above 1, that alter no published sum. It is the projection of one
/// respondent onto what the sums cannot see, so a true answer is certain and a false one may be too careful.
/// </remarks>
/// <param name="respondents">Column by column of the sums; several columns of one user do not hide one another.</param>
internal sealed class Protection(DisclosureRule rule, ImmutableArray<Respondent> respondents)
{
    // Beyond what rounding in the last bits can make of a sum that says nothing new.
    private const double Nothing = 1e-9;

    private readonly int _n = respondents.Length;
    private readonly ImmutableArray<string> _users = [.. respondents.Select(r => r.User).Distinct()];

    internal bool Holds(IEnumerable<double[]> sums)
    {
        var unseen = Unseen(sums);
        var outside = (1 - rule.Top1Maximum) / rule.Top1Maximum;
        var inside = (1 - rule.Top2Maximum) / rule.Top1Maximum;
        return Covers(unseen, outside, _ => true)
            && _users.All(insider => Covers(Without(unseen, c => respondents[c].User == insider), inside, c => respondents[c].User != insider));
    }

    private static List<double[]> Basis(IEnumerable<double[]> sums)
    {
        var basis = new List<double[]>();
        foreach (var sum in sums)
            if (Remainder(sum, basis) is { } direction)
                basis.Add(direction);
        return basis;
    }

    /// <summary>Projection onto the changes that no sum sees.</summary>
    private double[][] Unseen(IEnumerable<double[]> sums)
    {
        var basis = Basis(sums);
        var projection = new double[_n][];
        for (var row = 0; row < _n; row++)
        {
            projection[row] = new double[_n];
            projection[row][row] = 1;
            foreach (var b in basis)
                Subtract(projection[row], b, b[row]);
        }
        return projection;
    }

    // Twice, since once leaves rounding errors along the directions taken out.
    private static double[]? Remainder(double[] sum, List<double[]> basis)
    {
        var (rest, length) = ((double[])sum.Clone(), Norm(sum));
        foreach (var b in basis.Concat(basis))
            Subtract(rest, b, Product(rest, b));
        var left = Norm(rest);
        return left <= Nothing * length ? null : [.. rest.Select(x => x / left)];
    }

    private double[][] Without(double[][] projection, Func<int, bool> known)
    {
        var rest = projection.Select(row => (double[])row.Clone()).ToArray();
        for (var column = 0; column < _n; column++)
            if (known(column) && rest[column][column] > Nothing)
                Remove(rest, column);
        return rest;
    }

    private void Remove(double[][] projection, int column)
    {
        var (direction, scale) = ((double[])projection[column].Clone(), projection[column][column]);
        for (var row = 0; row < _n; row++)
            Subtract(projection[row], direction, direction[row] / scale);
    }

    private bool Covers(double[][] projection, double share, Func<int, bool> isTarget)
    {
        for (var column = 0; column < _n; column++)
            if (isTarget(column) && !IsOpen(Witness(projection, column), column, share))
                return false;
        return true;
    }

    private double[] Witness(double[][] projection, int target)
    {
        var others = Enumerable.Range(0, _n).Where(c => c != target && respondents[c].User == respondents[target].User).ToHashSet();
        return (others.Count == 0 ? projection : Without(projection, others.Contains))[target];
    }

    private static bool IsOpen(double[] change, int column, double share)
    {
        var largest = 0.0;
        foreach (var x in change)
            largest = Math.Max(largest, Math.Abs(x));
        return largest > Nothing && change[column] + Nothing >= share * largest;
    }

    private static void Subtract(double[] from, double[] direction, double times)
    {
        for (var i = 0; i < from.Length; i++)
            from[i] -= times * direction[i];
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static double Norm(double[] a) => Math.Sqrt(Product(a, a));
}
