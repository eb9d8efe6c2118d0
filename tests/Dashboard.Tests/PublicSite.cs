using System.Security.Cryptography;
using System.Text;
using Dashboard.Api;
using Dashboard.Caching;
using Dashboard.Sdmx;
using Dashboard.Security;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Storage;
using Indices.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace Dashboard.Tests;

/// <summary>The public routes over a real database, with a clock that the test holds. Definitions are the sample ones.</summary>
public sealed class PublicSite : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2025, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore _store = new();
    private readonly WebApplication _app;

    private PublicSite(Definitions? definitions)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(_store.Get<IReleaseReader>());
        builder.Services.AddSingleton(_store.Get<ICalendarReader>());
        builder.Services.AddSingleton<IDefinitionReader>(new SampleDefinitionReader(definitions));
        builder.Services.AddSingleton(_store.Get<IObservationReader>());
        builder.Services.AddSingleton(_store.Get<IStorageChanges>());
        builder.Services.AddAnswerCache();
        builder.Services.AddPublicPages();
        builder.Services.AddTargets();
        _app = builder.Build();
        _app.UseSecurityHeaders();
        _app.UseFaultAnswers();
        _app.UseRateLimits();
        _app.UseAnswerCache();
        var forEverybody = _app.PublicAnswers();
        forEverybody.MapApi();
        forEverybody.MapTargets();
        forEverybody.MapReleaseFiles();
        forEverybody.MapBulk();
        forEverybody.MapDescription();
        forEverybody.MapCalendar();
        forEverybody.MapPublicPages();
        _app.MapSdmx();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public HttpClient Client { get; private set; } = default!;

    public static async Task<PublicSite> Open(Definitions? definitions)
    {
        var site = new PublicSite(definitions);
        await site._app.StartAsync(Xunit.TestContext.Current.CancellationToken);
        site.Client = site._app.GetTestClient();
        return site;
    }

    public static Task<PublicSite> Open() => Open(SampleDefinitions.All());

    /// <summary>Proposes and approves through the real store.</summary>
    public async Task Approve(ReleaseContent content)
    {
        var writer = _store.Get<IReleaseWriter>();
        var releaseAt = content.Version.ReleaseAt!.Value;
        var candidate = SampleReleases.Candidate(content, releaseAt.AddDays(-2));
        var (id, _) = await writer.Propose(candidate, Xunit.TestContext.Current.CancellationToken);
        await writer.Approve(id, candidate.Fingerprint, releaseAt, "reviewer", releaseAt.AddDays(-1), Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>Moves a slot, from now on.</summary>
    public Task Move(string index, Period period, DateTimeOffset to, LocalText reason) => _store.Get<ICalendarWriter>().Move(
        new(index, period, to, reason, "reviewer", Clock.GetUtcNow()), "reviewer", Xunit.TestContext.Current.CancellationToken);

    /// <summary>Stores figures through the real store, as one document.</summary>
    public async Task Append(params NewObservation[] figures)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', figures.Select(f => f.ToString())))));
        await _store.Get<IObservationWriter>().Append(
            new ParsedDocument(new RawDocument(hash, "figures.csv", "inbox:figures.csv", "text/csv", 100, new Vintage(Start), "test"), figures, [], []),
            Xunit.TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string address) => Client.GetAsync(new Uri(address, UriKind.Relative), Xunit.TestContext.Current.CancellationToken);

    public async Task<string> Text(string address) =>
        await (await Get(address)).Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _store.Dispose();
    }

    private sealed class SampleDefinitionReader(Definitions? definitions) : IDefinitionReader
    {
        public Task<Definitions?> Current(CancellationToken cancellation = default) => Task.FromResult(definitions);

        public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) => Task.FromResult(
            definitions?.Versions(code).FirstOrDefault(v => v.Version == version) is { } found
                ? new DefinitionFile(DefinitionKind.Methodology, code, version, $"{code}.yaml", $"code: {code}\n", found.Sha256)
                : null);
    }
}
