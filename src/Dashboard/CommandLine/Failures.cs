using Indices.Methodology;

namespace Dashboard.CommandLine;

/// <summary>Exit codes: 0 done, 1 checked and not intact, 2 bad input, 3 what the machine could not do, said on standard error. Anything else is a fault of ours and is not dressed up.</summary>
internal static class Failures
{
    internal const int NotIntact = 1;
    internal const int BadInput = 2;

    /// <summary>The machine could not keep or read something: a full disk, a database held by another program.</summary>
    internal const int NotKept = 3;

    internal static int Report(TextWriter error, Action action)
    {
        try
        {
            action();
            return 0;
        }
        catch (Exception failure) when (IsBadInput(failure))
        {
            error.WriteLine(failure.Message);
            return BadInput;
        }
    }

    internal static async Task<int> Report(TextWriter error, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception failure) when (IsBadInput(failure))
        {
            await error.WriteLineAsync(failure.Message);
            return BadInput;
        }
        catch (IOException failure)
        {
            await error.WriteLineAsync(failure.Message);
            return NotKept;
        }
    }

    private static bool IsBadInput(Exception failure) => failure is BadInputException or MethodologyFileException;
}
