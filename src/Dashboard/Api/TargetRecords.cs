using System.Collections.Immutable;
using Dashboard.PageModels;
using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;

namespace Dashboard.Api;

/// <summary>One target and where it stands. Numbers are full doubles in the unit of the target; null when they do not apply or are not known.</summary>
/// <param name="Comparison">greater_than, at_least or around.</param>
/// <param name="Rating">met, on_track, behind, far_behind or no_data.</param>
/// <param name="Status">Letter of SDMX CL_OBS_STATUS of the value.</param>
/// <param name="Origin">official, public or synthetic: the worst of the figures used.</param>
/// <param name="Verdict">achieved or not_achieved once the figure for the target date is final.</param>
/// <param name="Notes">In Chinese.</param>
public sealed record TargetEntry(
    string Code,
    string NameZh,
    string? NameEn,
    string Unit,
    string Kind,
    string Comparison,
    double Target,
    double Goal,
    double? Tolerance,
    string Deadline,
    string Rating,
    double? Value,
    string? Period,
    string? Status,
    double? Baseline,
    double? PathValue,
    double? ProgressPercent,
    double? AttainmentPercent,
    double? RequiredAnnualGrowthPercent,
    double? RequiredPerYear,
    double? CompoundGrowthPercent,
    int? YearsMet,
    string? Verdict,
    string? Origin,
    string Document,
    string Sentence,
    ImmutableArray<string> Notes,
    ImmutableArray<TargetReference> References)
{
    public ImmutableArray<string> NotesEn { get; init; } = [];

    /// <summary>Value / path value; gap / tolerance for bands.</summary>
    public double? PathRatio { get; init; }

    /// <summary>Null where the past is too short, and once nothing is left to forecast.</summary>
    public TargetForecastEntry? Forecast { get; init; }

    /// <summary>For flows whose newest figure is inside a year; null otherwise.</summary>
    public InYearEntry? InYear { get; init; }

    /// <summary>Null where the words allow one reading only.</summary>
    public CumulatedEntry? Cumulated { get; init; }

    /// <summary>Null until the target date has passed and its figure is known, provisional or not.</summary>
    public TargetVerdictsEntry? Verdicts { get; init; }

    /// <summary>Of a nested count, by name in ordinal order.</summary>
    public ImmutableArray<TargetMemberEntry> Members { get; init; } = [];

    /// <summary>Of a growth target, in order.</summary>
    public ImmutableArray<TargetYearEntry> Years { get; init; } = [];

    public static ImmutableArray<TargetEntry> All(TargetStandings standings) =>
        [.. standings.Targets.Select(t => Of(standings.Set, t))];

    internal static TargetEntry Of(TargetSet set, TargetStanding standing)
    {
        var (result, target) = (standing.Result, standing.Result.Target);
        return new(
            target.Code, target.Name.Chinese, target.Name.English, target.Unit,
            EnumName.Of(target.Kind), EnumName.Of(target.Comparison), target.Goal, result.Goal, target.Tolerance,
            TargetFigureMapping.Day(target.OwnDeadline ?? set.Deadline), EnumName.Of(result.Status),
            result.Current, result.CurrentPeriod?.ToString(), result.CurrentStatus?.ToString(),
            result.Baseline, result.PathValue, result.ProgressPercent, result.AttainmentPercent,
            result.RequiredAnnualGrowthPercent, result.RequiredPerYear, result.CompoundGrowthPercent, result.YearsMet,
            result.Verdict is { } verdict ? EnumName.Of(verdict) : null,
            result.Origin is { } origin ? EnumName.Of(origin) : null,
            set.Document, target.Sentence,
            [.. result.Notes.Select(n => n.Chinese)],
            [.. standing.OtherScopes.Select(o => Of(o, standing.IndicatorUnit))])
        {
            NotesEn = [.. result.Notes.Select(n => n.English)],
            PathRatio = result.PathRatio,
            Forecast = TargetFigureMapping.Forecast(result),
            InYear = TargetFigureMapping.InYear(result),
            Cumulated = TargetFigureMapping.Cumulated(result),
            Verdicts = TargetFigureMapping.Verdicts(result),
            Members = TargetFigureMapping.Members(result),
            Years = TargetFigureMapping.Years(result),
        };
    }

    private static TargetReference Of(Observation observation, string unit) => new(
        observation.Period.ToString(), observation.Value, observation.Series.Measure == Measures.YearOnYear ? "%" : unit, observation.Series.Measure, EnumName.Of(observation.Bound), observation.Series.Scope, EnumName.Of(observation.Series.Origin),
        observation.Citation?.SourceName, observation.Citation?.Address, observation.Citation?.Tier);

    /// <summary>FarBehind as far_behind.</summary>
}

/// <summary>A figure of another scope than the target's own.</summary>
/// <param name="Measure">value, ytd (total since January) or yoy (growth on the year).</param>
/// <param name="Bound">none, lower, upper or approximate: a bound is not a point.</param>
public sealed record TargetReference(
    string Period, double? Value, string Unit, string Measure, string Bound, string Scope, string Origin, string? SourceName, string? SourceAddress, string? Tier);
