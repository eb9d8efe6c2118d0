using Xunit;

namespace Dashboard.Tests.Security;

public class SecurityHeadersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/indices")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/indices")]
    [InlineData("/healthz")]
    public async Task AnyPublicRoute_HasTheStrictPolicyAndNoCookie(string address)
    {
        await using var site = await PublicSite.Open();

        var answer = await site.Get(address);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
