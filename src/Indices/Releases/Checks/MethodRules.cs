namespace Indices.Releases.Checks;

internal static class MethodRules
{
    internal static ChecklistItem? InForce(ChecklistFacts facts)
    {
        var (version, period) = (facts.Version.MethodologyVersion, facts.Version.Period);
        if (facts.Methodology is null)
            return Error($"方法 {version} 未载入。", $"Version {version} of the methodology is not loaded.");
        var inForce = CandidateAssembly.InForce(facts.Versions, period);
        return inForce.EffectiveFrom is { } from && from.Start > period.Start
            ? Error($"{period} 没有生效的方法，最早从 {from} 起。", $"No methodology is in force for {period}; the first is from {from} on.")
            : inForce.Version != version
                ? Error($"{period} 应使用方法 {inForce.Version}，而非 {version}。", $"For {period} version {inForce.Version} is in force, not {version}.")
                : null;
    }

    private static ChecklistItem Error(string chinese, string english) => new("method", true, new(chinese, english));
}
