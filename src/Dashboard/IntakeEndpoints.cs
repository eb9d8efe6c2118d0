using Dashboard.PageModels.IntakePages;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Intake;
using Indices.Sources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard;

/// <summary>Files that staff send and fetch. They pass over plain HTTP and not through a circuit, so that a large one is streamed and costs nobody else their page.</summary>
internal static class IntakeEndpoints
{
    /// <summary>Largest upload, in bytes.</summary>
    internal const long Largest = 50 * 1024 * 1024;

    /// <summary>Header with the file's name, percent-encoded; headers hold no Chinese.</summary>
    internal const string FileName = "X-File-Name";

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static IEndpointRouteBuilder MapIntake(this IEndpointRouteBuilder endpoints)
    {
        var staff = endpoints.MapGroup("").RequireAuthorization(nameof(Role.Operator));
        // A little more than what is accepted: what is over is answered here, in words.
        staff.MapPost(DashboardUrls.UploadBytes, Receive).WithMetadata(new RequestSizeLimitAttribute(Largest + 1));
        staff.MapGet("/console/upload/{id:long}/findings.csv", PendingFindings);
        endpoints.MapGet("/console/documents/{sha256}/findings.csv", Findings).RequireAuthorization(nameof(Role.Viewer));
        staff.MapGet("/console/templates/{code}.csv", CsvTemplate);
        staff.MapGet("/console/templates/{code}.xlsx", XlsxTemplate);
        return endpoints;
    }

    private static async Task<IResult> Receive(
        HttpContext http, IAntiforgery antiforgery, AuthenticationStateProvider authentication, IntakeActions actions, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Say(StatusCodes.Status400BadRequest, "页面已过期，请重新打开。The page is out of date; open it again.");
        // Without a length nobody could refuse in time, and browsers always send one.
        if (http.Request.ContentLength is not { } length)
            return Say(StatusCodes.Status411LengthRequired, "缺少文件长度。The length of the file is missing.");
        if (length > Largest)
            return Say(StatusCodes.Status413PayloadTooLarge, $"文件超过 {Largest >> 20} MB。The file is larger than {Largest >> 20} MB.");
        if (length == 0)
            return Say(StatusCodes.Status400BadRequest, "文件是空的。The file is empty.");
        // Outside a circuit the request itself says who is there.
        ((IHostEnvironmentAuthenticationStateProvider)authentication).SetAuthenticationState(Task.FromResult(new AuthenticationState(http.User)));
        try
        {
            var name = Uri.UnescapeDataString(http.Request.Headers[FileName].ToString());
            return TypedResults.Json(new { id = await actions.Receive(http.Request.Body, name, cancellation) });
        }
        catch (InvalidOperationException refusal)
        {
            return Say(StatusCodes.Status409Conflict, refusal.Message);
        }
        catch (NotAllowedException refusal)
        {
            return Say(StatusCodes.Status403Forbidden, refusal.Message);
        }
        catch (IOException failure) when (failure is not BadHttpRequestException && !cancellation.IsCancellationRequested)
        {
            return Say(StatusCodes.Status507InsufficientStorage, $"未能保存文件，什么都没有改动。The file could not be kept; nothing changed. ({failure.Message})");
        }
    }

    private static async Task<IResult> PendingFindings(long id, IIntake intake, CancellationToken cancellation) =>
        await intake.Preview(id, cancellation) is { } preview ? Report(preview.Findings, preview.Pending.Document.Name) : TypedResults.NotFound();

    private static async Task<IResult> Findings(string sha256, IIntakeReader reader, CancellationToken cancellation) =>
        await reader.Document(sha256, cancellation) is { } document
            ? Report(await reader.Findings(sha256, cancellation), document.Name) : TypedResults.NotFound();

    private static async Task<IResult> CsvTemplate(string code, ISourceTemplates templates, CancellationToken cancellation) =>
        await templates.Find(code, cancellation) is { } template
            ? TypedResults.File(SpreadsheetCsv.Of(template.Rows.Prepend([.. template.Header])), "text/csv; charset=utf-8", template.FileName + ".csv")
            : TypedResults.NotFound();

    private static async Task<IResult> XlsxTemplate(string code, ISourceTemplates templates, CancellationToken cancellation) =>
        await templates.Find(code, cancellation) is { } template
            ? TypedResults.File(SpreadsheetXlsx.Of(code, template.Header, template.Rows), Xlsx, template.FileName + ".xlsx")
            : TypedResults.NotFound();

    private static FileContentHttpResult Report(IReadOnlyList<Indices.Observations.QuarantinedRow> findings, string name) =>
        TypedResults.File(FindingReport.Write(findings), "text/csv; charset=utf-8", $"findings-{name}.csv");

    private static ContentHttpResult Say(int status, string words) => TypedResults.Text(words, "text/plain; charset=utf-8", statusCode: status);
}
