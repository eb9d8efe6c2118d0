using System.Net;
using System.Text.Json;
using Dashboard.Tests.Sdmx;
using Xunit;

namespace Dashboard.Tests.Api;

public sealed class OpenApiTests
{
    [Fact]
    public async Task Description_OfTheInterface_IsOpenApi31WithExamplesThatAreAnswered()
    {
        await using var site = await SdmxSite.Open();
        var description = JsonDocument.Parse(await site.Text("/openapi/v1.json")).RootElement;

        Assert.StartsWith("3.1.", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = description.GetProperty("paths").EnumerateObject().ToList();
        HashSet<string> own = ["/api/v1/indices", "/api/v1/indices/{code}", "/api/v1/indices/{code}/releases", "/api/v1/indices/{code}/observations", "/api/v1/indicators", "/api/v1/areas", "/api/v1/targets", "/api/v1/bulk.zip", "/api/v1/bulk.parquet"];
        Assert.Superset(own, paths.Select(p => p.Name).ToHashSet());
        foreach (var path in paths.Where(p => own.Contains(p.Name)))
        {
            var read = Assert.Single(path.Value.EnumerateObject());
            Assert.Equal("get", read.Name);
            Assert.False(string.IsNullOrEmpty(read.Value.GetProperty("summary").GetString()));
            var address = path.Name;
            var query = new List<string>();
            foreach (var parameter in read.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToArray() : [])
            {
                Assert.False(string.IsNullOrEmpty(parameter.GetProperty("description").GetString()));
                var name = parameter.GetProperty("name").GetString()!;
                if (parameter.GetProperty("in").GetString() == "path")
                    address = address.Replace("{" + name + "}", parameter.GetProperty("example").GetString(), StringComparison.Ordinal);
                // The period of the example is not published here, and a history has none.
                else if (name != "period" && parameter.TryGetProperty("example", out var example))
                    query.Add($"{name}={Uri.EscapeDataString(example.ToString())}");
            }
            Assert.Equal(HttpStatusCode.OK, (await site.Get($"{address}?{string.Join('&', query)}")).StatusCode);
        }
    }

    [Fact]
    public async Task ReferencePage_ScriptsStayStrict_AndOnlyItHasInlineStyles()
    {
        await using var site = await PublicSite.Open();
        var answer = await site.Get("/scalar");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src-elem 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/scalar/scalar.js")).StatusCode);
        Assert.DoesNotContain("unsafe", Assert.Single((await site.Get("/openapi/v1.json")).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
