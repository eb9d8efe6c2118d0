using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>What a methodology version changed, found by comparing the two files node by node.</summary>
public static class VersionDifference
{
    public static ImmutableArray<string> Between(IndexMethodology before, IndexMethodology after, Language language)
    {
        var (old, now) = (Nodes(before), Nodes(after));
        IEnumerable<string> changes =
        [
            .. now.Values.Where(n => !old.ContainsKey(n.Code)).Select(n => language["新增：", "Added: "] + n.Name.In(language.IsEnglish)),
            .. old.Values.Where(n => !now.ContainsKey(n.Code)).Select(n => language["删除：", "Removed: "] + n.Name.In(language.IsEnglish)),
            .. now.Values.Where(n => old.ContainsKey(n.Code)).SelectMany(n => OfNode(old[n.Code], n, language)),
            .. OfRules(before, after, language),
        ];
        return [.. changes.DefaultIfEmpty(language["指标、权重与规则未变。", "Indicators, weights and rules unchanged."])];
    }

    private static Dictionary<string, IndexNode> Nodes(IndexMethodology methodology) =>
        methodology.Root.Groups.Cast<IndexNode>().Concat(methodology.Root.Indicators).ToDictionary(n => n.Code);

    private static IEnumerable<string> OfNode(IndexNode old, IndexNode now, Language language)
    {
        var name = now.Name.In(language.IsEnglish);
        if (old.Weight != now.Weight)
            yield return language[
                $"权重：{name} {Figures.Share(old.Weight.Value)} → {Figures.Share(now.Weight.Value)}",
                $"Weight: {name} {Figures.Share(old.Weight.Value)} → {Figures.Share(now.Weight.Value)}"];
        if (old is not Indicator before || now is not Indicator after)
            yield break;
        if (before.Worst != after.Worst || before.Best != after.Best || before.Scale != after.Scale)
            yield return language["标准化界限：", "Goalposts: "] + name;
        if (!before.Transforms.SequenceEqual(after.Transforms))
            yield return language["数据处理：", "Transforms: "] + name;
        if (before.SourceAgency != after.SourceAgency || before.Definition != after.Definition)
            yield return language["定义或来源：", "Definition or source: "] + name;
    }

    private static IEnumerable<string> OfRules(IndexMethodology before, IndexMethodology after, Language language)
    {
        if (before.Base != after.Base)
            yield return language["基期", "Base period"];
        if (before.Normalisation != after.Normalisation)
            yield return language["评分公式", "Score formula"];
        if (before.Coverage != after.Coverage)
            yield return language["公布条件", "Publication gate"];
        if (before.Release != after.Release)
            yield return language["发布时间规则", "Release rule"];
    }
}
