using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>How data are treated and releases made, rule by rule.</summary>
public static class ProcessingRules
{
    public static ImmutableArray<Fact> All(IndexMethodology methodology, Language language) =>
    [
        .. methodology.Price is { } price ? Price(methodology, price, language) : Composite(language),
        new(language["公布条件", "Publication gate"], methodology.Price is { } p ? Gate(p, language) : RuleWords.Of(methodology.Coverage, language)),
        new(language["取整", "Rounding"], RuleWords.Of(methodology.Rounding, language)),
        new(language["修订", "Revision"], RuleWords.Revision(methodology.OpenWindow, methodology.AnnualWindowPart, methodology.Frequency, language)),
        new(language["方法变更", "Change of method"], language[
            "权重、指标、标杆值或数据处理的任何改动都是新版本；新旧版本在重叠期内同时计算，用链接系数衔接。已用于发布的版本不再改动。",
            "Any change of weights, indicators, goalposts or processing is a new version; old and new are both computed in an overlap and joined by a link factor. A version that a release has used never changes."]),
    ];

    private static IEnumerable<Fact> Composite(Language language) =>
    [
        new(language["未到期", "Not yet due"], language[
            "数据尚在各指标的到期日之前，不算缺失：指数沿用该指标最近的数。",
            "Before an indicator's due day a value is not missing: the index holds the newest one."]),
        new(language["缺失数据", "Missing data"], language[
            "到期而未到的数，先沿用最近的数并标注“插补”，期数以各指标的沿用上限为限；超过上限后，其得分随同组有数据的指标变动。版本之内从不重新分配权重。",
            "A value that is overdue is first carried forward, flagged as imputed, up to the indicator's limit; after that its score moves with its observed siblings. Weights are never redistributed within a version."]),
        new(language["异常值", "Outliers"], language[
            "经来源单位核实的数原样采用，不作剔除；极端值的影响由滚动合计、对数标度和得分上下限约束。",
            "Figures that their source confirms are kept as they are; rolling sums, log scales and the limits of the score bound their influence."]),
    ];

    private static IEnumerable<Fact> Price(IndexMethodology methodology, PriceRules price, Language language) =>
    [
        new(language["价格", "Price"], language[
            "资金使用方负担的全部年化实际成本（现金流内部收益率），按提款的定价日计入当期。",
            "The all-in annual effective cost borne by the user of the funds (internal rate of return), in the period of the drawdown's pricing date."]),
        .. price.Included.IsEmpty ? ImmutableArray<Fact>.Empty : [new Fact(language["价格包括", "The price includes"], SummaryFacts.Listed(price.Included, language))],
        .. price.Excluded.IsEmpty ? ImmutableArray<Fact>.Empty : [new Fact(language["价格不包括", "The price leaves out"], SummaryFacts.Listed(price.Excluded, language))],
        new(language["权重", "Weights"], SummaryFacts.Weights(price, language)),
        new(language["空单元", "Empty cells"], language[
            $"当期没有成交的单元，先随同一产品中两期都有成交的单元变动，没有则随全部这样的单元变动，再没有则沿用；连续最多 {RuleWords.Periods(price.MaximumImputations, methodology.Frequency, language)}，其后停用，到下一次年度链接再恢复。",
            $"A cell without deals moves with the cells of its product that had deals in both periods, failing that with all such cells, failing that its price is kept; for {RuleWords.Periods(price.MaximumImputations, methodology.Frequency, language)} in a row at most, after which it is dormant until the next annual link."]),
        new(language["披露控制", "Disclosure control"], RuleWords.Of(price.Disclosure, language) + language[
            "样本格一律不公布。分项除满足以上各条外，还须使读者不能用公开的权重由总指数和其他分项反推未公布的部分，否则不公布。",
            " Cells are never published. A group must pass the same rules, and with public weights nobody may be able to solve an unpublished part from the total and the other groups; otherwise it is withheld."]),
        .. price.Hedonic is { } hedonic ? [new Fact(language["分层检验", "Check of the strata"], RuleWords.Of(hedonic, language))] : ImmutableArray<Fact>.Empty,
        .. price.Companions.IsEmpty ? ImmutableArray<Fact>.Empty : [new Fact(language["伴随指标", "Companions"], string.Join(
            language["、", ", "], price.Companions.Select(c => c.Name.In(language.IsEnglish))))],
    ];

    private static string Gate(PriceRules price, Language language) => language[
        $"当期满足披露控制，且有成交的单元占权重不低于 {Figures.ExactShare(price.MinimumObservedWeight)}；否则当期不公布，并说明原因。",
        $"The period passes disclosure control, and cells with deals carry at least {Figures.ExactShare(price.MinimumObservedWeight)} of weight; otherwise the period is withheld with its reason."];
}
