using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Api;

/// <summary>A page of a list, with links to the others in the header <c>Link</c> (RFC 8288).</summary>
/// <param name="Size">Null: everything on one page.</param>
internal readonly record struct Paging(int Page, int? Size)
{
    internal const int Largest = 1000;

    /// <summary>A page without a size has the largest; null when it cannot be.</summary>
    internal static Paging? Of(int? page, int? size) =>
        page is < 1 || size is < 1 or > Largest ? null : new(page ?? 1, size ?? (page is null ? null : Largest));

    internal IEnumerable<T> Of<T>(IReadOnlyCollection<T> all) => Size is { } size
        ? all.Skip((int)Math.Min(all.Count, (Page - 1L) * size)).Take(size)
        : all;

    internal void Link(HttpContext context, int count)
    {
        if (Size is not { } size)
            return;
        var last = Math.Max(1, (count + size - 1) / size);
        var links = new List<string> { Link(context.Request, 1, "first"), Link(context.Request, last, "last") };
        if (Page > 1)
            links.Add(Link(context.Request, Math.Min(Page - 1, last), "prev"));
        if (Page < last)
            links.Add(Link(context.Request, Page + 1, "next"));
        context.Response.Headers.Link = string.Join(", ", links);
    }

    private static string Link(HttpRequest request, int page, string relation)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value).Where(q => q.Key != "page")
            .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value!)).ToList();
        query.Add(KeyValuePair.Create("page", page.ToString(CultureInfo.InvariantCulture)));
        return $"<{request.Path.ToUriComponent()}{new QueryBuilder(query)}>; rel=\"{relation}\"";
    }
}
