using System.CommandLine;

namespace Dashboard.CommandLine;

/// <summary><c>targets</c>: where the targets of a document stand, from files alone, without a database.</summary>
internal static class TargetsCommand
{
    private static readonly Option<string> Targets = new("--targets")
    {
        Description = "目标文件(YAML)。File of the targets.", HelpName = "FILE", Required = true,
    };
    private static readonly Option<string> Observations = new("--observations")
    {
        Description = "观测文件：indicator,area,period,value[,status][,available_at][,measure][,scope]；indicator为目标或其关联指标的代码。Observations under the codes of the targets or of their related indicators.",
        HelpName = "FILE.csv",
        Required = true,
    };
    private static readonly Option<string> AsOf = new("--as-of")
    {
        Description = "评估日，只用至该日结束时（或该时刻）已知的数值。The day, or instant, of the assessment: only what was known by then.",
        HelpName = "DATE",
        Required = true,
    };
    private static readonly Option<string> Out = new("--out") { Description = "结果文件。File for the results.", HelpName = "FILE.csv", Required = true };
    private static readonly Option<string?> Area = new("--area") { Description = "只评估一个地区。One area only.", HelpName = "CODE" };

    internal static Command Build()
    {
        var command = new Command("targets",
            "由文件评估各项目标，不需要数据库：预测、区间、达成概率、状态与两种结论。Assesses targets from files, without a database: forecast, interval, probability, status and both verdicts.")
        {
            Targets, Observations, AsOf, Out, Area,
        };
        command.SetAction(parsed => Failures.Report(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var run = new TargetsRun(
            parsed.GetValue(Targets)!, parsed.GetValue(Observations)!, ComputationOptions.InstantOf(AsOf, parsed.GetValue(AsOf)!), parsed.GetValue(Area));
        run.Write(parsed.GetValue(Out)!);
        foreach (var remark in run.Remarks)
            parsed.InvocationConfiguration.Error.WriteLine(remark);
    }
}
