using System.Collections.Immutable;
using Indices.Calculation.Uncertainty;

namespace Indices.Calculation.Lab.Robustness;

/// <summary>What one draw takes besides its weights.</summary>
/// <param name="Table">Number of the table of scores.</param>
/// <param name="Scheme">Number of the scheme of aggregation.</param>
public readonly record struct DrawnMethod(int Table, int Scheme);

/// <summary>Writes the weights of every node of one draw and says which method it takes. Draws are asked for in order, each once.</summary>
public delegate DrawnMethod DrawParameters(int draw, Span<double> weights);

/// <summary>The alternatives that a robustness run draws from.</summary>
/// <param name="Tables">Scores by alternative normalisations, in the order of the tree's indicators.</param>
/// <param name="Schemes">For each alternative the power of the mean of every group of the tree (1 arithmetic, 0 geometric).</param>
/// <param name="Draws">Number of draws.</param>
public sealed record RobustnessPlan(
    LabTree Tree, ImmutableArray<UnitTable> Tables, ImmutableArray<ImmutableArray<double>> Schemes, int Draws, DrawParameters Parameters)
{
    /// <summary>One mean for every group of the tree.</summary>
    public static ImmutableArray<double> Throughout(LabTree tree, double power) => [.. Enumerable.Repeat(power, tree.Groups.Length)];

    /// <summary>The means that the methodology names.</summary>
    public static ImmutableArray<double> AsNamed(LabTree tree) => [.. tree.Groups.Select(group => group.Aggregation.Power)];

    /// <summary>
    /// Every draw takes a table and a scheme with equal chances and multiplies every weight by U(1 − spread, 1 + spread); weights count
    /// relative to their group. Uniforms are used in the order table, scheme, nodes by number.
    /// </summary>
    /// <param name="seed">Of <see cref="SplitMix64"/>; the same seed gives the same draws.</param>
    public static DrawParameters Random(LabTree tree, int tables, int schemes, double spread, ulong seed)
    {
        var random = new SplitMix64(seed);
        return (_, weights) =>
        {
            var method = new DrawnMethod(Pick(tables), Pick(schemes));
            for (var node = 0; node < weights.Length; node++)
                weights[node] = tree.Weights[node] * (1.0 + spread * (2.0 * random.NextUniform() - 1.0));
            return method;
        };

        // A uniform may round up to 1.
        int Pick(int alternatives) => Math.Min((int)(random.NextUniform() * alternatives), alternatives - 1);
    }
}
