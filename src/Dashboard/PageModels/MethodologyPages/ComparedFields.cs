using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>A property that versions are compared by, in words that differ whenever the property does.</summary>
internal sealed record ComparedField<T>(LocalText Name, Func<T, Language, string> Text);

/// <summary>Every property of a methodology but its version's own name, predecessor and hash.</summary>
internal static class ComparedFields
{
    internal static ImmutableArray<ComparedField<IndexMethodology>> OfIndex(Catalogue catalogue) =>
    [
        new(new("名称", "Name"), (m, l) => m.Name.In(l.IsEnglish)),
        new(new("衡量什么", "What it measures"), (m, l) => m.PurposeIn(l.IsEnglish)),
        new(new("文件状态", "Status"), (m, l) => RuleWords.Of(m.Status, l)),
        new(new("所依据的文件", "Document"), (m, l) => $"{m.SourceDocument} {m.NamedInClause}".Trim()),
        new(new("相关条款", "Clauses evidenced"), (m, l) => RuleWords.Clauses(m.Clauses, l)),
        new(new("编制单位", "Compiled by"), (m, l) => IndicatorWords.Agency(m.CompiledBy, catalogue, l)),
        new(new("类型", "Type"), (m, l) => m.IsPrice ? l["价格指数", "price index"] : l["综合指数", "composite index"]),
        new(new("频率", "Frequency"), (m, l) => RuleWords.Frequencies(m, l)),
        new(new("地区", "Areas"), (m, l) => SummaryFacts.Areas(m, catalogue, l)),
        new(new("适用起点", "Applies from"), (m, l) => SummaryFacts.From(m, l)),
        new(new("衔接重叠期", "Overlap of the link"), (m, l) => m.Link is { } link ? SummaryFacts.Overlap(link, l) : "–"),
        new(new("基期", "Base"), (m, l) => RuleWords.Base(m.Base, m.Frequency, l)),
        new(new("评分", "Score"), (m, l) => RuleWords.Of(m.Normalisation, l)),
        new(new("总指数合成", "Aggregation of the index"), (m, l) => RuleWords.Of(m.Root.Aggregation, l)),
        new(new("标杆值规则", "Goalpost rules"), (m, l) => string.Join(l["；", "; "], m.GoalpostRules.Select(r => $"{r.Code} {r.Meaning.In(l.IsEnglish)}"))),
        new(new("公布条件", "Publication gate"), (m, l) => RuleWords.Of(m.Coverage, l)),
        new(new("取整", "Rounding"), (m, l) => RuleWords.Of(m.Rounding, l)),
        new(new("修订", "Revision"), (m, l) => RuleWords.Revision(m.OpenWindow, m.AnnualWindowPart, m.Frequency, l)),
        new(new("区县版", "District edition"), (m, l) => RuleWords.Of(m.District, l)),
        new(new("不确定性分析", "Uncertainty"), (m, l) => string.Join(l["；", "; "], UncertaintyFacts.All(m.Uncertainty, l).Select(f => $"{f.Name} {f.Text}"))),
        new(new("发布时间", "Release"), (m, l) => RuleWords.Of(m.Release, l)),
        new(new("权重来源", "Source of weights"), (m, l) => m.Price is { } p ? SummaryFacts.Weights(p, l) : ""),
        new(new("空单元", "Empty cells"), (m, l) => m.Price is { } p ? RuleWords.Periods(p.MaximumImputations, m.Frequency, l) : ""),
        new(new("最低成交权重", "Least observed weight"), (m, l) => m.Price is { } p ? Figures.ExactShare(p.MinimumObservedWeight) : ""),
        new(new("分层检验", "Check of the strata"), (m, l) => m.Price?.Hedonic is { } h ? RuleWords.Of(h, l) : ""),
        new(new("披露控制", "Disclosure control"), (m, l) => m.Price is { } p ? RuleWords.Of(p.Disclosure, l) : ""),
        new(new("价格包括", "The price includes"), (m, l) => m.Price is { } p ? SummaryFacts.Listed(p.Included, l) : ""),
        new(new("价格不包括", "The price leaves out"), (m, l) => m.Price is { } p ? SummaryFacts.Listed(p.Excluded, l) : ""),
        new(new("伴随指标", "Companions"), (m, l) => m.Price is { } p ? SummaryFacts.Companions(p, l) : ""),
    ];

