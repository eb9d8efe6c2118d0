using System.Net;
using Dashboard.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class FaultAnswersTests
{
    [Theory]
    [InlineData("/api/fails", "application/json", "application/problem+json")]
    [InlineData("/sdmx/fails", "*/*", "application/problem+json")]
    [InlineData("/fails", "text/html", "text/html")]
    public async Task Failure_OfAnEndpoint_SaysATraceIdAndNothingElse(string address, string accept, string type)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddPublicPages();
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseFaultAnswers();
        app.MapGet(address, string () => throw new InvalidOperationException("Secret of /data/statistics.db"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Accept", accept);

        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("[0-9a-f]{32}|[0-9A-Z]{13}", text);
        foreach (var leak in new[] { "Secret", "statistics.db", "InvalidOperation", "   at ", ".cs:" })
            Assert.DoesNotContain(leak, text, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }
}
