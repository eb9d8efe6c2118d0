using System.Text.Json;
using Microsoft.Playwright;
using TestSupport;
using Xunit;

[assembly: AssemblyFixture(typeof(Browser.Tests.DemoSite))]
// One program and one browser on two cores: flows that wait for seconds would disturb each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Browser.Tests;

/// <summary>The program with the complete demonstration, loaded once for all tests, and a real Chromium.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("dashboard-browser-").FullName;
    private IPlaywright? _playwright;

    public DashboardProcess Program { get; private set; } = null!;

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Program = await DashboardProcess.Start(_data);
        await Program.Until(async http => await IsComplete(http) && JobRuns.EndedSinceLastStart(Path.Combine(_data, "statistics.db"), "calculate-") >= 6);
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A page that records console errors, page errors, failed requests and breaches of the content policy.</summary>
    public async Task<WatchedPage> Open(string path, int width = 1920, int height = 1080, bool script = true)
    {
        var context = await Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Program.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "zh-CN",
        });
        var page = await context.NewPageAsync();
        var watched = new WatchedPage(page);
        await page.GotoAsync(path);
        return watched;
    }

    /// <summary>Puts a file into the inbox, as staff or a program would.</summary>
    public Task Drop(string name, string content) => File.WriteAllTextAsync(Path.Combine(_data, "inbox", name), content + "\n");

    /// <summary>Period of the newest visible release of an index.</summary>
    public async Task<string> LatestPeriod(string index)
    {
        using var answer = JsonDocument.Parse(await Program.Http.GetStringAsync(new Uri("api/v1/indices", UriKind.Relative)));
        return answer.RootElement.EnumerateArray().Single(i => i.GetProperty("code").GetString() == index)
            .GetProperty("latest").GetProperty("period").GetString()!;
    }

    /// <summary>All six indices have a released value.</summary>
    internal static async Task<bool> IsComplete(HttpClient http)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri("api/v1/indices", UriKind.Relative)));
        return answer.RootElement.GetArrayLength() == 6
            && answer.RootElement.EnumerateArray().All(i => i.TryGetProperty("latest", out var latest) && latest.ValueKind == JsonValueKind.Object);
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        _playwright?.Dispose();
        if (Program is not null)
            await Program.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
