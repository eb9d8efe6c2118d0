using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases;

/// <summary>What a release may still revise (methodology, section 2.4), and which parameters close for good with it.</summary>
public static class OpenWindow
{
    /// <summary>The earliest period that the release of <paramref name="period"/> recomputes; earlier ones stay as published.</summary>
    public static Period FirstOpen(IndexMethodology methodology, Period period)
    {
        var routine = period.Plus(1 - methodology.OpenWindow);
        if (methodology.AnnualWindowPart != period.Part)
            return routine;
        var yearBefore = Period.Of(period.Frequency, period.Year - 1, 1);
        return yearBefore < routine ? yearBefore : routine;
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
