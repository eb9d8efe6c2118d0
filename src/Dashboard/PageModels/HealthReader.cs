using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Sources;
using Indices.Sources.Health;

namespace Dashboard.PageModels;

/// <summary>Reads how all sources are doing.</summary>
public sealed class HealthReader(IDefinitionReader definitions, ISourceReader sources, TimeProvider time)
{
    /// <summary>In the order of the sources; empty before definitions are loaded.</summary>
    public async Task<ImmutableArray<SourceState>> Read(CancellationToken cancellation = default) =>
        await definitions.Current(cancellation) is { } current
            ? DataHealth.Of(current, await sources.Newest(cancellation), await sources.LastFetches(cancellation), time.GetUtcNow())
            : [];
}
