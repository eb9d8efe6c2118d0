using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>What would change for readers if a candidate were published: new and different values, newest period first.</summary>
public static class CandidateDiff
{
    /// <param name="published">The newest approved release of the index, or null when there is none.</param>
    public static ImmutableArray<CandidateChange> Of(ReleaseContent candidate, ReleaseContent? published)
    {
        var before = (published?.Values ?? []).ToFrozenDictionary(v => (v.Period, v.Node));
        return [.. candidate.Values
            .Select(after => new CandidateChange(after.Period, after.Node, before.GetValueOrDefault((after.Period, after.Node))?.Text, after.Text))
            .Where(change => change.Before != change.After)
            .OrderByDescending(change => change.Period)];
    }
}

/// <param name="Before">Published text; null when not published.</param>
/// <param name="After">The candidate's text; null when it would not be published.</param>
public sealed record CandidateChange(Period Period, string Node, string? Before, string? After)
{
    /// <summary>Difference in points, null when either is missing.</summary>
    public double? Points => Before is null || After is null
        ? null
        : (double)(decimal.Parse(After, CultureInfo.InvariantCulture) - decimal.Parse(Before, CultureInfo.InvariantCulture));
}
