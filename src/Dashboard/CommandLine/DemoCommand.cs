using System.CommandLine;
using Indices.Methodology;
using Ingest.Demo;
using Ingest.Methods;

namespace Dashboard.CommandLine;

/// <summary><c>generate-demo</c>: writes the demonstration history anew; the same anchors and definitions give the same bytes.</summary>
internal static class DemoCommand
{
    private const string Anchors = "anchors.yaml";

    private static readonly Option<string> Out = new("--out")
    {
        Description = $"输出目录，其中须有{Anchors}。Folder to write to; it holds {Anchors}.", HelpName = "DIR", Required = true,
    };
    private static readonly Option<string?> Seed = new("--seed")
    {
        Description = "方法与目录所在的种子目录，代替DASHBOARD_SEED。Seed directory with the definitions, instead of DASHBOARD_SEED.", HelpName = "DIR",
    };

    internal static Command Build()
    {
        var command = new Command("generate-demo", "生成演示数据。Writes the demonstration data.") { Out, Seed };
        command.SetAction(parsed => Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(Out)!;
        if (!File.Exists(Path.Combine(folder, Anchors)))
            throw new BadInputException($"{folder}: 没有{Anchors}。", $"No {Anchors} in it.");
        try
        {
            var seeds = ServerSettings.SeedOf(parsed.GetValue(Seed) ?? Environment.GetEnvironmentVariable("DASHBOARD_SEED"));
            var definitions = DefinitionSet.Parse(DefinitionFiles.Read(seeds));
            DemoHistory.Write(folder, definitions);
        }
        catch (InvalidOperationException refusal)
        {
            throw new BadInputException(folder + ": " + refusal.Message);
        }
    }
}
