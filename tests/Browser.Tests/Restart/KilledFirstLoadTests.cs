using System.Globalization;
using TestSupport;
using Xunit;

namespace Browser.Tests.Restart;

/// <summary>
/// The program is killed in the middle of its first load, again and again, and must end with the content of an
/// undisturbed run. KILLS sets how often (3 here; tests/kill-first-load.sh runs the long form).
/// </summary>
public sealed class KilledFirstLoadTests
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "3", CultureInfo.InvariantCulture);

    [Fact]
    public async Task FirstLoad_KilledAndStartedAgain_EndsWithTheContentOfAnUndisturbedRun()
    {
        var undisturbed = Directory.CreateTempSubdirectory("dashboard-whole-").FullName;
        var killed = Directory.CreateTempSubdirectory("dashboard-killed-").FullName;
        var (expected, took) = await LoadToTheEnd(undisturbed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var program = await DashboardProcess.Start(killed);
            // Spread over the whole load: each start goes a little further before it is killed.
            await Task.Delay(took * (kill + 1) / (Kills + 1) / 2, TestContext.Current.CancellationToken);
            await program.Kill();
        }
        var (actual, _) = await LoadToTheEnd(killed);
        Assert.Equal(expected, actual);
        Directory.Delete(undisturbed, recursive: true);
        Directory.Delete(killed, recursive: true);
    }

    private static async Task<(string Content, TimeSpan Took)> LoadToTheEnd(string data)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var program = await DashboardProcess.Start(data);
        await program.Until(async http => await DemoSite.IsComplete(http) && HasCalculated(data));
        var took = clock.Elapsed;
        await program.Kill();
        return (DatabaseContent.Of(Path.Combine(data, "statistics.db")), took);
    }

    /// <summary>The last jobs of the chain have ended: one calculation an index after the newest start.</summary>
    private static bool HasCalculated(string data) => JobRuns.EndedSinceLastStart(Path.Combine(data, "statistics.db"), "calculate-") >= 6;
}
