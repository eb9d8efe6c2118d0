using Dashboard.Components.MathML;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>Letters for the nodes of a tree of any depth: A for the whole, P, Q, R … for groups, S for indicators.</summary>
internal static class TreeNotation
{
    private const string Symbols = "APQRUV";
    private const string Indices = " pqruv";

    /// <summary>Value of a node at a depth (0 is the index before base and link) in a period.</summary>
    internal static Term Value(int depth, bool isLeaf, string period) => isLeaf
        ? Sub("S", $"k, {period}")
        : depth == 0 ? Sub("A", period) : Sub(Symbol(depth), $"{Index(depth, false)}, {period}");

    /// <summary>Weight of a node within its parent: capital letters for groups.</summary>
    internal static Term Weight(int depth, bool isLeaf) => Sub(isLeaf ? "w" : "W", Index(depth, isLeaf));

    /// <summary>What a sum over the children of a node runs over.</summary>
    internal static Term Children(int depth, bool isLeaf) => depth == 1 ? Index(depth, isLeaf) : $"{Index(depth, isLeaf)} ∈ {Index(depth - 1, false)}";

    internal static string Index(int depth, bool isLeaf) => isLeaf ? "k" : Letter(Indices, depth);

    /// <summary>Depth of each group and whether its children are leaves, parents before children, in file order.</summary>
    internal static IEnumerable<(IndexGroup Group, int Depth, bool HasLeaves)> Levels(IndexGroup root, int depth = 0) =>
        root.Children.OfType<IndexGroup>().SelectMany(g => Levels(g, depth + 1)).Prepend((root, depth, root.Children.Any(c => c is Indicator)));

    private static string Symbol(int depth) => Letter(Symbols, depth);

    private static string Letter(string letters, int depth) => letters[Math.Min(depth, letters.Length - 1)].ToString();
}
