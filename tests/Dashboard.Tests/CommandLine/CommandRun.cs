using System.CommandLine;
using Dashboard.CommandLine;

namespace Dashboard.Tests.CommandLine;

/// <summary>The program's command line, run in this process with a folder of its own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("command-test-").FullName;

    internal string Out => Path.Combine(_folder, "out");

    /// <summary>What the last run said on standard error.</summary>
    internal string Error { get; private set; } = "";

    /// <summary>What the last run said on standard output.</summary>
    internal string Output { get; private set; } = "";

    /// <summary>What the server was last started with; null when it was not.</summary>
    internal string[]? Served { get; private set; }

    internal string Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    internal async Task<int> Run(params string[] args)
    {
        using var error = new StringWriter();
        using var output = new StringWriter();
        var code = await ProgramCommands.Run(args, Serve, new InvocationConfiguration { Error = error, Output = output });
        (Error, Output) = (error.ToString(), output.ToString());
        return code;
    }

    /// <summary>Rows of a result file, by header.</summary>
    internal IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllText(Path.Combine(Out, name)).Split('\n');
        var headers = lines[0].Split(',');
        return [.. lines[1..^1].Select(line => headers.Zip(line.Split(',')).ToDictionary(p => p.First, p => p.Second))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<int> Serve(string[] args)
    {
        Served = args;
        return Task.FromResult(0);
    }
}
