using Dashboard.Api;
using Dashboard.Components.Pages.Public;
using Dashboard.PageModels.CalendarPages;
using Indices.Releases.Calendar;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard;

/// <summary>The release calendar as a page, as a file for calendar programs, and as data.</summary>
public static class CalendarEndpoints
{
    public static IEndpointRouteBuilder MapCalendar(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Calendar, Page);
        endpoints.MapGet(DashboardUrls.CalendarFile, File);
        endpoints.MapGroup("").AsOpenData().MapGet(DashboardUrls.CalendarJson, Entries).WithTags("Calendar").WithName("getCalendar")
            .WithSummary("When each index is released, twelve months ahead").Produces<CalendarEntry[]>();
        return endpoints;
    }

    private static async Task<RazorComponentResult<CalendarView>> Page(
        string? lang, HttpContext context, PublicReaders readers, ICalendarReader calendar, CancellationToken cancellation)
    {
        var announced = await AnnouncedCalendar.Read(readers, calendar, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return new(new { Model = CalendarPage.Compose(announced, readers.Now, Language.Of(lang)) });
    }

    private static async Task<ContentHttpResult> File(
        string? lang, HttpContext context, PublicReaders readers, ICalendarReader calendar, Site site, CancellationToken cancellation)
    {
        var announced = await AnnouncedCalendar.Read(readers, calendar, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return TypedResults.Text(CalendarFile.Write(announced, Language.Of(lang), site), "text/calendar; charset=utf-8");
    }

    private static async Task<Results<Ok<CalendarEntry[]>, StatusCodeHttpResult>> Entries(
        HttpContext context, PublicReaders readers, ICalendarReader calendar, CancellationToken cancellation)
    {
        CalendarEntry[] entries = [.. (await AnnouncedCalendar.Read(readers, calendar, cancellation)).Releases.Select(r => CalendarEntry.Of(r, readers.Now))];
        await readers.SetLifetime(context.Response, cancellation);
        return PublicCaching.IsKnown(context, ContentTag.Of(entries)) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(entries);
    }
}
