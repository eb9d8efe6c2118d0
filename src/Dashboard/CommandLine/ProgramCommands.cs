using System.CommandLine;

namespace Dashboard.CommandLine;

/// <summary>The verbs of the program.</summary>
public static class ProgramCommands
{
    /// <summary>Runs the verb that the arguments name, <c>serve</c> when they name none.</summary>
    /// <param name="serve">Starts the web server with what is left of the arguments and returns when it has stopped.</param>
    /// <returns>Exit code: 0; 1 when a check found something wrong; 2 when the arguments or the input are refused.</returns>
    public static async Task<int> Run(string[] args, Func<string[], Task<int>> serve, InvocationConfiguration? console = null)
    {
        console ??= new InvocationConfiguration();
        // The server stops by itself on a signal, and in its own time: jobs that run are let finish.
        console.ProcessTerminationTimeout = null;
        console.EnableDefaultExceptionHandler = false;
        var parsed = Build(serve).Parse(args);
        var refusals = parsed.Errors.Select(e => e.Message).Concat(Unknown(parsed)).ToList();
        if (refusals.Count == 0)
            return await parsed.InvokeAsync(console);
        foreach (var refusal in refusals)
            await console.Error.WriteLineAsync($"参数有误。{refusal}");
        return Failures.BadInput;
    }

    /// <summary>Only the server takes options that are not ours; the parser's leave for it covers every verb.</summary>
    private static IEnumerable<string> Unknown(ParseResult parsed) => parsed.CommandResult.Command.TreatUnmatchedTokensAsErrors
        ? parsed.UnmatchedTokens.Select(token => $"不认识的参数：{token}。Unknown argument: {token}.")
        : [];

    public static RootCommand Build(Func<string[], Task<int>> serve)
    {
        var root = new RootCommand("指数与目标展示平台。Indices and targets dashboard.")
        {
            ServeCommand.Build(serve), IngestCommand.Build(), ComputeCommand.Build(), LabCommand.Build(), TargetsCommand.Build(), DemoCommand.Build(),
            VerifyCommand.Build(), VerifyAuditCommand.Build(),
        };
        ServeCommand.Make(root, serve);
        return root;
    }
}
