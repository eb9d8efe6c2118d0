using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>How long a public answer may be kept, and whether the reader has it already.</summary>
public static class PublicCaching
{
    /// <summary>
    /// Lets caches keep an answer until the next full minute, or until the next release where that comes sooner. Releases
    /// are due on full minutes, so the lifetime never crosses one, and it tells nothing about what is waiting.
    /// </summary>
    public static void KeepUntilNextMinute(HttpResponse response, DateTimeOffset now, DateTimeOffset? nextRelease)
    {
        var until = End(now, nextRelease);
        response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue
        {
            Public = true,
            MaxAge = TimeSpan.FromSeconds(Math.Max(0, Math.Floor((until - now).TotalSeconds))),
            MustRevalidate = true,
        };
    }

    /// <summary>The next full minute, or the next release where that comes sooner.</summary>
    public static DateTimeOffset End(DateTimeOffset now, DateTimeOffset? nextRelease)
    {
        var minute = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(1);
        return nextRelease < minute ? nextRelease.Value : minute;
    }

    /// <summary>Sets the tag, and tells whether the reader already has this very content.</summary>
    public static bool IsKnown(HttpContext context, string tag)
    {
        var own = new EntityTagHeaderValue($"\"{tag}\"");
        context.Response.GetTypedHeaders().ETag = own;
        return HasAlready(context.Request, own);
    }

    /// <summary>Whether the reader has the content of a tag already, compressed or not.</summary>
    public static bool HasAlready(HttpRequest request, EntityTagHeaderValue own) =>
        request.GetTypedHeaders().IfNoneMatch.Any(asked => asked.Equals(EntityTagHeaderValue.Any) || asked.Compare(own, useStrongComparison: false));
}
