namespace Dashboard.Api;

/// <summary>What the figure may be at the target date, from its own past. Numbers are in the unit of the target.</summary>
/// <param name="Day">The day forecast: the target date; for growth the end of the year after the newest.</param>
/// <param name="Value">Median of levels, shares and growth, mean of counts.</param>
/// <param name="Low">Lower end of the central interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="IntervalLevel">Probability that the interval covers, from 0 to 1.</param>
/// <param name="Probability">Of meeting the target, from 0 to 1; for growth, of the average over all target years.</param>
/// <param name="ProbabilityEachYear">Of growth targets: that every target year reaches the rate.</param>
/// <param name="Events">Of cumulative counts: past events, discounted by age.</param>
/// <param name="EventYears">Years in which they happened, discounted by age.</param>
public sealed record TargetForecastEntry(
    string Day, double Value, double Low, double High, double IntervalLevel, double Probability, double? ProbabilityEachYear, double? Events, double? EventYears);

/// <summary>The running year of a flow beside the shares of past years.</summary>
/// <param name="Share">Mean share of a year's total that past years had by the end of this period.</param>
/// <param name="Projected">The year's total at that share.</param>
/// <param name="PathValue">What the required path asks for by the end of this period; null without a baseline.</param>
/// <param name="PathRatio">Year to date / path value.</param>
public sealed record InYearEntry(string Period, double YearToDate, double Share, int ShareYears, double Projected, double? PathValue, double? PathRatio);

/// <summary>The other reading of an ambiguous flow: its total since a day. Never rated.</summary>
public sealed record CumulatedEntry(string Since, string Period, double Value, double AttainmentPercent, bool IsMet);

/// <summary>Whether the target was met by the figure as first published and by its newest revision.</summary>
/// <param name="DifferenceZh">Why the two differ; null when they agree.</param>
public sealed record TargetVerdictsEntry(VerdictEntry FirstPublished, VerdictEntry LatestRevised, string? DifferenceZh, string? DifferenceEn);

/// <param name="Verdict">achieved or not_achieved.</param>
/// <param name="Value">For growth that of the last target year, while the verdict is on all of them.</param>
/// <param name="KnownAt">When the figure took this value, UTC.</param>
public sealed record VerdictEntry(string Verdict, string Period, double Value, bool IsProvisional, string KnownAt);

/// <summary>One member of a nested count; its size is in the unit in which members are measured.</summary>
/// <param name="Missing">Threshold − size; negative where it is beyond.</param>
/// <param name="Probability">Of reaching the threshold at the target date; null where its past is too short.</param>
public sealed record TargetMemberEntry(string Name, string Period, double Size, double Threshold, double Missing, bool IsMet, double? Probability);

/// <summary>One year of a growth target; null until it is known.</summary>
public sealed record TargetYearEntry(int Year, double? Value, bool? IsMet);
