using Dashboard.Api;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Dashboard.Security;

/// <summary>Headers that every answer carries.</summary>
/// <remarks>
/// Public pages and the data interface get the strict policy: own scripts and own style sheets, nothing inline but the
/// one style element that ApexCharts writes into each chart, named by its hash. Pages of the interactive components
/// and the page of the interface's description get the same with inline styles, which MudBlazor and Scalar cannot do
/// without; scripts stay strict.
/// </remarks>
public static class SecurityHeaders
{
    private const string Common = "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; object-src 'none'; ";

    /// <summary>Hash of the legend's style in ApexCharts 4.7.0; another version needs another.</summary>
    private const string ApexChartsLegend = "'sha256-aSysLrDECVdJ6L+jLf8CC5QKLmwRuk/OZiZk9mYky8A='";
    private const string Strict = Common + "base-uri 'none'; style-src 'self' " + ApexChartsLegend;
    private static readonly string Framed = Strict.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal);
    private const string Interactive = Common + "base-uri 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; style-src-attr 'unsafe-inline'";

    /// <summary>Place it first, so that errors and files have the headers too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Write, context);
        // The page for an unknown address would answer any method, this one included.
        if (!HttpMethods.IsTrace(context.Request.Method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isInteractive = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var hasInlineStyles = context.GetEndpoint()?.Metadata.GetMetadata<InlineStyles>() is not null;
        headers.ContentSecurityPolicy = isInteractive || hasInlineStyles ? Interactive
            : context.GetEndpoint()?.Metadata.GetMetadata<Embeddable>() is not null ? Framed
            : Strict;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Task.CompletedTask;
    }
}
