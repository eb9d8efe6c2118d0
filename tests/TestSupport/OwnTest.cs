using System.Diagnostics;

namespace TestSupport;

/// <summary>Runs one test of this program in a process of its own, under other settings.</summary>
public static class OwnTest
{
    /// <param name="settings">Environment variables as NAME=VALUE.</param>
    /// <returns>Null when it passed, otherwise what it said.</returns>
    public static async Task<string?> Fault(Type type, string method, IEnumerable<string> settings, CancellationToken cancellation)
    {
        // Not the path of this process: the runner may have been started by the dotnet command.
        var start = new ProcessStartInfo(Path.ChangeExtension(type.Assembly.Location, null), ["-method", $"{type.FullName}.{method}"]) { RedirectStandardOutput = true };
        foreach (var setting in settings)
            start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 && output.Contains("Total: 1", StringComparison.Ordinal) ? null : output;
    }
}
