using System.Globalization;
using Dashboard;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Time;
using TestSupport;

namespace Crash;

/// <summary>A data directory to begin with, and the work that waits in it: four files in the inbox, one on a desk, and an order.</summary>
/// <remarks>Every vintage is said by the files and lies before the order's cut-off, so that the content is the same whenever it runs.</remarks>
internal static class Scenario
{
    /// <summary>Who brings data in and orders; the two others review and approve.</summary>
    internal const string Account = "wang", Reviewer = "li", Approver = "zhou";

    /// <summary>Uploaded and accepted by hand.</summary>
    internal const string Upload = "late-figures.csv";

    internal static readonly RecalculationOrder Order = new(
        "HZ-STFI", [.. Enumerable.Range(0, 4).Select(Period.OfQuarter(2023, 3).Plus)], new Vintage(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    /// <summary>The real server on a data directory, without seeds; nothing but its start and people's orders makes it work.</summary>
    internal static WebApplication Server(string data) => DashboardServer.Create(
    [
        "--applicationName=Dashboard", "--urls=http://127.0.0.1:0", $"--DASHBOARD_DATA={data}", "--DASHBOARD_PROFILE=none",
        $"--DASHBOARD_SEED={RepositoryRoot.File("data", "seed")}", "--DASHBOARD_SECOND_FACTOR=optional", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft.AspNetCore=Error",
    ]);

    internal static string Inbox(string data) => Path.Combine(data, "inbox");

    internal static string Desk(string data) => Path.Combine(data, Upload);

    /// <summary>Definitions loaded, schedule paused, an account, and the files in their places.</summary>
    internal static async Task Prepare(string data)
    {
        await using (var app = Server(data))
        {
            var services = app.Services;
            await services.GetRequiredService<IScheduleWriter>().Add(
                new ScheduleEvent(0, ScheduleEvent.AllJobs, ScheduleEventKind.Paused, null, "", Account, DateTimeOffset.UtcNow));
            foreach (var name in new[] { Account, Reviewer, Approver })
                await services.GetRequiredService<IAccountWriter>().Create(
                    name, await services.GetRequiredService<Passwords>().Hash(name, "correct horse battery", default), Role.Reviewer, false,
                    AuditEntry.Done(DateTimeOffset.UtcNow, name, "account.create", name));
            await app.StartAsync();
            while (await services.GetRequiredService<IDefinitionReader>().Current() is null)
                await Task.Delay(20);
            await app.StopAsync();
        }
        Directory.CreateDirectory(Inbox(data));
        foreach (var (name, lines) in Files())
            Put(Path.Combine(Inbox(data), name), lines);
        File.WriteAllLines(Desk(data), Figures(year => year >= 2024));
    }

    /// <summary>Puts every file of the inbox there once more.</summary>
    internal static void Refill(string data)
    {
        foreach (var (name, lines) in Files())
            Put(Path.Combine(Inbox(data), name), lines);
    }

    internal static IEnumerable<string> InboxNames => Files().Select(f => f.Name);

    private static IEnumerable<(string Name, IEnumerable<string> Lines)> Files()
    {
        var figures = Figures(year => year < 2024).ToList();
        return
        [
            ("1-figures.csv", figures),
            // What is known already, a row that cannot be read and one of a series that nobody knows.
            ("2-again.csv", [.. figures.Take(80), figures[1].Replace(",29,", ",29x,", StringComparison.Ordinal), figures[1].Replace("STFI-BRANCH", "NO-SUCH", StringComparison.Ordinal)]),
            ("3-denominators.csv", Demo("denominators.csv")),
            ("4-deals.csv", Demo("deals.csv")),
        ];
    }

    // As if they were the office's: what is synthetic is not published outside the demonstration.
    private static IEnumerable<string> Demo(string name) =>
        File.ReadLines(RepositoryRoot.File("data", "seed", "demo", name)).Select(line => line.Replace("synthetic", "official", StringComparison.Ordinal));

    private static IEnumerable<string> Figures(Func<int, bool> years) => Demo("HZ-STFI.csv")
        .Where((line, row) => row == 0 || years(int.Parse(line.Split(',')[2].AsSpan(0, 4), CultureInfo.InvariantCulture)));

    // Old enough for the inbox to take it as complete.
    private static void Put(string path, IEnumerable<string> lines)
    {
        File.WriteAllLines(path, lines);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
    }
}
