using System.CommandLine;

namespace Dashboard.CommandLine;

/// <summary><c>compute</c>: an index from files alone, without a database.</summary>
internal static class ComputeCommand
{
    private static readonly Option<string?> PreviousAsOf = new("--previous-as-of")
    {
        Description = "上一期发布时的数据时点；另写explanation.csv，说明与上一期发布值之差的原因。Cut-off of the release of the period before; adds explanation.csv.",
        HelpName = "INSTANT",
    };
    private static readonly Option<string?> Rebase = new("--rebase")
    {
        Description = "改以此期为100，增速不变。Reference period that reads 100 instead; growth rates stay.", HelpName = "PERIOD",
    };
    private static readonly Option<bool> District = new("--district")
    {
        Description = "改算区县版，各地区并列；另写areas.csv。The district edition instead, areas beside one another; adds areas.csv.",
    };

    internal static Command Build()
    {
        var command = new Command("compute",
            "由文件计算指数，不需要数据库；写index.csv、contributions.csv，方法要求时另写uncertainty.csv和sensitivity.csv。Computes an index from files, without a database; writes index.csv, contributions.csv and, where the methodology asks for draws, uncertainty.csv and sensitivity.csv.");
        foreach (var option in ComputationOptions.All.Concat([PreviousAsOf, Rebase, District]).Concat(FormulaOptions.All))
            command.Add(option);
        command.SetAction(parsed => Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        if (FormulaOptions.Request(parsed, parsed.GetValue(ComputationOptions.Out)!) is { } formulas)
            RunFormulas(parsed, formulas);
        else if (parsed.GetValue(District))
            RunDistricts(parsed);
        else
            RunMethodology(parsed);
    }

    private static void RunFormulas(ParseResult parsed, FormulaRequest request)
    {
        var ofMethodologies = parsed.CommandResult.Command.Options.Except(FormulaOptions.All).Where(o => o != ComputationOptions.Out);
        if (ofMethodologies.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } stray)
            throw new BadInputException($"{stray.Name}: 不能与--prices同用。", "Cannot be used with --prices.");
        var run = new FormulaRun(request);
        run.Write();
        foreach (var remark in run.Remarks)
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }

    /// <summary>Goalposts and ranks need all areas, so that one of them cannot be asked for.</summary>
    private static void RunDistricts(ParseResult parsed)
    {
        if (new Option[] { ComputationOptions.Area, PreviousAsOf, Rebase }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } stray)
            throw new BadInputException($"{stray.Name}: 不能与--district同用。", "Cannot be used with --district.");
        var request = ComputationOptions.Request(parsed);
        var run = new ComputeRun(request);
        var result = DistrictRun.Result(run, request.Last);
        ResultFiles.Write(request.Out, result, run.Spell);
        var warnings = result.Areas.SelectMany(r => r.Warnings, (r, w) => $"{r.Code} {r.Area}: {w.Chinese} {w.English}");
        foreach (var remark in run.Remarks.Concat(result.Warnings.Select(w => $"{result.Code}: {w.Chinese} {w.English}")).Concat(warnings))
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }

    private static void RunMethodology(ParseResult parsed)
    {
        var request = ComputationOptions.Request(parsed) with
        {
            PreviousAsOf = ComputationOptions.InstantOf(parsed, PreviousAsOf), Rebase = ComputationOptions.PeriodOf(parsed, Rebase),
        };
        var run = new ComputeRun(request);
        var results = run.Results();
        ResultFiles.Write(request.Out, results, run.Spell);
        var warnings = results.Select(r => r.Result).SelectMany(r => r.Warnings, (r, w) => $"{r.Code} {r.Area}: {w.Chinese} {w.English}");
        foreach (var remark in run.Remarks.Concat(run.Unexplained(results)).Concat(warnings))
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }
}
