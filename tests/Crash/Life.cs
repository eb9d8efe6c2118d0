using System.Diagnostics;
using System.Globalization;

namespace Crash;

/// <summary>One process that works until it is done or killed.</summary>
internal sealed class Life : IDisposable
{
    // A busy machine may take its time; work that hangs is found all the same.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    private Life(string program, IEnumerable<string> arguments)
    {
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Complaint = _process.StandardError.ReadToEndAsync();
    }

    private Task<string> Complaint { get; }

    /// <summary>The system has strace, with which a process is killed at a system call of one's choice.</summary>
    internal static bool CanChoose { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "strace")));

    internal static Life Of(params IEnumerable<string> arguments) => new("dotnet", [typeof(Life).Assembly.Location, .. arguments]);

    /// <summary>Kills when a system call has been made for the <paramref name="nth"/> time, by whichever thread; that thread is held until the kill has come.</summary>
    /// <remarks>strace's own counting is by thread and would leave out most of the occurrences.</remarks>
    /// <returns>False when the work had come to its end before.</returns>
    internal static async Task<bool> KilledAfter(string call, int nth, IEnumerable<string> arguments)
    {
        using var life = Traced(["-e", $"trace={call}", "-e", $"inject={call}:delay_exit={(call == Calls.Write ? 1 : 10)}ms"], arguments);
        while (await life.Line() is { } line)
        {
            if (Calls.Ended(line) != call || --nth > 0)
                continue;
            using (var thread = Process.GetProcessById(int.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture)))
                thread.Kill();
            await life._process.WaitForExitAsync().WaitAsync(Longest);
            return true;
        }
        await life._process.WaitForExitAsync().WaitAsync(Longest);
        return life._process.ExitCode == 0 ? false : throw new InvalidOperationException(await life.Why());
    }

    /// <summary>How often an undisturbed life makes each of some system calls.</summary>
    internal static async Task<IReadOnlyDictionary<string, int>> Count(IEnumerable<string> calls, IEnumerable<string> arguments)
    {
        using var life = Traced(["-e", $"trace={string.Join(',', calls)}"], arguments);
        var ended = new Dictionary<string, int>();
        while (await life.Line() is { } line)
            if (Calls.Ended(line) is { } call)
                ended[call] = ended.GetValueOrDefault(call) + 1;
        return ended;
    }

    /// <returns>How long it took from its beginning to its end; null when it came to no end.</returns>
    internal async Task<TimeSpan?> ToTheEnd()
    {
        if (!await Says(StaffWork.Began))
            return null;
        var clock = Stopwatch.StartNew();
        var isDone = await Says(StaffWork.Done);
        var took = clock.Elapsed;
        await _process.WaitForExitAsync().WaitAsync(Longest);
        return isDone && _process.ExitCode == 0 ? took : null;
    }

    /// <returns>False when it had come to its end before.</returns>
    internal async Task<bool> KillAfter(TimeSpan delay)
    {
        await Says(StaffWork.Began);
        var isDone = Says(StaffWork.Done);
        await Task.WhenAny(isDone, Task.Delay(delay));
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        return !await isDone;
    }

    /// <summary>What it said when it came to no end.</summary>
    internal async Task<string> Why() => (await Complaint).Trim() is { Length: > 0 } text ? text : "no word";

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static Life Traced(IEnumerable<string> options, IEnumerable<string> arguments) =>
        new("strace", ["--seccomp-bpf", "-f", "-qq", "-o", "/dev/stdout", .. options, "dotnet", typeof(Life).Assembly.Location, .. arguments]);

    private Task<string?> Line() => _process.StandardOutput.ReadLineAsync().WaitAsync(Longest);

    private async Task<bool> Says(string word)
    {
        while (await Line() is { } line)
            if (line == word)
                return true;
        return false;
    }
}
