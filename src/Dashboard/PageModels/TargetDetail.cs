using Dashboard.PageModels.IndexPages;
using Indices.Calculation.Targets;
using Indices.Methodology;

namespace Dashboard.PageModels;

/// <summary>One target as the public page explains it: final text only.</summary>
/// <param name="Goal">With its unit.</param>
/// <param name="Sentence">The words of the document, unchanged.</param>
/// <param name="Rule">How those words are read.</param>
/// <param name="Facts">Name and text of every figure behind the rating.</param>
/// <param name="Trend">The history as numbers, oldest first.</param>
/// <param name="References">Cited figures of other scopes, newest first.</param>
/// <param name="BaselineFacts">Cited facts of the definition itself.</param>
public sealed record TargetDetail(
    TargetTile Tile,
    string Goal,
    string Sentence,
    string Rule,
    string Agency,
    ValueList<Fact> Facts,
    ValueList<string> Notes,
    ValueList<HistoryRow> History,
    ValueList<double?> Trend,
    ValueList<ReferenceFigure> References,
    ValueList<ReferenceFigure> BaselineFacts,
    TargetOutlook Outlook)
{
    public static TargetDetail Of(TargetStanding standing, Catalogue catalogue, Language language)
    {
        var (result, target) = (standing.Result, standing.Result.Target);
        return new(
            TargetTile.Of(standing, language),
            TargetWords.GoalWithUnit(target, language),
            target.Sentence,
            RuleText(target, language),
            catalogue.Agencies.FirstOrDefault(a => a.Code == target.SourceAgency)?.Name.In(language.IsEnglish) ?? target.SourceAgency,
            [.. FactsOf(result, language)],
            [.. result.Notes.Select(n => language[n.Chinese, n.English])],
            [
                .. result.History.Select(p => new HistoryRow(
                    Figures.AsOfPeriod(p.Period, target.IsStock, language), Figures.WithUnit(p.Value, target.Unit, language), StatusWords.Of(p.Status, language))),
            ],
            [.. result.History.Select(p => (double?)p.Value)],
            standing.References(language),
            [.. target.Baseline.ReferencePoints.Select(p => OfBaseline(p, target.Unit, language))],
            TargetOutlook.Of(result, language));
    }

    private static IEnumerable<Fact> FactsOf(TargetResult result, Language language)
    {
        var unit = result.Target.Unit;
        Fact? Amount(string name, double? value) => value is { } known ? new(name, Figures.WithUnit(known, unit, language)) : null;
        Fact? Percent(string name, double? value) => value is { } known ? new(name, Figures.Number(known, 1) + "%") : null;
        Fact? Text(string name, string? text) => text is null ? null : new(name, text);
        return new[]
        {
            Amount(language[$"基期（{result.Target.Baseline.Period}）", $"Baseline ({result.Target.Baseline.Period})"], result.Baseline),
            Amount(language["应达值", "Required path"], result.Target.Kind == TargetKind.Growth ? null : result.PathValue),
            Text(language["差距", "Gap"], TargetWords.Gap(result, language)),
            Percent(language["进度", "Progress"], result.ProgressPercent),
            Percent(language["完成率", "Attainment"], result.AttainmentPercent),
            Text(language["所需速度", "Required pace"], TargetWords.Pace(result, language)),
            Percent(language["年均增长", "Compound growth a year"], result.CompoundGrowthPercent),
            Text(language["达标年数", "Years met"], result.YearsMet is { } met ? $"{met}/{result.Target.Years.Length}" : null),
        }.OfType<Fact>();
    }

    private static string RuleText(PolicyTarget target, Language language) => target switch
    {
        { Comparison: Comparison.Around, Tolerance: { } tolerance } => language[
            $"“左右”按 ±{Figures.Number(tolerance, 1)} 个百分点理解（文件未规定，是参数）。",
            $"\"About\" is read as ±{Figures.Number(tolerance, 1)} percentage points (a parameter; not in the document)."],
        { MinimumPass: { } pass } => language[
            $"达到 {Figures.WithUnit(pass, target.Unit, language)} 即为达成。",
            $"Met at {Figures.WithUnit(pass, target.Unit, language)}."],
        { Comparison: Comparison.AtLeast } => language["等于目标数即为达成（“以上”“达到”“不少于”含本数）。", "Met at the number itself."],
        _ => language["须大于目标数（“突破”“超”不含本数）。", "The number itself is not enough; it must be exceeded."],
    };

    private static ReferenceFigure OfBaseline(ReferencePoint point, string unit, Language language) => new(
        point.Value is { } value ? Figures.WithUnit(value, unit, language) : point.Fact ?? "",
        point.Scope ?? (point.Value is null ? "" : point.Fact ?? ""),
        point.Period,
        null,
        Uri.TryCreate(point.Source, UriKind.Absolute, out var address) ? address.Host : point.Source,
        point.Source,
        null);
}


public sealed record HistoryRow(string Period, string Value, string Status);
