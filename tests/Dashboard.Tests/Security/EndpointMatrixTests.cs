using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Security;
using Indices.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>The server as it is composed for real, asked through each of its endpoints.</summary>
public sealed partial class EndpointMatrixTests : IAsyncLifetime
{
    private const string Password = "Correct horse 7 battery";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("endpoint-matrix-");
    private readonly List<HttpClient> _visitors = [];
    private WebApplication _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = DashboardServer.Create(
        [
            $"--DASHBOARD_DATA={_data.FullName}", "--DASHBOARD_PROFILE=none", $"--DASHBOARD_SEED={RepositoryRoot.File("data", "seed")}",
            "--DASHBOARD_SECOND_FACTOR=optional", "--urls=http://127.0.0.1:0",
        ]);
        await _app.StartAsync(Cancellation);
        var hash = await _app.Services.GetRequiredService<Passwords>().Hash("", Password, Cancellation);
        foreach (var role in Enum.GetValues<Role>())
            await _app.Services.GetRequiredService<IAccountWriter>().Create(
                role.ToString(), hash, role, false, AuditEntry.Done(DateTimeOffset.UtcNow, "test", "account.create", "test"), Cancellation);
    }

    [Fact]
    public async Task EndpointThatChanges_WithoutAnAntiforgeryToken_IsRefused()
    {
        var chief = await LogIn(Role.Administrator);
        var changing = Endpoints().Where(e => Methods(e).Any(m => m is "POST" or "PUT" or "DELETE" or "PATCH")).ToList();

        Assert.Contains(changing, e => e.RoutePattern.RawText == DashboardUrls.Login);
        Assert.Contains(changing, e => e.RoutePattern.RawText == DashboardUrls.LoginCode);
        Assert.Contains(changing, e => e.RoutePattern.RawText == DashboardUrls.Logout);
        foreach (var endpoint in changing)
            foreach (var method in Methods(endpoint).Where(m => m is "POST" or "PUT" or "DELETE" or "PATCH"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Address(endpoint));
                request.Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "x"), KeyValuePair.Create("password", "x"), KeyValuePair.Create("code", "x")]);
                using var answer = await chief.SendAsync(request, Cancellation);
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{method} {endpoint.RoutePattern.RawText}: {answer.StatusCode}");
            }
    }

    [Fact]
    public async Task ConsolePage_OfEachRole_OpensForThoseThatItIsForAlone()
    {
        var pages = Endpoints().Where(e => e.RoutePattern.RawText!.StartsWith(DashboardUrls.Console, StringComparison.Ordinal) && Methods(e).Contains("GET")).ToList();
        Assert.InRange(pages.Count, 10, 1000);
        var anonymous = NewVisitor();
        foreach (var page in pages)
            await AssertLeadsTo(anonymous, page, "/login?returnUrl=");
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await LogIn(role);
            foreach (var page in pages)
                if (PoliciesOf(page).All(least => role.Includes(least)))
                    await AssertOpens(visitor, page);
                else
                    await AssertLeadsTo(visitor, page, DashboardUrls.Console);
        }
    }

    [Fact]
    public void ConsolePage_WithoutARole_IsOneOfOnesOwnAccount() => Assert.Equal(
        [DashboardUrls.ConsolePassword, DashboardUrls.ConsoleSecondFactor],
        Endpoints().Where(e => e.RoutePattern.RawText!.StartsWith(DashboardUrls.Console, StringComparison.Ordinal) && PoliciesOf(e).Count == 0).Select(e => e.RoutePattern.RawText!).Distinct().Order());

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(v => v.Dispose());
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>All but the hub's own, which take no form and are guarded by origin.</summary>
    private IEnumerable<RouteEndpoint> Endpoints() => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => !e.RoutePattern.RawText!.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal));

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static List<Role> PoliciesOf(RouteEndpoint endpoint) =>
        [.. endpoint.Metadata.OfType<IAuthorizeData>().Where(a => a.Policy is not null).Select(a => Enum.Parse<Role>(a.Policy!))];

    private static Uri Address(RouteEndpoint endpoint) => new(Parameter().Replace(endpoint.RoutePattern.RawText!, "1"), UriKind.Relative);

    private static async Task AssertOpens(HttpClient visitor, RouteEndpoint page)
    {
        using var answer = await visitor.GetAsync(Address(page), Cancellation);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{page.RoutePattern.RawText}: {answer.StatusCode}");
    }

    private static async Task AssertLeadsTo(HttpClient visitor, RouteEndpoint page, string address)
    {
        using var answer = await visitor.GetAsync(Address(page), Cancellation);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains(address, StringComparison.Ordinal),
            $"{page.RoutePattern.RawText}: {answer.StatusCode} {answer.Headers.Location}");
    }

    private async Task<HttpClient> LogIn(Role role)
    {
        var visitor = NewVisitor();
        var form = await visitor.GetStringAsync(new Uri(DashboardUrls.Login, UriKind.Relative), Cancellation);
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = role.ToString(), ["password"] = Password, ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
        });
        using var answer = await visitor.PostAsync(new Uri(DashboardUrls.Login, UriKind.Relative), fields, Cancellation);
        Assert.Equal(DashboardUrls.Console, answer.Headers.Location?.ToString());
        return visitor;
    }

    private HttpClient NewVisitor()
    {
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        _visitors.Add(visitor);
        return visitor;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
