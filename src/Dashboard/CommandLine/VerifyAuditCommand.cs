using System.CommandLine;
using System.Globalization;
using Dashboard.Security;
using Indices.Accounts;

namespace Dashboard.CommandLine;

/// <summary><c>verify-audit</c>: recomputes the audit log of DASHBOARD_DATA. A server may be running on it.</summary>
internal static class VerifyAuditCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "数据目录，代替DASHBOARD_DATA。Data directory, instead of DASHBOARD_DATA.", HelpName = "DIR" };
    private static readonly Option<string[]> Heads = new("--head")
    {
        Description = "另行保存的日志末行，除 audit-heads.txt 之外再核对。Heads that were kept elsewhere, beside those of audit-heads.txt.",
        HelpName = "ROW:HASH",
        AllowMultipleArgumentsPerToken = true,
    };

    internal static Command Build()
    {
        var command = new Command("verify-audit", "核对审计日志，指出第一处被篡改的行。Checks the audit log and names the first row that was tampered with.") { Data, Heads };
        command.SetAction((parsed, cancellation) =>
            Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed, cancellation)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var given = (parsed.GetValue(Heads) ?? []).Select(Parse).ToList();
        var settings = ProgramServices.Settings(parsed.GetValue(Data), seed: null);
        await using var services = ProgramServices.OpenStore(settings);
        var log = services.GetRequiredService<IAuditReader>();
        var found = await log.Verify([.. given, .. await new AuditHeads(log, settings.Staff).Noted(cancellation)], cancellation);
        var output = found.Broken is null ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error;
        await output.WriteLineAsync(AuditWords.Of(found, Language.Chinese) + AuditWords.Of(found, Language.English));
        return found.Broken is null ? 0 : Failures.NotIntact;
    }

    private static AuditHead Parse(string text) =>
        text.Split(':') is [var row, { Length: > 0 } hash] && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditHead(number, hash)
            : throw new BadInputException($"--head {text}：应为“行号:哈希”。", $"--head {text}: ROW:HASH is expected.");
}
