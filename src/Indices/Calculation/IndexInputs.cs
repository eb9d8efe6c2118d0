using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>Everything a calculation depends on. Equal inputs give equal results to the last bit.</summary>
/// <param name="Versions">Versions of one index, oldest first; each replaces the one before.</param>
/// <param name="Last">Newest period to compute, in the index's frequency.</param>
public sealed record IndexInputs(
    ImmutableArray<IndexMethodology> Versions,
    Catalogue Catalogue,
    Snapshot Snapshot,
    string Area,
    Period Last,
    FrozenParameters Frozen);

/// <summary>
/// Numbers that a version resolved from data once and keeps: goalposts of rule R4, the base aggregate, link factors.
/// Keys are made by the static members; values are full doubles.
/// </summary>
public sealed record FrozenParameters(FrozenDictionary<string, double> Values)
{
    public static FrozenParameters None { get; } = new(FrozenDictionary<string, double>.Empty);

    public double? Find(string key) => Values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Worst goalpost of an indicator as a number.</summary>
    public static string Worst(string version, string indicator) => $"{version}/worst/{indicator}";

    /// <summary>Best goalpost of an indicator as a number.</summary>
    public static string Best(string version, string indicator) => $"{version}/best/{indicator}";

    /// <summary>Index points for one unit of the aggregate of the first version: base value / mean aggregate of the base period.</summary>
    public static string BaseFactor(string version) => $"{version}/base";

    /// <summary>Share of weight that the base period of the first version covers, which decides between it and its fallback.</summary>
    public static string BaseCoverage(string version) => $"{version}/base-coverage";

    /// <summary>Link factor Λ of a version that replaces another (methodology, section 6).</summary>
    public static string Link(string version) => $"{version}/link";
}
