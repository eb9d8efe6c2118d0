using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Calculation;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>The indicators of one group.</summary>
public sealed record IndicatorGroup(string Code, string Name, ImmutableArray<IndicatorSheet> Indicators);

/// <summary>Everything that the method says about one indicator.</summary>
/// <param name="Notes">What else has to be said: alignment, growth, cap, confidentiality.</param>
public sealed record IndicatorSheet(
    string Code, string Name, string Definition, ImmutableArray<string> Notes, string Weight, string Effective,
    string Unit, string Frequency, string Kind, string Source, string Grade, string Transforms, string Direction, string Scale,
    GoalpostText Worst, GoalpostText Best, string Rule, string DueLag, string CarryForward, string Clauses, TargetLink? Target)
{
    public static IndicatorSheet Of(Indicator indicator, Weight effective, MethodologySource source, Language language)
    {
        var isWithheld = Disclosure.Withheld(source.Shown.Root).Contains(indicator.Code);
        return new(
            indicator.Code, indicator.Name.In(language.IsEnglish), indicator.DefinitionIn(language.IsEnglish),
            [.. NotesOf(indicator, isWithheld, language)], Figures.ExactShare(indicator.Weight), Figures.ExactShare(effective),
            IndicatorWords.Unit(indicator.Unit, language), RuleWords.Of(indicator.Frequency, language), IndicatorWords.Kind(indicator.IsStock, language),
            IndicatorWords.Agency(indicator.SourceAgency, source.Catalogue, language), indicator.Availability ?? "–",
            TransformWords.Of(indicator, source.Catalogue, language), IndicatorWords.Of(indicator.Direction, language), IndicatorWords.Of(indicator.Scale, language),
            GoalpostText.Of(indicator.Worst, FrozenParameters.Worst(source.Shown.Version, indicator.Code), isWithheld, source, language),
            GoalpostText.Of(indicator.Best, FrozenParameters.Best(source.Shown.Version, indicator.Code), isWithheld, source, language),
            indicator.GoalpostRule, IndicatorWords.DueLag(indicator.DueLagDays, language), IndicatorWords.CarryForward(indicator, language),
            RuleWords.Clauses(indicator.Clauses, language), TargetLink.Of(indicator.Target, source.Targets, language));
    }

    private static IEnumerable<string> NotesOf(Indicator indicator, bool isWithheld, Language language)
    {
        if (indicator.Alignment != Alignment.Native)
            yield return IndicatorWords.Of(indicator.Alignment, language);
        if (IndicatorWords.Growth(indicator, language) is { Length: > 0 } growth)
            yield return growth;
        if (indicator.CapAtBest)
            yield return language["超过最优标杆不再加分", "no credit beyond the best goalpost"];
        if (isWithheld)
            yield return Disclosure.Reason(language);
    }
}

/// <summary>A goalpost as the file has it, and as the number that it was frozen as.</summary>
/// <param name="Text">A number, or a multiple of the base period's mean.</param>
/// <param name="Frozen">The number of a multiple, once a published release has frozen it and where it may be shown.</param>
/// <param name="Exact">The same with all digits, for machines.</param>
public sealed record GoalpostText(string Text, string? Frozen, string? Exact)
{
    private const int Digits = 6;

    public static GoalpostText Of(Goalpost goalpost, string key, bool isWithheld, MethodologySource source, Language language)
    {
        var number = goalpost.Number is null && !isWithheld ? source.Frozen.Find(key) : null;
        return new(
            IndicatorWords.Of(goalpost, source.Shown.Base, language),
            number is { } shown ? Figures.Significant(shown, Digits) : null,
            number?.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>The target that measures the same fact.</summary>
public sealed record TargetLink(string Name, string Address)
{
    public static TargetLink? Of(string? prefix, TargetSet? targets, Language language) =>
        targets?.Targets.FirstOrDefault(t => prefix is not null && (t.Code == prefix || t.Code.StartsWith(prefix + "-", StringComparison.Ordinal))) is { } target
            ? new($"{prefix} {target.Name.In(language.IsEnglish)}", DashboardUrls.Target(language, target.Code))
            : null;
}
