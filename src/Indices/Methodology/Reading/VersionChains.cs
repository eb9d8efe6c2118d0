using System.Collections.Immutable;

namespace Indices.Methodology.Reading;

/// <summary>Orders the versions of every index from the first to the newest: each but the first replaces the one before it.</summary>
internal sealed class VersionChains(Yaml.Faults set)
{
    /// <summary>Indices in the catalogue's order, those it does not list after them by code; versions oldest first.</summary>
    internal ImmutableArray<IndexMethodology> Sort(IReadOnlyList<LoadedMethodology> loaded, Catalogue catalogue, Yaml.Faults catalogueFaults)
    {
        if (loaded.Count == 0)
            set.Add(1, "没有任何方法文件。", "The set has no methodology file.");
        var byCode = loaded.GroupBy(l => l.Value.Code).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var missing in catalogue.Indices.Where(code => !byCode.ContainsKey(code)))
            catalogueFaults.Add(1, $"目录列出的指数 {missing} 没有方法文件。", $"Index {missing} is listed but has no methodology file.");
        return [.. byCode
            .OrderBy(pair => catalogue.Indices.IndexOf(pair.Key) is var place and >= 0 ? place : int.MaxValue)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => Chain(pair.Value))];
    }

    private static IEnumerable<IndexMethodology> Chain(List<LoadedMethodology> versions)
    {
        var byVersion = new Dictionary<string, LoadedMethodology>();
        foreach (var version in versions)
            if (!byVersion.TryAdd(version.Value.Version, version))
                version.Faults.Add(version.Reading.VersionLine, $"{Name(version)} 有两个文件。", $"{Name(version)} has two files.");
        foreach (var version in byVersion.Values)
            CheckOne(version, byVersion);
        return byVersion.Values.Select(v => v.Value).OrderBy(v => System.Version.Parse(v.Version));
    }

    private static void CheckOne(LoadedMethodology version, Dictionary<string, LoadedMethodology> all)
    {
        var value = version.Value;
        var line = value.Replaces is null ? version.Reading.VersionLine : version.Reading.ReplacesLine;
        var others = all.Values.Where(o => o != version && o.Value.Replaces == value.Replaces).ToList();
        foreach (var _ in others.Where(o => Number(o) < Number(version)))
            version.Faults.Add(
                line,
                value.Replaces is null ? $"{Name(version)} 不是第一版，应写明 replaces。" : $"{value.Replaces} 已被另一版取代。",
                value.Replaces is null ? $"{Name(version)} is not the first version and must say what it replaces." : $"{value.Replaces} is replaced by another version too.");
        if (value.Replaces is null)
            return;
        if (!all.TryGetValue(value.Replaces, out var before))
            version.Faults.Add(line, $"要取代的版本 {value.Replaces} 不存在。", $"Version {value.Replaces}, which this one replaces, does not exist.");
        else if (Number(before) >= Number(version))
            version.Faults.Add(line, $"版本号应大于被取代的 {value.Replaces}。", $"The version must be higher than {value.Replaces}, which it replaces.");
        else if (before.Value.Frequency != value.Frequency || before.Value.IsPrice != value.IsPrice)
            version.Faults.Add(line, $"频率和类型应与 {value.Replaces} 相同。", $"Frequency and type must be those of {value.Replaces}.");
    }

    private static Version Number(LoadedMethodology version) => System.Version.Parse(version.Value.Version);

    private static string Name(LoadedMethodology version) => $"{version.Value.Code} {version.Value.Version}";
}
