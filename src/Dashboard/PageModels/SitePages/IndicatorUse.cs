using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.SitePages;

/// <summary>An indicator in the newest version of a published index.</summary>
public sealed record IndicatorUse(IndexMethodology Methodology, Indicator Indicator)
{
    /// <summary>Every indicator of every published index, in the order of the catalogue of indices.</summary>
    public static ImmutableArray<IndicatorUse> All(Definitions? definitions) => definitions is null
        ? []
        : [.. definitions.Published.Where(m => !m.IsPrice)
            .SelectMany(m => m.Root.Indicators.Select(i => new IndicatorUse(m, i)))];

    /// <summary>True when some version of some index keeps the indicator's values back: what one page withholds, no other may tell.</summary>
    public static bool IsWithheld(Definitions definitions, string indicator) =>
        definitions.Indices.Any(m => Disclosure.Withheld(m.Root).Contains(indicator));
}
