using Dashboard.Api;
using Dashboard.Bundles;
using Dashboard.Caching;
using Dashboard.PageModels;
using Dashboard.PageModels.LabPages;
using Dashboard.PageModels.RecalculationPages;
using Dashboard.Sdmx;
using Dashboard.Security;
using Indices.Storage;
using Ingest;
using Ingest.Schedule;
using Ingest.Sources;

namespace Dashboard;

/// <summary>The web server with everything in it: composed here and nowhere else, so that tests start the very same one.</summary>
internal static class DashboardServer
{
    internal static async Task<int> Run(string[] args)
    {
        await using var app = Create(args);
        await app.RunAsync();
        return 0;
    }

    internal static WebApplication Create(string[] args) => Create(args, TimeProvider.System);

    /// <param name="clock">Decides what is public, for every part of the program.</param>
    internal static WebApplication Create(string[] args, TimeProvider clock)
    {
        // The settings file lies beside the program, wherever that was started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        // A kept answer is sent at once where its request was read: handing it to another thread costs more than making it.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        var settings = ServerSettings.Of(builder.Configuration);
        builder.Services
            .AddSingleton(clock)
            .AddIndicesStorage(settings.Storage)
            .AddIngestion(settings.Ingest)
            .AddAnswerCache()
            .AddPublicPages()
            .AddTargets()
            .AddSingleton<LabReader>()
            .AddSingleton<RecalculationFactsReader>()
            .AddSingleton<HealthReader>()
            .AddSingleton(new ReleaseCheckOptions(settings.Profile == SeedProfile.Demo))
            .AddSingleton<ReleaseChecks>()
            .AddScreen()
            .AddStaffSecurity(settings.Staff)
            .AddSchedule(settings.Ingest);
        var app = builder.Build();
        app.Services.GetRequiredService<IStorageMigrator>().Migrate();
        ScheduleRegistration.PrepareStore(settings.Ingest);
        Route(app);
        return app;
    }

    private static void Route(WebApplication app)
    {
        app.UseProxies(app.Configuration);
        app.UseSecurityHeaders();
        app.UseFaultAnswers();
        app.UseRateLimits();
        app.UseRateLimiter();
        app.UseAnswerCache();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        var forEverybody = app.PublicAnswers();
        forEverybody.MapApi();
        forEverybody.MapTargets();
        forEverybody.MapReleaseFiles();
        forEverybody.MapBulk();
        forEverybody.MapDescription();
        forEverybody.MapCalendar();
        forEverybody.MapPublicPages();
        forEverybody.MapBundles();
        // Not kept: what it answers depends on what the reader says it takes.
        app.MapSdmx();
        app.MapLogin();
        app.MapIntake();
        app.MapScreen();
    }
}
