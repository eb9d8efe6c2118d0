using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases;

/// <summary>Which parameters still move with a release, and which close for good with it (methodology, section 2.4).</summary>
public static class OpenWindow
{
    /// <summary>
    /// What is frozen, and the factors that the release before used where the periods that they rest on are closed: a value
    /// of those periods that arrives after the window has passed may no longer move them.
    /// </summary>
    /// <param name="previous">Parameters of the release before; null for the first.</param>
    public static FrozenParameters Keep(
        FrozenParameters frozen, FrozenParameters? previous, ImmutableArray<IndexMethodology> versions, Period period)
    {
        var kept = new Dictionary<string, double>(frozen.Values);
        foreach (var factor in ClosedFactors(versions, previous, CandidateAssembly.InForce(versions, period).FirstOpen(period)))
            if (previous?.Find(factor) is { } used)
                kept.TryAdd(factor, used);
        return new(kept.ToFrozenDictionary());
    }

    /// <summary>
    /// Goalposts freeze with the first release, whose base year is loaded by then. The base factor and a link factor
    /// freeze once the periods that they rest on are closed.
    /// </summary>
    internal static FrozenParameters Closing(IndexInputs inputs, IndexResult result, Period firstOpen)
    {
        var closing = new Dictionary<string, double>();
        foreach (var version in inputs.Versions)
        {
            foreach (var indicator in version.Root.Indicators)
            {
                Keep(FrozenParameters.Worst(version.Version, indicator.Code));
                Keep(FrozenParameters.Best(version.Version, indicator.Code));
            }
        }
        foreach (var factor in ClosedFactors(inputs.Versions, result.Parameters, firstOpen))
            Keep(factor);
        return new FrozenParameters(closing.ToFrozenDictionary());

        void Keep(string key)
        {
            if (result.Parameters.Find(key) is { } value)
                closing[key] = value;
        }
    }

    /// <summary>Names of base and link factors that rest on closed periods alone, and of the choice of a base with its factor.</summary>
    /// <param name="parameters">Those that the factors are part of.</param>
    private static IEnumerable<string> ClosedFactors(ImmutableArray<IndexMethodology> versions, FrozenParameters? parameters, Period firstOpen)
    {
        foreach (var version in versions)
        {
            var coverage = FrozenParameters.BaseCoverage(version.Version);
            if (version.Base is { } rule && rule.At(parameters?.Find(coverage) ?? 1).LastPeriod.End < firstOpen.Start)
            {
                yield return FrozenParameters.BaseFactor(version.Version);
                yield return coverage;
            }
            if (version.Link is { } link && link.Overlap.Max() < firstOpen)
                yield return FrozenParameters.Link(version.Version);
        }
    }
}
