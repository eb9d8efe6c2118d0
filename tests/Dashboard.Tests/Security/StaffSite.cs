using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>The login routes over a real database, and a page that only staff may see, for one visitor with cookies.</summary>
internal sealed partial class StaffSite : IAsyncDisposable
{
    internal const string StaffPage = "/console/who";

    /// <summary>Gives the token that pages of the console carry.</summary>
    internal const string TokenPage = "/console/token";

    private readonly WebApplication _app;

    private readonly bool _isServed;

    private StaffSite(bool isSecondFactorRequired, bool isServed)
    {
        _isServed = isServed;
        Room = new StaffRoom(isSecondFactorRequired);
        var builder = WebApplication.CreateBuilder();
        if (isServed)
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        else
            builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        Room.Furnish(builder.Services);
        builder.Services.AddSingleton(Room.Store.Get<IReleaseReader>()).AddSingleton(Room.Definitions).AddSingleton(Room.Store.Get<IObservationReader>());
        builder.Services.AddSingleton(Room.Desk).AddSingleton(Room.Intake).AddSingleton<Indices.Provenance.IJobControl>(Room.Jobs);
        builder.Services.AddSingleton(Room.Templates);
        builder.Services.AddPublicPages().AddStaffSecurity(Room.Options);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
            return next(context);
        });
        _app.UseSecurityHeaders();
        _app.UseRateLimiter();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.UseAntiforgery();
        _app.MapLogin();
        _app.MapIntake();
        _app.MapGet(TokenPage, (HttpContext http, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(http).RequestToken).RequireAuthorization();
        _app.MapGet(StaffPage, (ClaimsPrincipal user) => user.Identity!.Name).RequireAuthorization(nameof(Role.Operator));
    }

    internal StaffRoom Room { get; }

    internal HttpClient Visitor { get; set; } = default!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>With one operator, <c>wang</c>.</summary>
    /// <param name="isServed">True for a real server on a port of its own, for what only a socket shows.</param>
    internal static async Task<StaffSite> Open(bool isSecondFactorRequired = false, bool isServed = false)
    {
        var site = new StaffSite(isSecondFactorRequired, isServed);
        await site.Room.Add("wang", Role.Operator);
        await site._app.StartAsync(Cancellation);
        site.Visitor = site.NewVisitor();
        return site;
    }

    internal HttpClient NewVisitor(string scheme = "http") => _isServed
        ? new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies = new CookieContainer() }) { BaseAddress = Address }
        : new(new CookieContainerHandler { InnerHandler = _app.GetTestServer().CreateHandler() }) { BaseAddress = new Uri($"{scheme}://localhost/") };

    /// <summary>Of the newest visitor of a real server.</summary>
    internal CookieContainer Cookies { get; private set; } = new();

    /// <summary>Where a real server listens.</summary>
    internal Uri Address => new(_app.Urls.Single());

    internal Task<HttpResponseMessage> Get(string address) => Visitor.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

    /// <summary>Opens the form and sends it as a browser would.</summary>
    internal async Task<HttpResponseMessage> LogIn(string name = "wang", string password = StaffRoom.Password, string? returnUrl = null)
    {
        var page = await (await Get(DashboardUrls.Login)).Content.ReadAsStringAsync(Cancellation);
        return await Post(DashboardUrls.Login, ("name", name), ("password", password), ("returnUrl", returnUrl), (TokenField, Token().Match(page).Groups["token"].Value));
    }

    /// <summary>Opens the form of the second step and sends it.</summary>
    internal async Task<HttpResponseMessage> EnterCode(string code)
    {
        var page = await (await Get(DashboardUrls.LoginCode)).Content.ReadAsStringAsync(Cancellation);
        return await Post(DashboardUrls.LoginCode, ("code", code), (TokenField, Token().Match(page).Groups["token"].Value));
    }

    internal async Task<HttpResponseMessage> LogOut()
    {
        var page = await (await Get(DashboardUrls.Login)).Content.ReadAsStringAsync(Cancellation);
        return await Post(DashboardUrls.Logout, (TokenField, Token().Match(page).Groups["token"].Value));
    }

    internal async Task<HttpResponseMessage> Post(string address, params (string Name, string? Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        return await Visitor.PostAsync(new Uri(address, UriKind.Relative), form, Cancellation);
    }

    internal async Task<bool> IsLoggedIn() => (await Get(StaffPage)).StatusCode == HttpStatusCode.OK;

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await _app.DisposeAsync();
        Room.Dispose();
    }

    private const string TokenField = "__RequestVerificationToken";

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
