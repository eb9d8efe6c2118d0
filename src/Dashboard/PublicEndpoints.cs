using Dashboard.Api;
using Dashboard.Components.Pages.Public;
using Dashboard.Components.Pages.Public.MethodologyPages;
using Dashboard.Discovery;
using Dashboard.PageModels;
using Dashboard.PageModels.MethodologyPages;
using Dashboard.Security;
using Dashboard.Sharing;
using Indices.Methodology;
using Indices.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Dashboard;

/// <summary>The public pages: rendered on the server for each request, without a circuit, a cookie or a form.</summary>
public static class PublicEndpoints
{
    /// <summary>A crawler that asks for the head of a page alone gets that of the page.</summary>
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Site").Get<Site>() ?? new Site());
        services.AddSingleton(provider => ShareFont.Load(provider.GetRequiredService<Site>().ShareFont, provider.GetRequiredService<ILogger<ShareFont>>()));
        services.AddScoped<PublicReaders>();
        services.AddScoped<MethodologyReader>();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddRateLimits();
        services.AddDescription();
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        return services;
    }

    public static IEndpointRouteBuilder MapPublicPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(DashboardUrls.Home, Reading, Home);
        endpoints.MapMethods(DashboardUrls.Indices, Reading, IndexList);
        endpoints.MapIndexPages();
        endpoints.MapDiscovery();
        endpoints.MapSitePages();
        endpoints.MapOwnWeights();
        endpoints.MapSharing();
        endpoints.MapMethods("/indices/{code}/methodology", Reading, MethodologyOf);
        endpoints.MapMethods("/indices/{code}/methodology/{version}", Reading, MethodologyOf);
        endpoints.MapMethods("/indices/{code}/methodology/{version}.yaml", Reading, MethodologyFile);
        endpoints.MapFallback((string? lang) => Missing(Language.Of(lang)));
        return endpoints;
    }

    /// <summary>The page for an address without content: the same whether it never existed or is not released yet.</summary>
    public static RazorComponentResult Missing(Language language) =>
        new RazorComponentResult<NotFoundView>(new { Language = language }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<IResult> Home(HttpContext context, string? lang, PublicReaders readers, TargetReader targets, Site site, CancellationToken cancellation)
    {
        var (now, language) = (readers.Now, Language.Of(lang));
        var definitions = await readers.Definitions.Current(cancellation);
        var newest = await readers.Releases.Newest(now, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return Page<HomePageView>(HomePage.Compose(definitions, newest, StatusCount.All(await targets.Read(now, cancellation), language), now, language, site));
    }

    private static async Task<IResult> IndexList(HttpContext context, string? lang, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        var newest = await readers.Releases.Newest(readers.Now, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return Page<IndexListView>(HomePage.ComposeList(await readers.Definitions.Current(cancellation), newest, readers.Now, Language.Of(lang), site));
    }

    private static async Task<IResult> MethodologyOf(
        string code, string? version, string? lang, HttpContext context, MethodologyReader methodologies, PublicReaders readers, CancellationToken cancellation)
    {
        if (await methodologies.Read(code, version, readers.Now, cancellation) is not { } source)
            return Missing(Language.Of(lang));
        await readers.SetLifetime(context.Response, cancellation);
        return Page<MethodologyView>(MethodologyPage.Compose(source, Language.Of(lang)));
    }

    private static async Task<IResult> MethodologyFile(string code, string version, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        if (await readers.Definitions.MethodologyFile(code, version, cancellation) is not { } file)
            return Missing(Language.Chinese);
        return PublicCaching.IsKnown(context, file.Sha256)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(file.Text, "application/yaml; charset=utf-8");
    }

    internal static RazorComponentResult<TPage> Page<TPage>(object model) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(new { Model = model });
}

/// <summary>What every public page reads from, with one instant for the whole request.</summary>
public sealed class PublicReaders(IReleaseReader releases, IDefinitionReader definitions, TimeProvider clock)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReleaseReader Releases => releases;

    public IDefinitionReader Definitions => definitions;

    /// <summary>All visible versions of all indices, index by index.</summary>
    public async Task<IReadOnlyList<ReleaseVersion>> AllVersions(Definitions? current, CancellationToken cancellation)
    {
        var versions = new List<ReleaseVersion>();
        foreach (var code in current?.IndexCodes ?? [])
            versions.AddRange(await releases.History(code, Now, cancellation));
        return versions;
    }

    public async Task SetLifetime(HttpResponse response, CancellationToken cancellation) =>
        PublicCaching.KeepUntilNextMinute(response, Now, await releases.NextInstant(Now, cancellation));
}
