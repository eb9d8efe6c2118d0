using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Dashboard.Security;
using Indices.Methodology;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Dashboard.Api;

/// <summary>The data interface described by itself: OpenAPI 3.1 at <c>/openapi/v1.json</c>, and as a page at <c>/scalar</c>.</summary>
internal static class OpenApi
{
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["period"] = "2024-Q3",
        ["asOf"] = "2025-11-24",
        ["updatedAfter"] = "2025-11-24T10:00:00Z",
        ["startPeriod"] = "2023",
        ["endPeriod"] = "2024-Q4",
        ["format"] = "csv",
        ["page"] = "1",
        ["pageSize"] = "100",
    };

    internal static IServiceCollection AddDescription(this IServiceCollection services)
    {
        // Numbers are numbers, in the description and in what is read.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        return services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(Describe);
        });
    }

    internal static IEndpointRouteBuilder MapDescription(this IEndpointRouteBuilder endpoints)
    {
        var description = endpoints.MapGroup("").AsOpenData();
        description.MapOpenApi("/openapi/{documentName}.json");
        // Our page starts it from a file, as nothing inline may run; its own one-line script would not.
        endpoints.MapGet("/scalar", () => TypedResults.Text(Page, "text/html; charset=utf-8")).WithMetadata(new InlineStyles()).ExcludeFromDescription();
        endpoints.MapScalarApiReference("/scalar");
        return endpoints;
    }

    private const string Page = """
        <!doctype html>
        <html lang="zh-CN">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>API</title>
        </head>
        <body>
          <main id="reference"><noscript><p>接口说明 API description: <a href="/openapi/v1.json">/openapi/v1.json</a></p></noscript></main>
          <script src="/scalar/scalar.js"></script>
          <script src="/js/api-reference.js"></script>
        </body>
        </html>
        """;

    private static async Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var site = context.ApplicationServices.GetRequiredService<Site>();
        document.Info = new OpenApiInfo
        {
            Title = $"{site.EnglishName} · {site.Name}",
            Version = "v1",
            Description = """
                Published indices, their releases and every version of them. Values are as published, with all their decimals. What is not published yet is not there.
                Faults are problem details (RFC 9457). Answers carry an ETag; 60 requests a minute and 20 at once for each client.
                The same data in SDMX: `/sdmx/v1` (REST 1.5) and `/sdmx/v2` (REST 2).
                """,
        };
        // The address under which the service was asked is not part of what it is.
        document.Servers = [new OpenApiServer { Url = "/" }];
        using var scope = context.ApplicationServices.CreateScope();
        var code = (await scope.ServiceProvider.GetRequiredService<IDefinitionReader>().Current(cancellation))?.IndexCodes.FirstOrDefault();
        foreach (var path in document.Paths.Values)
        {
            path.Operations?.Remove(HttpMethod.Head);
            foreach (var parameter in path.Operations?.Values.SelectMany(o => o.Parameters ?? []).OfType<OpenApiParameter>() ?? [])
            {
                // Parameters that are read as one record come with the names of its properties.
                parameter.Name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
                parameter.Example = Example(parameter, code);
            }
        }
    }

    private static JsonNode? Example(OpenApiParameter parameter, string? code) =>
        parameter.Name is "code" or "node" ? code
        : parameter.Name is "page" or "pageSize" ? int.Parse(Examples[parameter.Name], System.Globalization.CultureInfo.InvariantCulture)
        : parameter.Name is { } name && Examples.TryGetValue(name, out var example) ? example
        : null;
}

/// <summary>Marks the one page whose scripts, a library's, write style elements.</summary>
internal sealed record InlineStyles;
