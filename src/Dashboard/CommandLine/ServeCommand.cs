using System.CommandLine;

namespace Dashboard.CommandLine;

/// <summary><c>serve</c>: the web server, and what runs when no verb is given.</summary>
internal static class ServeCommand
{
    internal static Command Build(Func<string[], Task<int>> serve)
    {
        var command = new Command("serve", "启动网站(默认)。Starts the web server (default).");
        Make(command, serve);
        return command;
    }

    /// <summary>Has a command start the server. Options that are not ours, such as <c>--urls</c>, go to the server's configuration.</summary>
    internal static void Make(Command command, Func<string[], Task<int>> serve)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => Failures.Report(parsed.InvocationConfiguration.Error, () => serve(Options(parsed))));
    }

    private static string[] Options(ParseResult parsed)
    {
        // A mistyped verb must not start a server.
        if (parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal))
            throw new BadInputException($"没有这个命令：{first}。", $"No such command: {first}.");
        return [.. parsed.UnmatchedTokens];
    }
}
