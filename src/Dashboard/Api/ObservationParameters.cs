using System.ComponentModel;
using Dashboard.Sdmx.Data;
using Indices.Time;

namespace Dashboard.Api;

/// <summary>What is asked of an index's series.</summary>
public sealed record ObservationParameters(
    [property: Description("json (usual) or csv.")] string? Format,
    [property: Description("The release of this period instead of the newest: 2024, 2024-Q3 or 2024-09. Not with history.")] string? Period,
    [property: Description("What was visible at an instant (2025-11-24T10:00:00Z), or at the end of a day (2025-11-24).")] string? AsOf,
    [property: Description("Codes of the index or of groups, with commas between.")] string? Node,
    [property: Description("Observations from this period on: 2024, 2024-Q3 or 2024-09.")] string? StartPeriod,
    [property: Description("Observations up to the end of this period.")] string? EndPeriod,
    [property: Description("Observations that a release after this instant added or changed, each as it then was last.")] string? UpdatedAfter,
    [property: Description("Every value that every release added or changed, oldest first, each with its release.")] bool? IncludeHistory,
    [property: Description("From 1 on.")] int? Page,
    [property: Description("1 to 1,000; without it everything is on one page.")] int? PageSize)
{
    /// <summary>Most observations of one answer.</summary>
    internal const int Most = 100_000;

    internal bool NeedsSteps => UpdatedAfter is not null || IncludeHistory == true;

    /// <summary>The first parameter that cannot be read, as an answer.</summary>
    internal IResult? Fault(DateTimeOffset now) =>
        Format is not (null or "json" or "csv") ? ApiProblem.Invalid("format", "json, csv")
        : Api.AsOf.TryParse(AsOf, now) is null ? ApiProblem.Instant("asOf")
        : Api.AsOf.TryParse(UpdatedAfter, now) is null ? ApiProblem.Instant("updatedAfter")
        : Period is not null && (NeedsSteps || Indices.Time.Period.TryParse(Period) is null) ? ApiProblem.Period("period")
        : StartPeriod is not null && TimeBound.TryParse(StartPeriod) is null ? ApiProblem.Period("startPeriod")
        : EndPeriod is not null && TimeBound.TryParse(EndPeriod) is null ? ApiProblem.Period("endPeriod")
        : Api.Paging.Of(Page, PageSize) is null ? ApiProblem.Paging()
        : null;

    internal bool Includes(ObservationEntry observation)
    {
        if (Node is not null && !Node.Split(',').Contains(observation.Node, StringComparer.Ordinal))
            return false;
        var period = Indices.Time.Period.Parse(observation.Period);
        return (StartPeriod is null || period.Start >= TimeBound.TryParse(StartPeriod)!.Value.First)
            && (EndPeriod is null || period.End <= TimeBound.TryParse(EndPeriod)!.Value.Last);
    }
}
