using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases;

/// <summary>Which parameters close for good with a release (methodology, section 2.4).</summary>
internal static class OpenWindow
{
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
            if (version.Base is { } rule && rule.Period.End < firstOpen.Start)
                Keep(FrozenParameters.BaseFactor(version.Version));
            if (version.Link is { } link && link.Overlap.Max() < firstOpen)
                Keep(FrozenParameters.Link(version.Version));
        }
        return new FrozenParameters(closing.ToFrozenDictionary());

        void Keep(string key)
        {
            if (result.Parameters.Find(key) is { } value)
                closing[key] = value;
        }
    }
}
