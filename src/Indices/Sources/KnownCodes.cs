using Indices.Methodology;

namespace Indices.Sources;

/// <summary>The codes that a source may refer to.</summary>
internal sealed record KnownCodes(IReadOnlySet<string> Agencies, IReadOnlySet<string> Areas, IReadOnlySet<string> Indicators)
{
    internal static KnownCodes Of(Definitions definitions) => new(
        definitions.Catalogue.Agencies.Select(a => a.Code).ToHashSet(),
        definitions.Catalogue.Areas.Select(a => a.Code).ToHashSet(),
        definitions.Indices.SelectMany(i => i.Root.Indicators).Select(i => i.Code)
            .Concat(definitions.Catalogue.Denominators.Select(d => d.Code))
            .Concat(definitions.Targets?.Targets.Select(t => t.Indicator) ?? [])
            .ToHashSet());
}
