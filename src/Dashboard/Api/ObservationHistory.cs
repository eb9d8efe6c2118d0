using System.Collections.Immutable;
using System.Globalization;
using Dashboard.PageModels;
using Indices.Releases;

namespace Dashboard.Api;

/// <summary>Observations with the release that brought each. Pure.</summary>
internal static class ObservationHistory
{
    /// <summary>All of them, oldest release first; without history the newest of each alone.</summary>
    internal static ImmutableArray<ObservationEntry> Of(IReadOnlyList<ReleaseStep> steps, ObservationParameters parameters, DateTimeOffset now)
    {
        var since = AsOf.TryParse(parameters.UpdatedAfter, now) is { IsEarlier: true } after ? after.Instant : DateTimeOffset.MinValue;
        var all = steps.Where(s => s.Version.ReleasedAt() > since).SelectMany(s => s.Values.Select(v => SeriesMapping.Observation(v) with
        {
            Release = $"{s.Version.Period}/v{s.Version.Number.ToString(CultureInfo.InvariantCulture)}",
            ReleasedAt = s.Version.ReleasedAt(),
        })).ToImmutableArray();
        return parameters.IncludeHistory == true ? all : [.. all.GroupBy(o => (o.Period, o.Node)).Select(g => g.Last())];
    }
}
