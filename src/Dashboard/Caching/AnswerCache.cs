using System.Collections.Concurrent;
using Dashboard.Api;
using Indices.Releases;
using Indices.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Caching;

/// <summary>Keeps whole public answers, so that a page is made once for all its readers.</summary>
/// <remarks>
/// An answer is used only while the database has not changed since it was made, the minute has not passed and no release
/// has fallen due: then it is what a new one would be. So nothing has to be evicted in time, and no page can be older
/// than another. Readers that come while an answer is being made wait for it.
/// </remarks>
public sealed class AnswerCache(IStorageChanges changes, IReleaseReader releases, TimeProvider clock) : IDisposable
{
    /// <summary>Bytes of answers kept, uncompressed.</summary>
    private const long Capacity = 128L << 20;

    /// <summary>A longer address or answer is made anew each time.</summary>
    private const int LongestAddress = 500, LargestAnswer = 8 << 20;

    /// <summary>What nobody asks for is dropped after this time.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(2);

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = Capacity });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StoredAnswer?>> _making = new();

    public async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (KeyOf(context) is not { } key)
        {
            await next(context);
            return;
        }
        var (mark, now) = (changes.Mark, clock.GetUtcNow());
        if (_answers.Get<StoredAnswer>(key) is { } known && known.IsGood(mark, now))
            await AnswerWriter.Write(context, known, now);
        else
            await Make(context, next, key, mark, now);
    }

    private async Task Make(HttpContext context, RequestDelegate next, string key, long mark, DateTimeOffset now)
    {
        var mine = new TaskCompletionSource<StoredAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _making.GetOrAdd(key, mine);
        if (first != mine)
        {
            if (await first.Task.WaitAsync(context.RequestAborted) is { } shared && shared.IsGood(mark, now))
                await AnswerWriter.Write(context, shared, now);
            else
                await next(context);
            return;
        }
        StoredAnswer? made = null;
        try
        {
            made = await Record(context, next, mark, now);
            if (made is not null)
                _answers.Set(key, made, new MemoryCacheEntryOptions { Size = made.Body.Length + 2 * key.Length, SlidingExpiration = Forgotten });
        }
        finally
        {
            _making.TryRemove(key, out _);
            mine.SetResult(made);
        }
    }

    /// <summary>Lets the endpoint write into memory, then answers from there.</summary>
    private async Task<StoredAnswer?> Record(HttpContext context, RequestDelegate next, long mark, DateTimeOffset now)
    {
        var validUntil = PublicCaching.End(now, await releases.NextInstant(now, context.RequestAborted));
        using var body = new MemoryStream();
        using (new Recording(context, body))
            await next(context);
        var made = body.Length <= LargestAnswer ? StoredAnswer.Of(mark, validUntil, context.Response, body.ToArray()) : null;
        if (made is not null)
            await AnswerWriter.Write(context, made, now);
        else
        {
            body.Position = 0;
            await body.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        return made;
    }

    private static string? KeyOf(HttpContext context)
    {
        var request = context.Request;
        return HttpMethods.IsGet(request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<PublicAnswer>() is not null
            && request.Path.Value!.Length + (request.QueryString.Value?.Length ?? 0) <= LongestAddress
            ? $"{request.Scheme}://{request.Host.Value}{request.PathBase.Value}{request.Path.Value}{request.QueryString.Value}"
            : null;
    }

    public void Dispose() => _answers.Dispose();

    /// <summary>While it lives, the response is written to memory and the request asks for the whole of it.</summary>
    private sealed class Recording : IDisposable
    {
        private static readonly string[] s_conditions = ["If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range", "Range"];

        private readonly HttpContext _context;
        private readonly IHttpResponseBodyFeature _original;
        private readonly StreamResponseBodyFeature _recorded;
        private readonly (string Name, Microsoft.Extensions.Primitives.StringValues Value)[] _conditions;

        public Recording(HttpContext context, Stream body)
        {
            _context = context;
            _original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            _recorded = new StreamResponseBodyFeature(body, _original);
            context.Features.Set<IHttpResponseBodyFeature>(_recorded);
            _conditions = [.. s_conditions.Where(context.Request.Headers.ContainsKey).Select(name => (name, context.Request.Headers[name]))];
            foreach (var (name, _) in _conditions)
                context.Request.Headers.Remove(name);
        }

        public void Dispose()
        {
            foreach (var (name, value) in _conditions)
                _context.Request.Headers[name] = value;
            _context.Features.Set(_original);
            _recorded.Dispose();
        }
    }
}
