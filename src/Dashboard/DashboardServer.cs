using Dashboard.Api;
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

    internal static WebApplication Create(string[] args)
    {
        // The settings file lies beside the program, wherever that was started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        var settings = ServerSettings.Of(builder.Configuration);
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddIndicesStorage(settings.Storage)
            .AddIngestion(settings.Ingest)
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
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapApi();
        app.MapTargets();
        app.MapSdmx();
        app.MapReleaseFiles();
        app.MapPublicPages();
        app.MapLogin();
        app.MapIntake();
        app.MapScreen();
    }
}
