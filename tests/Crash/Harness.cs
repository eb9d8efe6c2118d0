namespace Crash;

/// <summary>The program and its naive twin, with what an undisturbed run of the program ends with.</summary>
internal sealed class Harness : IDisposable
{
    private readonly Scratch _model;
    private readonly Subject _program;
    private readonly Subject _twin;
    private readonly Undisturbed _undisturbed;
    private readonly TimeSpan _took;

    private readonly Action<string> _told;

    private Harness(Subject program, Scratch model, TimeSpan took, Action<string> told) =>
        (_program, _model, _undisturbed, _took, _twin, _told) = (program, model, Undisturbed.Of(model.Path), took, Subject.Twin(program, model.Path), told);

    /// <param name="told">Gets a line for each kill.</param>
    internal static async Task<Harness> Open(Action<string> told)
    {
        var program = await Subject.Program();
        var model = Scratch.CopyOf(program.Template.Path);
        return new Harness(program, model, await ToTheEnd(program.Work(model.Path)), told);
    }

    /// <summary>Kills at random instants; they are the same for the same seed, as far as the machine is.</summary>
    internal Task<KillReport> Random(int kills, int seed, TimeSpan limit) => new KillSeries(_program, _undisturbed, _took, limit, _told).Random(kills, seed);

    /// <summary>The same for the twin.</summary>
    internal async Task<KillReport> RandomOfTheTwin(int kills, int seed, TimeSpan limit)
    {
        using var folder = Scratch.CopyOf(_twin.Template.Path);
        return await new KillSeries(_twin, _undisturbed, await ToTheEnd(_twin.Work(folder.Path)), limit, _told).Random(kills, seed);
    }

    /// <summary>Kills at system calls that make something durable or give it its name, and at evenly spaced writes.</summary>
    /// <param name="boundaries">How many of each kind at most, evenly spaced.</param>
    internal async Task<IReadOnlyList<KillReport>> AtCalls(int boundaries, int writes, int seed, TimeSpan limit)
    {
        using var folder = Scratch.CopyOf(_program.Template.Path);
        var calls = await Life.Count(Calls.All, _program.Work(folder.Path));
        return await new KillSeries(_program, _undisturbed, _took, limit, _told).At(
        [
            .. from call in Calls.All.Where(calls.ContainsKey)
               from nth in Spread(calls[call], call == Calls.Write ? writes : boundaries)
               select (call, nth),
        ], seed);
    }

    /// <summary>So many of the numbers from 1 on, evenly spaced.</summary>
    private static List<int> Spread(int last, int count) => count >= last
        ? [.. Enumerable.Range(1, last)]
        : [.. Enumerable.Range(1, count).Select(i => (int)((long)i * last / (count + 1)))];

    private static async Task<TimeSpan> ToTheEnd(string[] arguments)
    {
        using var life = Life.Of(arguments);
        return await life.ToTheEnd() ?? throw new InvalidOperationException(await life.Why());
    }

    public void Dispose()
    {
        _twin.Dispose();
        _program.Dispose();
        _model.Dispose();
    }
}
