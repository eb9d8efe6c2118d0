using System.CommandLine;
using System.Globalization;
using System.Text;
using Dashboard.Bundles;
using Indices.Releases.Seals;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary><c>verify</c>: holds a bundle, a release or all releases against their seals and names the first thing that is wrong.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> Data = new("--data") { Description = "数据目录，代替DASHBOARD_DATA。Data directory, instead of DASHBOARD_DATA.", HelpName = "DIR" };

    internal static Command Build() => new("verify", "核对发布，指出第一处不符。Checks releases and names the first thing that is wrong.")
    {
        Bundle(), Release(), History(),
    };

    private static Command Bundle()
    {
        var file = new Argument<string>("FILE");
        var key = new Option<string?>("--key") { Description = "另行取得的公钥。The public key, had by another way.", HelpName = "PEM" };
        var command = new Command("bundle", "一个发布包，不联网。One bundle, without a network.") { file, key };
        command.SetAction((parsed, _) => Failures.Report(parsed.InvocationConfiguration.Error, () =>
        {
            var (path, pem) = (parsed.GetValue(file)!, parsed.GetValue(key));
            var fault = BundleCheck.First(InputFile.Bytes(path), pem is null ? null : InputFile.Text(pem));
            return Say(parsed, fault is null
                ? null
                : $"{path}: {fault.File}: 内容已被改动，应为 {fault.Expected}，实为 {fault.Found}。It was altered: {fault.Expected} was expected and {fault.Found} was found.",
                $"{path}: 全部相符。All as it was sealed.");
        }));
        return command;
    }

    private static Command Release()
    {
        var code = new Argument<string>("CODE");
        var period = new Argument<string>("PERIOD");
        var version = new Argument<string?>("VERSION") { Arity = ArgumentArity.ZeroOrOne, Description = "v1、v2……；不写则核对该期所有版本。v1, v2, …; all versions of the period without it." };
        var command = new Command("release", "一次发布。One release.") { code, period, version, Data };
        command.SetAction((parsed, cancellation) => Failures.Report(parsed.InvocationConfiguration.Error, () =>
            Stored(parsed, parsed.GetValue(code), PeriodOf(parsed.GetValue(period)!), NumberOf(parsed.GetValue(version)), cancellation)));
        return command;
    }

    private static Command History()
    {
        var command = new Command("history", "所有发布和封印。All releases and seals.") { Data };
        command.SetAction((parsed, cancellation) => Failures.Report(parsed.InvocationConfiguration.Error, () => Stored(parsed, null, null, null, cancellation)));
        return command;
    }

    private static async Task<int> Stored(ParseResult parsed, string? code, Period? period, int? number, CancellationToken cancellation)
    {
        await using var services = ProgramServices.OpenStore(ProgramServices.Settings(parsed.GetValue(Data), seed: null));
        var found = await services.GetRequiredService<ISealVerifier>().Verify(code, period, number, cancellation);
        if (found.Releases == 0 && code is not null)
            throw new BadInputException($"{code} {period}：没有这样的发布。", "There is no such release.");
        return await Say(parsed, found.Fault is { } fault ? Words(fault) : null, string.Create(CultureInfo.InvariantCulture,
            $"{found.Releases} 个发布版本与封印全部相符。{found.Releases} release versions, all as they were sealed."));
    }

    private static string Words(SealFault fault)
    {
        var place = fault.Release.Length == 0 ? fault.Place : $"{fault.Release}: {fault.Place}";
        return new StringBuilder($"{place}: {fault.What.Chinese}，应为 {fault.Expected}，实为 {fault.Found}。")
            .Append(CultureInfo.InvariantCulture, $"{fault.What.English}: {fault.Expected} was expected and {fault.Found} was found.").ToString();
    }

    private static async Task<int> Say(ParseResult parsed, string? fault, string intact)
    {
        await (fault is null ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error).WriteLineAsync(fault ?? intact);
        return fault is null ? 0 : Failures.NotIntact;
    }

    private static Period PeriodOf(string text) => Period.TryParse(text) ?? throw new BadInputException($"{text}：不是时期。", "Not a period: 2024, 2024-Q3, 2024-09.");

    private static int? NumberOf(string? text) => text is null ? null
        : int.TryParse(text.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BadInputException($"{text}：不是版本号。", "Not a version: v1, v2, …");
}
