using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Comparison;

if (args is ["report", var folder, var target])
{
    File.WriteAllText(target, ComparisonReport.Of(folder));
    return 0;
}
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, BenchmarkConfig.Create());
return summaries.All(s => !s.HasCriticalValidationErrors && s.Reports.All(r => r.Success)) ? 0 : 1;
