using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Dashboard.Tests.Embargo;

/// <summary>Every public address that the tests of the embargo ask, by route. A new route needs a line here.</summary>
internal static partial class Crawl
{
    /// <summary>Addresses of each route, with <c>{next}</c> for the period that waits and <c>{last}</c> for the newest public one. A mark says that the route shows the release once it is out.</summary>
    private static readonly Dictionary<string, string[]> Routes = new(StringComparer.Ordinal)
    {
        ["/"] = ["! /"],
        ["/healthz"] = ["/healthz"],
        ["/indices"] = ["! /indices"],
        ["/indices/{code}"] = ["! /indices/{code}", "/indices/{code}?period={next}", "/indices/NONE"],
        ["/indices/{code}/{period}"] = ["! /indices/{code}/{next}", "! /indices/{code}/{last}"],
        ["/indices/{code}/{period}/v{number:int}"] = ["! /indices/{code}/{next}/v1", "! /indices/{code}/{last}/v2", "/indices/{code}/{last}/v1", "/indices/{code}/{next}/v2"],
        ["/indices/{code}/revisions"] = ["/indices/{code}/revisions"],
        ["/indices/{code}/methodology"] = ["/indices/{code}/methodology"],
        ["/indices/{code}/methodology/{version}"] = ["/indices/{code}/methodology/{methodology}"],
        ["/indices/{code}/methodology/{version}.yaml"] = ["/indices/{code}/methodology/{methodology}.yaml"],
        ["/indices/{code}/latest/bundle.zip"] = ["! /indices/{code}/latest/bundle.zip"],
        ["/indices/{code}/latest/receipt.json"] = ["! /indices/{code}/latest/receipt.json"],
        ["/indices/{code}/{period}/v{number:int}/bundle.zip"] = ["! /indices/{code}/{next}/v1/bundle.zip", "! /indices/{code}/{last}/v2/bundle.zip", "/indices/{code}/{last}/v1/bundle.zip"],
        ["/indices/{code}/{period}/v{number:int}/receipt.json"] = ["! /indices/{code}/{next}/v1/receipt.json", "/indices/{code}/{last}/v1/receipt.json"],
        ["/releases/key.pem"] = ["/releases/key.pem"],
        ["/targets"] = ["/targets"],
        ["/api/v1/targets"] = ["/api/v1/targets", "/api/v1/targets?format=csv"],
        ["/api/v1/indices"] = ["! /api/v1/indices"],
        ["/api/v1/indices/{code}/observations"] =
        [
            "! /api/v1/indices/{code}/observations", "! /api/v1/indices/{code}/observations?format=csv", "! /api/v1/indices/{code}/observations?period={next}",
            "/api/v1/indices/{code}/observations?asOf=x", "/api/v1/indices/{code}/observations?period=x",
        ],
        ["/api/v1/areas"] = ["/api/v1/areas"],
        ["/api/v1/indicators"] = ["/api/v1/indicators"],
        ["/api/v1/indices/{code}"] = ["/api/v1/indices/{code}", "/api/v1/indices/NONE"],
        ["/api/v1/indices/{code}/releases"] = ["! /api/v1/indices/{code}/releases"],
        ["/api/{**rest}"] = ["/api/v1/none"],
        ["/indices/{code}/latest/data.csv"] = ["! /indices/{code}/latest/data.csv"],
        ["/indices/{code}/{period}/v{number:int}/data.csv"] = ["! /indices/{code}/{next}/v1/data.csv", "! /indices/{code}/{last}/v2/data.csv", "/indices/{code}/{last}/v1/data.csv"],
        ["/indices/{code}/latest/data.json"] = ["! /indices/{code}/latest/data.json"],
        ["/indices/{code}/{period}/v{number:int}/data.json"] = ["! /indices/{code}/{next}/v1/data.json", "! /indices/{code}/{last}/v2/data.json", "/indices/{code}/{last}/v1/data.json"],
        ["/indices/{code}/latest/data.sdmx.csv"] = ["! /indices/{code}/latest/data.sdmx.csv"],
        ["/indices/{code}/{period}/v{number:int}/data.sdmx.csv"] = ["! /indices/{code}/{next}/v1/data.sdmx.csv", "! /indices/{code}/{last}/v2/data.sdmx.csv", "/indices/{code}/{last}/v1/data.sdmx.csv"],
        ["/indices/{code}/latest/data.xlsx"] = ["! /indices/{code}/latest/data.xlsx"],
        ["/indices/{code}/{period}/v{number:int}/data.xlsx"] = ["! /indices/{code}/{next}/v1/data.xlsx", "! /indices/{code}/{last}/v2/data.xlsx", "/indices/{code}/{last}/v1/data.xlsx"],
        ["/api/v1/bulk.zip"] = ["! /api/v1/bulk.zip"],
        ["/api/v1/bulk.parquet"] = ["/api/v1/bulk.parquet"],
        ["/openapi/{documentName}.json"] = ["/openapi/v1.json"],
        ["/scalar"] = ["/scalar"],
        ["/scalar/{documentName?}"] = ["/scalar/v1"],
        ["/scalar/favicon.svg"] = ["/scalar/favicon.svg"],
        ["/scalar/scalar.js"] = ["/scalar/scalar.js"],
        ["/scalar/scalar.aspnetcore.js"] = ["/scalar/scalar.aspnetcore.js"],
        ["/calendar"] = ["/calendar"],
        ["/calendar.ics"] = ["/calendar.ics"],
        ["/api/v1/calendar"] = ["/api/v1/calendar"],
        ["/indicators"] = ["/indicators"],
        ["/indicators/{code}"] = ["/indicators/{indicator}"],
        ["/indicators/{code}/data.csv"] = ["/indicators/{indicator}/data.csv"],
        ["/search"] = ["/search?q={code}", "/search?q=CANARY"],
        ["/compare"] = ["/compare", "/compare?index={code}"],
        ["/weights/{code}"] = ["/weights/{code}"],
        ["/embed/{code}"] = ["/embed/{code}"],
        ["/feed.xml"] = ["/feed.xml"],
        ["/indices/{code}/feed.xml"] = ["/indices/{code}/feed.xml"],
        ["/sitemap.xml"] = ["/sitemap.xml"],
        ["/robots.txt"] = ["/robots.txt"],
        ["/indices/{code}/latest/share.png"] = ["/indices/{code}/latest/share.png"],
        ["/indices/{code}/{period}/v{number:int}/share.png"] = ["/indices/{code}/{next}/v1/share.png", "/indices/{code}/{last}/v1/share.png"],
        ["/screen"] = ["! /screen"],
        ["/sdmx/v1/data/{flow}/{key?}/{provider?}"] = ["! /sdmx/v1/data/INDICES/all", "! /sdmx/v1/data/INDICES?includeHistory=true", "! /sdmx/v1/data/INDICES/all?updatedAfter=2026-11-01T00:00:00Z", "/sdmx/v1/data/NONE"],
        ["/sdmx/v1/availableconstraint/{flow}/{key?}/{provider?}/{component?}"] = ["/sdmx/v1/availableconstraint/INDICES"],
        ["/sdmx/v1/{resource}/{agency?}/{id?}/{version?}/{item?}"] = ["/sdmx/v1/dataflow", "/sdmx/v1/contentconstraint", "/sdmx/v1/codelist"],
        ["/sdmx/v2/data/{**path}"] = ["! /sdmx/v2/data/dataflow/*/INDICES/*/*", "! /sdmx/v2/data/dataflow/*/INDICES/*/*?includeHistory=true"],
        ["/sdmx/v2/availability/{**path}"] = ["/sdmx/v2/availability/dataflow/*/INDICES/*/*"],
        ["/sdmx/v2/structure/{**path}"] = ["/sdmx/v2/structure/*", "/sdmx/v2/structure/dataconstraint"],
        ["/sdmx/v2/{resource}/{**path}"] = ["/sdmx/v2/colour/x"],
        ["/{**path:file}"] = ["/no/such.file", "/statistics.db"],
        ["/login"] = ["/login"],
        ["/login/code"] = ["/login/code"],
        ["/session"] = ["/session"],
    };