    internal static ImmutableArray<ComparedField<PlacedNode>> OfNode(Catalogue catalogue) =>
    [
        new(new("名称", "Name"), (n, l) => n.Node.Name.In(l.IsEnglish)),
        new(new("所属分项", "Group"), (n, l) => n.Parent.Code == n.Node.Code ? "" : $"{n.Parent.Name.In(l.IsEnglish)} {n.Parent.Code}"),
        new(new("层内权重", "Weight in the group"), (n, l) => Figures.ExactShare(n.Node.Weight)),
        new(new("合成", "Aggregation"), (n, l) => n.Node is IndexGroup g ? RuleWords.Of(g.Aggregation, l) : ""),
        .. OfIndicator(catalogue).Select(f => new ComparedField<PlacedNode>(f.Name, (n, l) => n.Node is Indicator i ? f.Text(i, l) : "")),
        new(new("最差标杆", "Worst goalpost"), (n, l) => n.Node is Indicator i ? IndicatorWords.Of(i.Worst, null, l) : ""),
        new(new("最优标杆", "Best goalpost"), (n, l) => n.Node is Indicator i ? IndicatorWords.Of(i.Best, null, l) : ""),
    ];

    internal static ImmutableArray<ComparedField<PlacedCell>> OfCell { get; } =
    [
        new(new("名称", "Name"), (c, l) => c.Cell.Name.In(l.IsEnglish)),
        new(new("定义", "Definition"), (c, l) => c.Cell.Definition?.In(l.IsEnglish) ?? ""),
        new(new("产品", "Product"), (c, l) => c.Cell.Group),
        new(new("所属分项", "Group"), (c, l) => c.Cell.Pillar),
        new(new("期限档", "Tenor band"), (c, l) => CellSheet.Tenors(c.Cell, l)),
        new(new("评级档", "Rating band"), (c, l) => CellSheet.Ratings(c.Cell, l)),
        new(new("固定数量", "Fixed quantity"), (c, l) => c.Cell.Amount is { } amount ? Figures.Shortest(amount) : "–"),
        new(new("价值份额", "Value share"), (c, l) => c.Cell.ValueShare is { } share ? Figures.ExactShare(share) : "–"),
        new(new("层内权重", "Weight in the group"), (c, l) => c.Cell.Weight is { } weight ? Figures.ExactShare(weight) : "–"),
        new(new("单位", "Unit"), (c, l) => c.Cell.Unit),
        new(new("计入总指数", "In the headline"), (c, l) => c.IsHeadline ? l["是", "yes"] : l["否", "no"]),
    ];

    private static ImmutableArray<ComparedField<Indicator>> OfIndicator(Catalogue catalogue) =>
    [
        new(new("定义", "Definition"), (i, l) => i.DefinitionIn(l.IsEnglish)),
        new(new("单位", "Unit"), (i, l) => l[i.Unit, IndicatorWords.Unit(i.Unit, l)]),
        new(new("频率", "Frequency"), (i, l) => RuleWords.Of(i.Frequency, l)),
        new(new("时点或流量", "Stock or flow"), (i, l) => IndicatorWords.Kind(i.IsStock, l)),
        new(new("方向", "Direction"), (i, l) => IndicatorWords.Of(i.Direction, l)),
        new(new("来源", "Source"), (i, l) => IndicatorWords.Agency(i.SourceAgency, catalogue, l)),
        new(new("相关条款", "Clauses"), (i, l) => RuleWords.Clauses(i.Clauses, l)),
        new(new("数据处理", "Transforms"), (i, l) => TransformWords.Of(i, catalogue, l)),
        new(new("区县版数据处理", "Transforms in the district edition"), (i, l) => TransformWords.OfDistricts(i, catalogue, l)),
        new(new("增速来源", "Source of growth"), (i, l) => i.YearOnYearIsPublished ? l["来源发布", "published"] : l["计算", "computed"]),
        new(new("标度", "Scale"), (i, l) => IndicatorWords.Of(i.Scale, l)),
        new(new("标杆值规则", "Goalpost rule"), (i, l) => i.GoalpostRule.Length > 0 ? i.GoalpostRule : "–"),
        new(new("以最优标杆封顶", "Capped at the best goalpost"), (i, l) => i.CapAtBest ? l["是", "yes"] : l["否", "no"]),
        new(new("沿用上限", "Carrying forward"), (i, l) => IndicatorWords.CarryForward(i, l)),
        new(new("到期", "Due"), (i, l) => IndicatorWords.DueLag(i.DueLagDays, l)),
        new(new("与指数频率的对应", "Alignment"), (i, l) => IndicatorWords.Of(i.Alignment, l)),
        new(new("可得性等级", "Availability grade"), (i, l) => i.Availability ?? "–"),
        new(new("修订误差", "Revision error"), (i, l) => i.RevisionSigma is { } sigma ? Figures.ExactShare(sigma) : "–"),
        new(new("保密", "Confidentiality"), (i, l) => i.Confidentiality ?? "–"),
        new(new("对应目标", "Target"), (i, l) => i.Target ?? "–"),
    ];
}
