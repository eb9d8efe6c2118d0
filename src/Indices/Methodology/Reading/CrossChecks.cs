using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>References between files, and codes that name a series and must therefore be one thing.</summary>
internal sealed class CrossChecks(
    IReadOnlyList<LoadedMethodology> indices, Catalogue catalogue, TargetReading? targets, Faults? targetFaults)
{
    internal void Run()
    {
        CheckCodes();
        foreach (var index in indices)
            CheckTargets(index);
        CheckRelatedIndicators();
    }

    /// <summary>Versions of one index share their codes; two indices share none, nor one with a denominator or a target.</summary>
    private void CheckCodes()
    {
        var owners = catalogue.Denominators.ToDictionary(d => d.Code, d => "");
        foreach (var index in indices)
            foreach (var (code, line) in index.Reading.Lines.Where(l => !l.Key.StartsWith("target/", StringComparison.Ordinal)))
                if (!owners.TryAdd(code, index.Value.Code) && owners[code] != index.Value.Code)
                    index.Faults.Add(line, $"代码“{code}”已用于{Owner(owners[code], true)}。", $"Code '{code}' is already used by {Owner(owners[code], false)}.");
        foreach (var target in targets?.Targets.Targets ?? [])
            if (owners.TryGetValue(target.Code, out var owner))
                targetFaults!.Add(targets!.Lines[target.Code], $"代码“{target.Code}”已用于{Owner(owner, true)}。", $"Code '{target.Code}' is already used by {Owner(owner, false)}.");
    }

    private void CheckTargets(LoadedMethodology index)
    {
        foreach (var indicator in index.Value.Root.Indicators.Where(i => i.Target is not null && !IsTarget(i.Target)))
            index.Faults.Add(
                index.Reading.Lines[$"target/{indicator.Code}"],
                $"{indicator.Code} 对应的目标“{indicator.Target}”不存在。", $"Target '{indicator.Target}' of {indicator.Code} does not exist.");
    }

    private void CheckRelatedIndicators()
    {
        var known = indices.SelectMany(i => i.Value.Root.Indicators).Select(i => i.Code).ToHashSet();
        foreach (var target in targets?.Targets.Targets ?? [])
            foreach (var (key, code) in new[] { ("indicator", target.Indicator), ("events", target.Events) })
                if (targets!.Lines.TryGetValue($"{key}/{target.Code}", out var line) && !known.Contains(code!))
                    targetFaults!.Add(line, $"{target.Code} 对应的指标“{code}”不存在。", $"Indicator '{code}' of {target.Code} does not exist.");
    }

    private bool IsTarget(string prefix) =>
        targets?.Targets.Targets.Any(t => t.Code == prefix || t.Code.StartsWith(prefix + "-", StringComparison.Ordinal)) ?? false;

    private static string Owner(string index, bool chinese) =>
        index.Length > 0 ? (chinese ? $" {index}" : index) : chinese ? "分母" : "a denominator";
}
