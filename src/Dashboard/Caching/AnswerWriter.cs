using Dashboard.Api;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Caching;

/// <summary>Sends a stored answer, or says that the reader has it already.</summary>
internal static class AnswerWriter
{
    internal static async Task Write(HttpContext context, StoredAnswer answer, DateTimeOffset now)
    {
        var (response, headers) = (context.Response, context.Response.Headers);
        foreach (var (name, value) in answer.Headers)
            headers[name] = value;
        var coding = answer.IsText ? ContentCodings.Best(context.Request.Headers.AcceptEncoding) : ContentCoding.Identity;
        // Compressed it is the same answer in other bytes, which is what a weak tag says (RFC 9110, 8.8.1).
        headers.ETag = coding == ContentCoding.Identity || answer.Tag.StartsWith('W') ? answer.Tag : "W/" + answer.Tag;
        headers.CacheControl = Lifetime(answer, now);
        if (answer.IsText)
            headers.Vary = StringValues.Concat(headers.Vary, HeaderNames.AcceptEncoding);
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } && PublicCaching.HasAlready(context.Request, EntityTagHeaderValue.Parse(answer.Tag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ContentType = default;
            headers.ContentLength = null;
            return;
        }
        response.StatusCode = StatusCodes.Status200OK;
        if (coding != ContentCoding.Identity)
            headers.ContentEncoding = coding.Name();
        var body = answer.As(coding);
        headers.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What the endpoint allowed, and never beyond the answer's own end.</summary>
    private static string Lifetime(StoredAnswer answer, DateTimeOffset now)
    {
        if (!answer.HasAge)
            return answer.Lifetime;
        var left = Math.Max(0, (long)Math.Floor((answer.ValidUntil - now).TotalSeconds));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"public, must-revalidate, max-age={left}");
    }
}
