using Indices.Observations;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>A cited figure of another scope than the target's own: shown beside it, never in its place.</summary>
/// <param name="Value">With unit, and with 超, 近 or 约 where the source gives a bound.</param>
/// <param name="Scope">How it departs from the target's scope.</param>
public sealed record ReferenceFigure(string Value, string Scope, string Period, string? Origin, string? SourceName, string? SourceAddress, string? Tier)
{
    /// <summary>The source's address where it is a link that is safe to offer; otherwise null.</summary>
    public string? WebAddress =>
        Uri.TryCreate(SourceAddress, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? SourceAddress : null;

    /// <summary>Newest first, then by scope.</summary>
    /// <param name="unit">Of values and totals; growth is in percent.</param>
    public static ValueList<ReferenceFigure> Of(IEnumerable<Observation> observations, string unit, bool isStock, Language language) =>
    [
        .. observations
            .Where(o => o.Value is not null)
            .OrderByDescending(o => o.Period.End)
            .ThenBy(o => o.Series.Measure == Measures.YearOnYear)
            .ThenBy(o => o.Series.Scope, StringComparer.Ordinal)
            .Select(o => Of(o, unit, isStock, language)),
    ];

    private static ReferenceFigure Of(Observation observation, string unit, bool isStock, Language language) => new(
        BoundWord(observation.Bound, language) + Figures.WithUnit(observation.Value ?? 0, observation.Series.Measure == Measures.YearOnYear ? "%" : unit, language),
        observation.Citation?.Label ?? observation.Series.Scope,
        PeriodText(observation, isStock, language),
        StatusWords.Of(observation.Series.Origin, language),
        observation.Citation?.SourceName,
        observation.Citation?.Address,
        observation.Citation?.Tier);

    /// <summary>A total since January is about the year when it ends with it, and says that it is a total otherwise.</summary>
    private static string PeriodText(Observation observation, bool isStock, Language language) => observation switch
    {
        { Series.Measure: Measures.Value } => Figures.AsOfPeriod(observation.Period, isStock, language),
        { Period.End.Month: 12 } => Figures.PeriodName(observation.Period.In(Frequency.Annual), language),
        { Series.Measure: Measures.YearToDate } => Figures.PeriodName(observation.Period, language) + language["（年内累计）", " (since January)"],
        _ => Figures.PeriodName(observation.Period, language),
    };

    private static string BoundWord(Bound bound, Language language) => bound switch
    {
        Bound.Lower => language["超", "over "],
        Bound.Upper => language["不足", "under "],
        Bound.Approximate => language["约", "about "],
        _ => "",
    };
}
