using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Methodology;

/// <summary>A set of targets of one document, as its file says.</summary>
/// <param name="Deadline">Last day of the period that the targets are for.</param>
public sealed record TargetSet(
    string Document,
    string Section,
    string Sentence,
    DateOnly Deadline,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    RatingRule Rating,
    ImmutableArray<PolicyTarget> Targets,
    string Sha256)
{
    public ForecastRules Forecast { get; init; } = ForecastRules.Default;
}

public enum TargetKind
{
    Level,
    Count,
    CountSmall,
    Around,
    Growth,
    /// <summary>A place among others: the smaller, the better.</summary>
    Rank,
}

/// <summary>How the words of the document compare (以上 includes the number, 超过 and 突破 do not).</summary>
public enum Comparison
{
    GreaterThan,
    AtLeast,
    Around,
    AtMost,
}

public enum RequiredPath
{
    Geometric,
    Linear,
    EachYear,
}

/// <param name="Indicator">Code of the series that measures it: the related indicator's where there is one, otherwise its own.</param>
/// <param name="MinimumPass">Smallest whole number that passes, for counts; otherwise null.</param>
/// <param name="Tolerance">Percentage points either side, for Around; a parameter, not in the document.</param>
/// <param name="Years">Target years of a growth target.</param>
/// <param name="Threshold">Size that a member of a nested count must reach.</param>
/// <param name="DueLagDays">Days after a period until its value is due.</param>
public sealed record PolicyTarget(
    string Code,
    LocalText Name,
    string Unit,
    TargetKind Kind,
    Comparison Comparison,
    double Goal,
    string Sentence,
    bool IsStock,
    Frequency Frequency,
    string SourceAgency,
    Baseline Baseline,
    RequiredPath Path,
    string Indicator,
    double? MinimumPass,
    double? Tolerance,
    ImmutableArray<int> Years,
    double? Threshold,
    int DueLagDays,
    string? Note)
{
    /// <summary>Last day of the period that this target is for, where it differs from the set's.</summary>
    public DateOnly? OwnDeadline { get; init; }

    /// <summary>True for a count that never falls, which is forecast by its new events; false for a stock with births and deaths.</summary>
    public bool IsCumulative { get; init; } = true;

    /// <summary>Code of the flow of new events of a cumulative count; null where the count itself tells them.</summary>
    public string? Events { get; init; }

    /// <summary>Where the words also allow the total since a day: that day, always a 1 January.</summary>
    public DateOnly? CumulatedSince { get; init; }

    /// <summary>What the members of a nested count are measured by.</summary>
    public string? MemberMeasure { get; init; }

    /// <summary>Every code under which figures of the target may be.</summary>
    public IEnumerable<string> SeriesCodes => new[] { Indicator, Code, Events }.OfType<string>().Distinct();
}

/// <param name="Value">Null until the office has loaded it; then the baseline is read from the series.</param>
public sealed record Baseline(Period Period, double? Value, bool IsNeeded, string? Note, ImmutableArray<ReferencePoint> ReferencePoints);

/// <summary>A cited fact beside a target; never a baseline by itself.</summary>
public sealed record ReferencePoint(string Period, double? Value, string? Fact, string? Scope, string Source);

/// <summary>Thresholds of the status (methodology, section 13).</summary>
public sealed record RatingRule(
    double GreenPathRatio,
    double GreenProbability,
    double RedPathRatio,
    double RedProbability,
    double NoForecastGreenPathRatio)
{
    /// <summary>Widest distance of a band from its path that is on track, in tolerances.</summary>
    public double GreenGap { get; init; } = 1;

    /// <summary>Distance from which it is far behind, in tolerances.</summary>
    public double RedGap { get; init; } = 2;
}
