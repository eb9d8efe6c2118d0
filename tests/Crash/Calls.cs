using System.Text.RegularExpressions;

namespace Crash;

/// <summary>The system calls at which processes are killed, and how strace tells of them.</summary>
internal static partial class Calls
{
    internal const string Write = "pwrite64";

    /// <summary>What gives something its name, cuts it off, or makes it durable; and writes.</summary>
    internal static IReadOnlyList<string> All { get; } = ["rename", "renameat", "renameat2", "ftruncate", "fsync", "fdatasync", Write];

    /// <summary>The call that a line says has ended; null for every other line.</summary>
    internal static string? Ended(string line) => End().Match(line) is { Success: true } found ? found.Groups["call"].Value : null;

    // 4711 fsync(264) = 0, or, when another thread came in between, 4711 <... fsync resumed>) = 0
    [GeneratedRegex(@"^\d+ +(<\.\.\. )?(?<call>[a-z0-9]+)(\(| resumed)(?!.*<unfinished)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex End();
}
