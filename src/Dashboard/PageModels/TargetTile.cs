using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;

namespace Dashboard.PageModels;

/// <summary>One target as the wall shows it: final text only.</summary>
/// <param name="Value">Newest figure in the target's own scope; null when there is none.</param>
/// <param name="Path">Required path (应达), or the years met of a growth target.</param>
/// <param name="Reason">Why there is no rating; null when there is one.</param>
/// <param name="Reference">Newest cited figure of another scope, for a target without a figure of its own.</param>
public sealed record TargetTile(
    string Code,
    string Name,
    StatusLook Status,
    FigureParts? Value,
    string Goal,
    string? Path,
    string? Gap,
    string? Period,
    string? Origin,
    bool IsSynthetic,
    BulletScale Bullet,
    string? Verdict,
    string? Reason,
    ReferenceFigure? Reference)
{
    public static TargetTile Of(TargetStanding standing, Language language)
    {
        var (result, target) = (standing.Result, standing.Result.Target);
        return new(
            target.Code,
            target.Name.In(language.IsEnglish),
            StatusLook.Of(result.Status, language),
            result.Current is { } current ? Figures.Parts(current, target.Unit, language) : null,
            TargetWords.Goal(target, language),
            TargetWords.Path(result, language),
            TargetWords.Gap(result, language),
            result.CurrentPeriod is { } period ? Figures.AsOfPeriod(period, target.IsStock, language) : null,
            result.Origin is { } origin ? StatusWords.Of(origin, language) : null,
            result.Origin == Indices.Observations.Origin.Synthetic,
            BulletScale.Of(result.Current, target.Kind == TargetKind.Growth ? null : result.PathValue, result.Goal, target.Tolerance),
            TargetWords.Verdict(result.Verdict, language),
            result.Status == TargetStatus.NoData ? ReasonOf(result, language) : null,
            result.Current is null && standing.References(language) is [var newest, ..] ? newest : null);
    }

    private static string ReasonOf(TargetResult result, Language language) => result.Notes switch
    {
        [var first, ..] => language[first.Chinese, first.English],
        _ when result.Current is null => language["尚无本口径数据", "No figure in the target's scope yet"],
        _ => language["缺少基期值", "No baseline yet"],
    };
}
