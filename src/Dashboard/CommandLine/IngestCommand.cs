using System.CommandLine;
using Indices.Intake;
using Indices.Observations;
using Ingest.Archive;
using Ingest.Sources;

namespace Dashboard.CommandLine;

/// <summary><c>ingest</c>: files into the database of DASHBOARD_DATA, by the same door as the inbox.</summary>
/// <remarks>A server on the same data directory may be running: both write through the database's own lock.</remarks>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "CSV文件：观测或成交。CSV files of observations or deals.", Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Data = new("--data") { Description = "数据目录，代替DASHBOARD_DATA。Data directory, instead of DASHBOARD_DATA.", HelpName = "DIR" };
    private static readonly Option<string?> Seed = new("--seed") { Description = "种子目录，代替DASHBOARD_SEED。Seed directory, instead of DASHBOARD_SEED.", HelpName = "DIR" };

    internal static Command Build()
    {
        var command = new Command("ingest", "把文件存入数据库。Brings files into the database.") { Files, Data, Seed };
        command.SetAction((parsed, cancellation) =>
            Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed, cancellation)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var files = parsed.GetValue(Files)!;
        if (Array.Find(files, f => !File.Exists(f)) is { } missing)
            throw new BadInputException($"{missing}: 没有这个文件。", "No such file.");
        var settings = ProgramServices.Settings(parsed.GetValue(Data), parsed.GetValue(Seed));
        await using var services = await ProgramServices.Open(settings, cancellation);
        var refused = 0;
        foreach (var file in files)
            refused += await Ingest(services, file, parsed.InvocationConfiguration, cancellation);
        return refused == 0 ? 0 : Failures.BadInput;
    }

    private static async Task<int> Ingest(IServiceProvider services, string file, InvocationConfiguration console, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        var outcome = await services.GetRequiredService<FileIngestion>()
            .Ingest(file, $"file:{name}", Environment.UserName, Origin.Official, cancellation);
        await console.Output.WriteLineAsync(outcome.Known
            ? $"{name}: 已收过，未变。Already known, nothing changed."
            : $"{name}: 新增{outcome.Added}，修订{outcome.Revised}，未变{outcome.Unchanged}，成交{outcome.Deals}，拒收{outcome.Refused}。" +
              $"{outcome.Added} added, {outcome.Revised} revised, {outcome.Unchanged} unchanged, {outcome.Deals} deals, {outcome.Refused} refused.");
        // Asked again for a file already known, too: what was refused then is refused still.
        var refused = await Refused(services, file, cancellation);
        foreach (var row in refused)
            await console.Error.WriteLineAsync(InputFile.Line(name, row.Row, row.Column, row.Text, row.ReasonChinese, row.ReasonEnglish));
        return refused.Count(row => row.Kind != FindingKind.Notice);
    }

    private static async Task<IReadOnlyList<QuarantinedRow>> Refused(IServiceProvider services, string file, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(file);
        return await services.GetRequiredService<IIntakeReader>().Findings(await DocumentArchive.Hash(content, cancellation), cancellation);
    }
}
