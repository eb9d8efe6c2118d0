using System.Collections.Immutable;
using Indices.Calculation.Targets;
using Indices.Time;

namespace Dashboard.PageModels.Revisions;

/// <summary>A target that the data of a candidate rate otherwise than the data of what is published, on the same day.</summary>
public sealed record TargetFlip(string Code, string Name, StatusLook Before, StatusLook After)
{
    /// <summary>Of the targets that share a series with the index, in file order.</summary>
    /// <param name="series">What the index is calculated from.</param>
    public static async Task<ImmutableArray<TargetFlip>> Between(
        TargetReader reader, Vintage before, Vintage after, IReadOnlySet<string> series, Language language, CancellationToken cancellation)
    {
        var day = OfficeClock.DayOf(after.Instant);
        if (await reader.Read(before.Instant, day, cancellation) is not { } old || await reader.Read(after.Instant, day, cancellation) is not { } now)
            return [];
        var known = old.Targets.ToDictionary(t => t.Result.Target.Code, t => t.Result.Status);
        return [.. now.Targets.Select(t => t.Result)
            .Where(r => r.Target.SeriesCodes.Any(series.Contains) && known.TryGetValue(r.Target.Code, out var status) && status != r.Status)
            .Select(r => new TargetFlip(r.Target.Code, r.Target.Name.In(language.IsEnglish), StatusLook.Of(known[r.Target.Code], language), StatusLook.Of(r.Status, language)))];
    }
}
