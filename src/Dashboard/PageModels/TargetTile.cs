using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;

namespace Dashboard.PageModels;

/// <summary>One target as the wall shows it: final text only.</summary>
/// <param name="Value">Newest figure in the target's own scope; null when there is none.</param>
/// <param name="Path">Required path (应达), or the years met of a growth target.</param>
/// <param name="Summary">Verdict or path, with the gap.</param>
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
    string Summary,
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
        var reference = result.Current is null && standing.References(language) is [var newest, ..] ? newest : null;
        return new(
            target.Code,
            target.Name.In(language.IsEnglish),
            StatusLook.Of(result.Status, language),
            result.Current is { } current ? Figures.Parts(current, target.Unit, language) : null,
            TargetWords.Goal(target, language),
            TargetWords.Path(result, language),
            TargetWords.Gap(result, language),
            TargetWords.Summary(result, language),
            TargetWords.PeriodText(result, language),
            result.Origin is { } origin ? StatusWords.Of(origin, language) : null,
            result.Origin == Indices.Observations.Origin.Synthetic,
            BulletScale.Of(result.Current, target.Kind == TargetKind.Growth ? null : result.PathValue, result.Goal, target.Tolerance),
            TargetWords.Verdict(result.Verdict, language),
            result.Status == TargetStatus.NoData ? ReasonOf(result, reference is not null, language) : null,
            reference);
    }

    /// <summary>Short, because it stands beside the word of the status; the page of the targets has every note in full.</summary>
    private static string ReasonOf(TargetResult result, bool hasReference, Language language) => result.Notes switch
    {
        _ when hasReference => language["只有其他口径的数据，不作评估", "Only figures of another scope: not rated"],
        [var first, ..] => language[WithoutStatus(first.Chinese), first.English],
        _ when result.Current is null => language["尚无本口径数据", "No figure in the target's scope yet"],
        _ => language["缺少基期值", "No baseline yet"],
    };

    private static string WithoutStatus(string note)
    {
        var status = StatusLook.Of(TargetStatus.NoData, Language.Chinese).Word + "：";
        return note.StartsWith(status, StringComparison.Ordinal) ? note[status.Length..] : note;
    }
}
