using System.Globalization;
using Microsoft.Data.Sqlite;
using TestSupport;

namespace Crash;

/// <summary>Kills a subject again and again, looks at what each kill left, and has the work finished.</summary>
/// <param name="told">Gets a line for each kill.</param>
internal sealed class KillSeries(Subject subject, Undisturbed undisturbed, TimeSpan took, TimeSpan limit, Action<string> told)
{
    /// <summary>So often a data directory is killed before its work may end.</summary>
    private const int KillsOfAFolder = 4;

    private readonly DateTimeOffset _end = DateTimeOffset.UtcNow + limit;

    /// <summary>At random instants of a seeded generator, counted from the moment when the work begins.</summary>
    internal async Task<KillReport> Random(int kills, int seed)
    {
        var random = new Random(seed);
        var report = new KillReport($"{subject.Name}, random instants, seed {seed}", kills);
        while (report.Kills < kills && !IsOver)
        {
            using var folder = Scratch.CopyOf(subject.Template.Path);
            var open = new HashSet<string>();
            for (var i = 0; i < KillsOfAFolder && report.Kills < kills; i++)
            {
                // Each life goes on where the one before was, so that half the time reaches everything.
                using var life = Life.Of(subject.Work(folder.Path));
                if (!await life.KillAfter(took * random.NextDouble() / 2))
                    break;
                open.UnionWith(Look(report, folder.Path, string.Create(CultureInfo.InvariantCulture, $"kill {report.Kills + 1}")));
            }
            await Finish(report, folder.Path, open);
        }
        return report;
    }

    /// <summary>At the given occurrences of system calls, in an order that a limit of time cuts off evenly.</summary>
    internal async Task<IReadOnlyList<KillReport>> At(IReadOnlyList<(string Call, int Nth)> points, int seed)
    {
        var reports = points.CountBy(p => p.Call).ToDictionary(c => c.Key, c => new KillReport($"{subject.Name}, {c.Key}", c.Value));
        var shuffled = points.ToArray();
        new Random(seed).Shuffle(shuffled);
        foreach (var (call, nth) in shuffled)
        {
            if (IsOver)
                break;
            using var folder = Scratch.CopyOf(subject.Template.Path);
            if (!await Life.KilledAfter(call, nth, subject.Work(folder.Path)))
            {
                reports[call].NotReached++;
                continue;
            }
            await Finish(reports[call], folder.Path, Look(reports[call], folder.Path, string.Create(CultureInfo.InvariantCulture, $"{call} {nth}")));
        }
        return [.. reports.Values];
    }

    private bool IsOver => DateTimeOffset.UtcNow > _end;

    private IReadOnlyList<string> Look(KillReport report, string data, string kill)
    {
        var found = Inspection.Of(data, undisturbed);
        report.Count(found.Kept.Count, undisturbed.Transactions.Count);
        report.Faults.AddRange(found.Faults.Select(fault => $"{kill}: {fault}"));
        told($"{report.Name}: {kill} left {found.Kept.Count} of {undisturbed.Transactions.Count} commits, {report.Faults.Count} faults so far");
        return found.OpenRuns;
    }

    /// <summary>The last life comes to its end, shows what was interrupted as that, and leaves what an undisturbed one does.</summary>
    private async Task Finish(KillReport report, string data, IEnumerable<string> open)
    {
        using var life = Life.Of(subject.Finish(data));
        if (await life.ToTheEnd() is null)
        {
            report.Faults.Add($"after kill {report.Kills}: the work was not finished: {await life.Why()}");
            return;
        }
        var file = Path.Combine(data, "statistics.db");
        using (var connection = Inspection.Open(file))
            report.Faults.AddRange(Rows(connection, "SELECT id, outcome FROM job_run WHERE outcome = 'Running'").Concat(open.SelectMany(
                id => Rows(connection, $"SELECT id, outcome FROM job_run WHERE id = {id} AND outcome <> 'Interrupted'"))).Select(run => $"after kill {report.Kills}: run shown as {run}"));
        if (Difference(undisturbed.Content, DatabaseContent.Of(file)) is { } difference)
            report.Faults.Add($"after kill {report.Kills}: other content in the end: {difference}");
    }

    private static List<string> Rows(SqliteConnection connection, string sql) => DatabaseContent.Rows(connection, sql);

    private static string? Difference(string expected, string actual) => expected == actual ? null
        : expected.Split('\n').Except(actual.Split('\n')).Select(line => $"- {line}").Concat(actual.Split('\n').Except(expected.Split('\n')).Select(line => $"+ {line}")).FirstOrDefault("a row twice");
}
