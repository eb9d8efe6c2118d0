using System.CommandLine;
using Indices.Calculation;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Report;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary><c>lab</c>: what other methods make of the same data, beside the published result.</summary>
internal static class LabCommand
{
    private static readonly Option<string?> Reference = new("--reference")
    {
        Description = "距参照单位所用的地区或时期；默认已发布指数最高者。Area or period that distances are measured to; the leader when not given.", HelpName = "UNIT",
    };
    private static readonly Option<int> Draws = new("--draws")
    {
        Description = "稳健性抽样次数。Draws of the robustness run.", HelpName = "N", DefaultValueFactory = _ => MethodologyLab.Draws,
    };

    internal static Command Build()
    {
        var command = new Command("lab",
            "方法实验室：文献中的各种做法与已发布结果并列；多个地区时比较地区，否则比较时期。Methodology lab: the alternatives of the literature beside the published result; compares areas where there are several, otherwise periods.");
        foreach (var option in ComputationOptions.All.Concat([Reference, Draws]))
            command.Add(option);
        command.SetAction(parsed => Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        if (parsed.GetValue(Draws) is not (> 0 and <= 1_000_000) and var draws)
            throw new BadInputException($"--draws {draws}: 应为1至1000000。", "From 1 to 1,000,000.");
        var request = ComputationOptions.Request(parsed);
        var run = new ComputeRun(request);
        IndexResult[] results = [.. run.Results().Select(area => area.Result)];
        var report = Report(run, results, parsed.GetValue(Reference), parsed.GetValue(Draws));
        CsvText.Write(request.Out, new LabFiles(report, unit => Period.TryParse(unit) is { } period ? run.Spell(period) : unit).All());
        foreach (var remark in run.Remarks.Concat(report.Warnings.Select(w => $"{w.Chinese} {w.English}")))
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }

    private static LabReport Report(ComputeRun run, IndexResult[] results, string? reference, int draws)
    {
        try
        {
            var subject = LabSubject.Of(run.Newest, results);
            var unit = reference is not null && !subject.UnitsAreAreas ? Period.TryParse(reference)?.ToString() : reference;
            if (reference is not null && (unit is null || !subject.Values.Units.Contains(unit)))
                throw new BadInputException($"--reference {reference}: 数据中没有这个地区或时期。", "No such area or period in the data.");
            return MethodologyLab.Report(subject, unit, draws);
        }
        catch (UndefinedResultException undefined)
        {
            throw new BadInputException(undefined.Reason.Chinese, undefined.Reason.English);
        }
    }
}
