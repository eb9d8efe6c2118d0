using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>What a methodology file says of itself: name, version, predecessor.</summary>
internal static class HeaderReader
{
    internal static Kind<MethodologyStatus> Status { get; } = Kind.OneOf(("draft", MethodologyStatus.Draft), ("adopted", MethodologyStatus.Adopted));

    internal static void Recorded(Section file)
    {
        file.Recorded("short", "notes");
        if (file.TextOrNull("schema") is { } schema && schema != MethodologyFile.Schema)
            file.Fault("schema", $"不认识的格式“{schema}”，应为 {MethodologyFile.Schema}。", $"Unknown schema '{schema}'; expected {MethodologyFile.Schema}.");
    }

    /// <summary>A name; the code stands in for a name that is not given.</summary>
    internal static LocalText Name(Section section, string code) =>
        new(section.TextOrNull("name_zh") ?? code, section.TextOrNull("name_en"));

    internal static string? Version(Section file, string key, bool required)
    {
        var version = required ? file.Text(key) : file.TextOrNull(key);
        if (!string.IsNullOrEmpty(version) && !Kind.IsVersion(version))
            file.Fault(key, $"“{key}”的“{version}”不是版本号（1.0.0）。", $"'{key}': '{version}' is not a version such as 1.0.0.");
        return version;
    }

    internal static LinkRule? Link(Section file, Frequency frequency, bool replaces)
    {
        if (replaces != file.Has("link"))
            file.Fault(replaces ? "replaces" : "link", "“replaces”和“link”必须同时给出。", "'replaces' and 'link' must be given together.");
        return file.InOrNull("link", link => new LinkRule(Overlap(link, frequency)));
    }

    /// <summary>The first period in the index's frequency; a file may name a longer one (2022 for 2022-Q1).</summary>
    internal static Period? EffectiveFrom(Section file, Frequency frequency)
    {
        if (file.ValueOrNull("effective_from", Kind.Period) is not { } period || frequency == default)
            return null;
        if (period.Frequency <= frequency)
            return period.Split(frequency).First();
        file.Fault("effective_from", $"“effective_from”的“{period}”短于指数的一期。", $"'effective_from': '{period}' is shorter than a period of the index.");
        return null;
    }

    /// <summary>A later version takes over after the overlap, never inside it.</summary>
    internal static void CheckOrder(Section file, IndexMethodology methodology)
    {
        if (methodology is not { EffectiveFrom: { } from, Link.Overlap: [.., var last] })
            return;
        if (last.Frequency == from.Frequency && from <= last)
            file.Fault("effective_from", $"生效期间 {from} 应在重叠期 {last} 之后。", $"'effective_from' {from} must come after the overlap, which ends in {last}.");
    }

    /// <summary>Rules and their meanings; a meaning in one language alone serves both.</summary>
    internal static ImmutableArray<GoalpostRuleMeaning> GoalpostRules(Section file)
    {
        var chinese = file.Pairs("goalpost_rules_zh", (s, key) => s.Text(key)).ToDictionary(p => p.Key, p => p.Value);
        var rules = file.Pairs("goalpost_rules", (s, key) => s.Text(key));
        if (!chinese.Keys.All(key => rules.Any(r => r.Key == key)))
            file.Fault("goalpost_rules_zh", "“goalpost_rules_zh”中有“goalpost_rules”没有的规则。", "'goalpost_rules_zh' names a rule that 'goalpost_rules' does not.");
        return [.. rules.Select(r => new GoalpostRuleMeaning(r.Key, new(chinese.GetValueOrDefault(r.Key, r.Value), r.Value)))];
    }

    private static ImmutableArray<Period> Overlap(Section link, Frequency frequency)
    {
        var overlap = link.Values("overlap", Kind.Period);
        if (overlap.IsEmpty)
            link.Fault("overlap", "“overlap”至少要有一期。", "'overlap' needs at least one period.");
        else if (frequency != default && overlap.Any(p => p.Frequency != frequency || p.IsMergedJanuaryFebruary))
            link.Fault("overlap", "“overlap”各期应与指数同频率。", "The periods of 'overlap' must have the index's frequency.");
        else if (!Neighbours.Are(overlap))
            link.Fault("overlap", "“overlap”各期应连续并按先后排列。", "The periods of 'overlap' must follow one another.");
        return overlap;
    }
}
