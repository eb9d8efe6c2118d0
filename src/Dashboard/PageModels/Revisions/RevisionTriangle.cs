using System.Collections.Immutable;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.Revisions;

/// <summary>Every period of a series as each release in turn published it.</summary>
/// <param name="Vintages">The releases, oldest first.</param>
/// <param name="Periods">Oldest first.</param>
public sealed record RevisionTriangle(ImmutableArray<ReleaseVersion> Vintages, ImmutableArray<RevisedPeriod> Periods)
{
    /// <param name="steps">Steps of one index, oldest first: what each added or changed.</param>
    public static RevisionTriangle Of(string node, IReadOnlyList<ReleaseStep> steps)
    {
        var texts = new SortedDictionary<Period, string?[]>();
        for (var vintage = 0; vintage < steps.Count; vintage++)
            foreach (var value in steps[vintage].Values.Where(v => v.Node == node))
            {
                if (!texts.TryGetValue(value.Period, out var row))
                    texts.Add(value.Period, row = new string?[steps.Count]);
                // What a release says holds until another says otherwise.
                Array.Fill(row, value.Text, vintage, steps.Count - vintage);
            }
        return new([.. steps.Select(s => s.Version)], [.. texts.Select(row => new RevisedPeriod(row.Key, [.. row.Value]))]);
    }

    /// <summary>From the first to the latest value of every period that a later release could have changed.</summary>
    public ImmutableArray<decimal> Revisions => [.. Periods.Select(p => p.Revision).OfType<decimal>()];

    /// <summary>Mean of the revisions: far from zero means that first values lean to one side. Null without any.</summary>
    public decimal? Mean => Revisions is { Length: > 0 } revisions ? revisions.Average() : null;

    /// <summary>Mean of their sizes. Null without any.</summary>
    public decimal? MeanAbsolute => Revisions is { Length: > 0 } revisions ? revisions.Average(Math.Abs) : null;
}

/// <param name="Texts">One for each release; null before the first publication and while withheld.</param>
public sealed record RevisedPeriod(Period Period, ImmutableArray<string?> Texts)
{
    public string? First => Texts.FirstOrDefault(t => t is not null);

    public string? Latest => Texts[^1];

    /// <summary>Latest less first; null when no release followed the first value, or the latest is withheld.</summary>
    public decimal? Revision => First is { } first && Latest is { } latest && Texts[..^1].Any(t => t is not null)
        ? Figures.Exact(latest) - Figures.Exact(first) : null;
}
