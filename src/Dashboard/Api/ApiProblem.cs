using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>Faults of the data interface, as RFC 9457 tells them.</summary>
internal static class ApiProblem
{
    internal static ProblemHttpResult Invalid(string parameter, string examples) =>
        Of(StatusCodes.Status400BadRequest, $"The parameter {parameter} cannot be read. Examples: {examples}.");

    internal static ProblemHttpResult Instant(string parameter) => Invalid(parameter, "2025-11-24T10:00:00Z, 2025-11-24");

    internal static ProblemHttpResult Period(string parameter) => Invalid(parameter, "2024, 2024-Q3, 2024-09");

    internal static ProblemHttpResult Paging() => Of(StatusCodes.Status400BadRequest, $"page is 1 or more, pageSize from 1 to {Api.Paging.Largest}.");

    internal static ProblemHttpResult TooMany(int most) =>
        Of(StatusCodes.Status413PayloadTooLarge, $"The answer would hold more than {most} observations. Ask for it in pages, or for less.");

    /// <summary>One answer for an index that does not exist, a period that does not, and a release that is not visible yet.</summary>
    internal static ProblemHttpResult Missing() => Of(StatusCodes.Status404NotFound, "There is no such index, or nothing is published for this period.");

    internal static ProblemHttpResult NoAddress() => Of(StatusCodes.Status404NotFound, "There is no such address. See /openapi/v1.json.");

    internal static ProblemHttpResult ReadOnly() => Of(StatusCodes.Status405MethodNotAllowed, "The data interface is for reading alone.");

    internal static ProblemHttpResult TooOften(string policy) => Of(StatusCodes.Status429TooManyRequests, $"Too many requests of one client: {policy}.");

    private static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
