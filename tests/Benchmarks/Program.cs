using BenchmarkDotNet.Running;
using Benchmarks;
using Benchmarks.Comparison;

if (args is ["report", var folder, var target])
    File.WriteAllText(target, ComparisonReport.Of(folder));
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, BenchmarkConfig.Create());
