using System.Diagnostics;
using Dashboard.Components.Pages.Public;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Security;

/// <summary>What is answered when something fails: that it did, and the number under which the log has it.</summary>
internal static class FaultAnswers
{
    internal static IApplicationBuilder UseFaultAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(errors => errors.Run(context => IsForPrograms(context) ? Problem(context) : Page(context)));
        // Refusals without a body, such as of a method, in the interface's own way.
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
        return app;
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments(DashboardUrls.Sdmx)
        || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task Problem(HttpContext context) => TypedResults.Problem(
        "The request could not be answered. The log has it under the trace id.", statusCode: StatusCodes.Status500InternalServerError,
        extensions: [KeyValuePair.Create("traceId", (object?)TraceOf(context))]).ExecuteAsync(context);

    private static Task Page(HttpContext context) => new RazorComponentResult<FaultView>(new
    {
        Language = Language.Of(context.Request.Query["lang"]),
        Trace = TraceOf(context),
    })
    { StatusCode = StatusCodes.Status500InternalServerError }.ExecuteAsync(context);

    private static string TraceOf(HttpContext context) => Activity.Current?.Id ?? context.TraceIdentifier;
}