    /// <summary>The routes that anybody may GET, each once.</summary>
    internal static IReadOnlyList<string> Public(IEnumerable<RouteEndpoint> endpoints) =>
    [
        .. endpoints
            .Where(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Contains("GET"))
            .Where(e => !e.RoutePattern.RawText!.StartsWith("/console", StringComparison.Ordinal) && !IsFramework(e))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Routes without a line.</summary>
    internal static IReadOnlyList<string> Missing(IEnumerable<RouteEndpoint> endpoints) => [.. Public(endpoints).Where(route => !Routes.ContainsKey(route))];

    /// <summary>All addresses, and whether each shows the release once it is out.</summary>
    internal static IEnumerable<(string Address, bool Shows)> Addresses(IEnumerable<RouteEndpoint> endpoints) =>
        Public(endpoints).SelectMany(route => Routes.GetValueOrDefault(route) ?? []).Append("/no/such/page").Select(line => (Filled(line.TrimStart('!', ' ')), line[0] == '!'));

    /// <summary>The ways in which each address is asked.</summary>
    internal static IEnumerable<(string Address, string How, Action<HttpRequestMessage>? With)> Ways(string address)
    {
        yield return (address, "", null);
        yield return (And(address, "lang=en"), "", null);
        if (!address.Contains("asOf", StringComparison.Ordinal))
        {
            yield return (And(address, "asOf=2030-01-01"), "", null);
            yield return (And(address, "asOf=2026-11-24T07:30:00Z"), "", null);
        }
        yield return (address, "HEAD", r => r.Method = HttpMethod.Head);
        yield return (address, "Range", r => r.Headers.Range = new RangeHeaderValue(0, 99));
        yield return (address, "If-None-Match", r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"x\"")));
        yield return (address, "gzip", r => r.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip")));
        yield return (address, "br", r => r.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br")));
    }

    /// <summary>What is drawn at random for each visitor and is no statement about anything.</summary>
    internal static string Masked(string text) => Token().Replace(text, "<token>");

    /// <summary>Files of the build, and the circuit's own addresses, which hold nothing of the database.</summary>
    private static bool IsFramework(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal)
        || endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor")
        || endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is not null
        || endpoint.RoutePattern.RawText!.Contains("nonfile", StringComparison.Ordinal);

    private static string Filled(string address) => address
        .Replace("{indicator}", Canary.Methodology.Root.Indicators.First().Code, StringComparison.Ordinal)
        .Replace("{code}", Canary.Methodology.Code, StringComparison.Ordinal)
        .Replace("{next}", Canary.Next.ToString(), StringComparison.Ordinal)
        .Replace("{last}", Canary.Next.Plus(-1).ToString(), StringComparison.Ordinal)
        .Replace("{methodology}", Canary.Methodology.Version, StringComparison.Ordinal);

    private static string And(string address, string query) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";

    [GeneratedRegex("CfDJ8[A-Za-z0-9_/+=-]+|(?<=\"traceId\":\")[0-9a-f-]+|(?<=<!--Blazor(-Server-Component-State)?:)[^>]+|\"prerenderId\":\"[0-9a-f]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
