using Indices.Observations;

namespace Dashboard.PageModels;

/// <summary>A cited figure of another scope than the target's own: shown beside it, never in its place.</summary>
/// <param name="Value">With unit, and with 超, 近 or 约 where the source gives a bound.</param>
/// <param name="Scope">How it departs from the target's scope.</param>
public sealed record ReferenceFigure(string Value, string Scope, string Period, string? SourceName, string? SourceAddress, string? Tier)
{
    /// <summary>The source's address where it is a link that is safe to offer; otherwise null.</summary>
    public string? WebAddress =>
        Uri.TryCreate(SourceAddress, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? SourceAddress : null;

    /// <summary>Newest first, then by scope.</summary>
    public static ValueList<ReferenceFigure> Of(IEnumerable<Observation> observations, string unit, bool isStock, Language language) =>
    [
        .. observations
            .Where(o => o.Value is not null)
            .OrderByDescending(o => o.Period.End)
            .ThenBy(o => o.Series.Scope, StringComparer.Ordinal)
            .Select(o => Of(o, unit, isStock, language)),
    ];

    public static ReferenceFigure? Newest(IEnumerable<Observation> observations, string unit, bool isStock, Language language) =>
        Of(observations, unit, isStock, language) is [var newest, ..] ? newest : null;

    private static ReferenceFigure Of(Observation observation, string unit, bool isStock, Language language) => new(
        BoundWord(observation.Bound, language) + Figures.WithUnit(observation.Value ?? 0, unit, language),
        observation.Citation?.Label ?? observation.Series.Scope,
        Figures.AsOfPeriod(observation.Period, isStock, language),
        observation.Citation?.SourceName,
        observation.Citation?.Address,
        observation.Citation?.Tier);

    private static string BoundWord(Bound bound, Language language) => bound switch
    {
        Bound.Lower => language["超", "over "],
        Bound.Upper => language["不足", "under "],
        Bound.Approximate => language["约", "about "],
        _ => "",
    };
}
