using System.CommandLine;
using System.Globalization;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary><c>compute</c>: an index from files alone, without a database.</summary>
internal static class ComputeCommand
{
    private static readonly Option<string[]> Methodology = new("--methodology")
    {
        Description = "方法文件(YAML)；各版各给一次。Methodology file; give one for each version.", HelpName = "FILE",
    };
    private static readonly Option<string?> Observations = new("--observations")
    {
        Description = "观测文件：indicator,area,period,value[,status][,available_at][,measure]。Observations, for a composite index.",
        HelpName = "FILE.csv",
    };
    private static readonly Option<string?> Deals = new("--deals") { Description = "成交文件，用于价格指数。Deals, for a price index.", HelpName = "FILE.csv" };
    private static readonly Option<string?> Catalogue = new("--catalogue")
    {
        Description = "目录文件，方法文件引用分母或地区时核对。Catalogue to check areas, agencies and denominators against.",
        HelpName = "FILE",
    };
    private static readonly Option<string> Out = new("--out")
    {
        Description = "输出目录：index.csv和contributions.csv。Folder for index.csv and contributions.csv.", HelpName = "DIR", Required = true,
    };
    private static readonly Option<string?> Area = new("--area") { Description = "只算一个地区。One area only.", HelpName = "CODE" };
    private static readonly Option<string?> Last = new("--last") { Description = "最后一期。Newest period to compute.", HelpName = "PERIOD" };
    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "只用当时已知的数值，如2024-04-25T10:00:00+08:00。Only what was known at this instant.", HelpName = "INSTANT",
    };

    private static readonly Option<string?> PreviousAsOf = new("--previous-as-of")
    {
        Description = "上一期发布时的数据时点；另写explanation.csv，说明与上一期发布值之差的原因。Cut-off of the release of the period before; adds explanation.csv.",
        HelpName = "INSTANT",
    };
    private static readonly Option<string?> Rebase = new("--rebase")
    {
        Description = "改以此期为100，增速不变。Reference period that reads 100 instead; growth rates stay.", HelpName = "PERIOD",
    };

    internal static Command Build()
    {
        var command = new Command("compute", "由文件计算指数，不需要数据库。Computes an index from files, without a database.")
        {
            Methodology, Observations, Deals, Catalogue, Out, Area, Last, AsOf, PreviousAsOf, Rebase,
        };
        foreach (var option in FormulaOptions.All)
            command.Add(option);
        command.SetAction(parsed => Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        if (FormulaOptions.Request(parsed, parsed.GetValue(Out)!) is { } formulas)
            RunFormulas(parsed, formulas);
        else
            RunMethodology(parsed);
    }

    private static void RunFormulas(ParseResult parsed, FormulaRequest request)
    {
        var ofMethodologies = parsed.CommandResult.Command.Options.Except(FormulaOptions.All).Where(o => o != Out);
        if (ofMethodologies.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } stray)
            throw new BadInputException($"{stray.Name}: 不能与--prices同用。", "Cannot be used with --prices.");
        var run = new FormulaRun(request);
        run.Write();
        foreach (var remark in run.Remarks)
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }

    private static void RunMethodology(ParseResult parsed)
    {
        if (parsed.GetValue(Methodology) is not { Length: > 0 })
            throw new BadInputException("须用--methodology给出方法文件，或用--prices给出价格文件。", "Give methodology files (--methodology), or prices (--prices).");
        var request = new ComputeRequest(
            parsed.GetValue(Methodology)!, parsed.GetValue(Observations), parsed.GetValue(Deals), parsed.GetValue(Catalogue),
            parsed.GetValue(Out)!, parsed.GetValue(Area), PeriodOf(parsed, Last), InstantOf(parsed, AsOf))
        {
            PreviousAsOf = InstantOf(parsed, PreviousAsOf), Rebase = PeriodOf(parsed, Rebase),
        };
        var run = new ComputeRun(request);
        var results = run.Results();
        ResultFiles.Write(request.Out, results, run.Spell);
        var warnings = results.Select(r => r.Result).SelectMany(r => r.Warnings, (r, w) => $"{r.Code} {r.Area}: {w.Chinese} {w.English}");
        foreach (var remark in run.Remarks.Concat(run.Unexplained(results)).Concat(warnings))
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }

    private static Period? PeriodOf(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? PeriodOf(option, text) : null;

    internal static Period PeriodOf(Option option, string text) => Period.TryParse(text)
        ?? throw new BadInputException($"{option.Name} {text}: 不是时期，如2024、2024-Q3或2024-09。", "Not a period such as 2024, 2024-Q3 or 2024-09.");

    private static Vintage? InstantOf(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new Vintage(instant)
            : throw new BadInputException($"{option.Name} {text}: 不是时刻。", "Not an instant such as 2024-04-25T10:00:00+08:00.");
    }
}
