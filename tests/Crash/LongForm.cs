namespace Crash;

/// <summary>Every kill of the check, told line by line.</summary>
internal static class LongForm
{
    private const int Writes = 100;
    private const int KillsOfTheTwin = 20;

    /// <param name="limit">Of each series.</param>
    /// <returns>Exit code: 0 when the program kept everything and the twin did not.</returns>
    internal static async Task<int> Run(int kills, TimeSpan limit, int seed)
    {
        using var harness = await Harness.Open(Console.Error.WriteLine);
        var reports = new List<KillReport> { await Tell(await harness.Random(kills, seed, limit)) };
        if (Life.CanChoose)
            foreach (var report in await harness.AtCalls(int.MaxValue, Writes, seed, limit))
                reports.Add(await Tell(report));
        else
            await Console.Out.WriteLineAsync("no strace: random instants alone");
        var twin = await Tell(await harness.RandomOfTheTwin(KillsOfTheTwin, seed, limit));
        return reports.TrueForAll(r => r.Faults.Count == 0) && twin.Faults.Count > 0 ? 0 : 1;
    }

    private static async Task<KillReport> Tell(KillReport report)
    {
        await Console.Out.WriteLineAsync(report.ToString());
        foreach (var fault in report.Faults.Take(10))
            await Console.Out.WriteLineAsync($"  {fault}");
        return report;
    }
}
