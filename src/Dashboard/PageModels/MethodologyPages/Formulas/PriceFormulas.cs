using System.Collections.Immutable;
using Dashboard.Components.MathML;
using Indices.Methodology;
using Indices.Time;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>A price index from the single deal to the chain (methodology, section 11).</summary>
internal static class PriceFormulas
{
    internal static IEnumerable<FormulaSheet> All(MethodologySource source, Language language) =>
    [
        Cost(language), Cell(language), Chain(source.Shown, language), Imputation(source.Shown, language),
        Contributions(language), Gate(source.Shown.Price!, language), Companions(source.Shown.Price!, language),
        .. source.Shown.Price!.Hedonic is { } rule ? [Hedonic(rule, language)] : ImmutableArray<FormulaSheet>.Empty,
    ];

    private static FormulaSheet Cost(Language language) => new(
        "formula-cost", language["价格：单笔成交的全部年化成本", "Price: all-in annual cost of a deal"],
        language[
            "一笔提款的价格，是使资金使用方实际收到的钱等于以后各期付款现值的年利率，票息和各项费用都算在内。",
            "The price of a drawdown is the annual rate at which what the user of the funds receives equals the present value of what it pays, coupon and fees included."],
        [new("", Row("1 − u =", Sum("h = 1", "n"), Over("c + m", Sup(Parens("1 + r"), "h")), "+", Over("1", Sup(Parens("1 + r"), "n"))))],
        [
            new("r", language["全部年化实际成本，即价格", "all-in annual effective cost: the price"]),
            new("u", language["一次性费用占金额的比例", "upfront fees as a share of the amount"]),
            new("c , m", language["年票息率与每年的费用率", "annual coupon and annual fees, as rates"]),
            new("n", language["期限，年", "tenor in years"]),
        ]);

    private static FormulaSheet Cell(Language language) => new(
        "formula-cell", language["样本格：单位价值", "Cells: unit value"],
        language["同一样本格（产品、期限、评级相同）内的成交可以比较，其价格按金额加权平均。", "Deals of one cell (same product, tenor and rating band) are comparable; their prices are averaged with their amounts."],
        [new("", Row(Sub("p", "c, t"), "=", Over(Row(Sum("i ∈ c"), Sub("a", "i"), Sub("r", "i")), Row(Sum("i ∈ c"), Sub("a", "i")))))],
        [new(Row(Sub("a", "i"), ",", Sub("r", "i")), language["第 i 笔提款的金额与价格", "amount and price of drawdown i"]), new(Sub("p", "c, t"), language["样本格 c 在 t 期的价格", "price of cell c in period t"])]);

    private static FormulaSheet Chain(IndexMethodology methodology, Language language)
    {
        var last = methodology.Frequency == Frequency.Monthly ? language["12月", "December"] : methodology.Frequency == Frequency.Quarterly ? language["第四季度", "the fourth quarter"] : language["上一年", "the year before"];
        var weights = methodology.Price!.WeightYears is { } years
            ? language[$"样本格 c 的数量权重：链接年之前 {years} 个日历年的成交额", $"quantity weight of cell c: amounts of deals in the {years} calendar years before"]
            : language["样本格 c 的固定数量权重，由方法文件给出", "fixed quantity weight of cell c, from the file"];
        return new(
            "formula-chain", language["指数：逐年链接的 Lowe 指数", "Index: annually chained Lowe index"],
            language[
                $"一年之内结构固定，只看价格；每年以{last}为链接期换一次权重。年内没有链式漂移。",
                $"Within a year the mix is fixed and only prices count; weights change once a year, linked at {last}. There is no chain drift within the year."],
            [new("", Row(Sub("I", "t"), "=", Sub("I", "L"), "×", Over(Row(Sum("c"), Sub("q", "c"), Sub("p", "c, t")), Row(Sum("c"), Sub("q", "c"), Sub("p", "c, L")))))],
            [
                new("L", language[$"链接期：上一年的{last}", $"link: {last} of the year before"]),
                new(Sub("q", "c"), weights),
                new(Sub("p", "c, L"), language["链接期的价格", "price at the link"]),
            ]);
    }

    private static FormulaSheet Imputation(IndexMethodology methodology, Language language) => new(
        "formula-imputation", language["空单元：随同类变动推算", "Empty cells: imputed with matched cells"],
        language[
            $"当期没有成交的样本格，按同一产品中两期都有成交的样本格的变动推算；没有这样的格，用全部这样的格；仍没有则沿用。最多连续 {RuleWords.Periods(methodology.Price!.MaximumImputations, methodology.Frequency, language)}。",
            $"A cell without deals moves with the cells of its product that had deals in both periods; failing those, with all such cells; failing those it is kept. For {RuleWords.Periods(methodology.Price!.MaximumImputations, methodology.Frequency, language)} in a row at most."],
        [new("", Row(Sub("p", "c, t"), "=", Sub("p", "c, t − 1"), "×", Over(
            Row(Sum("j ∈ M"), Sub("q", "j"), Sub("p", "j, t")), Row(Sum("j ∈ M"), Sub("q", "j"), Sub("p", "j, t − 1")))))],
        [new("M", language["两期都有成交的样本格", "cells with deals in both periods"])]);

    private static FormulaSheet Contributions(Language language) => new(
        "formula-contributions", language["贡献：每个样本格使指数变动多少", "Contributions: by how much each cell moved the index"],
        language["同一年内各样本格的贡献相加恰等于指数的变化。贡献会泄露单笔成交，只用于内部核对，不公布。", "Within a year the contributions of the cells add up to the change of the index exactly. They would disclose single deals, so they serve inside checks and are not published."],
        [new("", Row(Sub("C", "c"), "=", Sub("I", "L"), "×", Over(Row(Sub("q", "c"), Parens(Sub("p", "c, t"), "−", Sub("p", "c, s"))), Row(Sum("j"), Sub("q", "j"), Sub("p", "j, L")))))],
        []);

    private static FormulaSheet Hedonic(HedonicRule rule, Language language) => new(
        "formula-hedonic", language["分层检验：加法特征回归", "Check of the strata: additive hedonic regression"], RuleWords.Of(rule, language),
        [
            new(language["逐笔回归", "regression over deals"], Row(
                Sub("r", "i"), "=", Sub("δ", "t"), "+", Joined("+", rule.Regressors.Select((r, at) => Row(Sub("β", Number(Figures.Shortest(at + 1))), Regressor(r, rule)))), "+", Sub("ε", "i"))),
            new(language["检验指数", "index of the check"], Row("100 ×", Over(Sub("δ", "t"), Sub("δ", "0")))),
        ],
        [
            new(Sub("δ", "t"), language["标准成交在 t 期的价格", "price of the standard deal in period t"]),
            new(Row(Sub("T", "i"), ",", Sub("a", "i"), ",", Sub("a", "0")), language["期限（年）、金额与金额的中位数", "tenor in years, amount and median amount"]),
            new("ρ , π , γ", language["评级、产品与行业的类别变量", "categories of rating, product and industry"]),
        ]);

    private static Term Regressor(HedonicRegressor regressor, HedonicRule rule) => regressor switch
    {
        HedonicRegressor.Tenor => Parens(Sub("T", "i"), "−", Number(Figures.Shortest(rule.StandardTenorYears))),
        HedonicRegressor.Amount => Apply("ln", Over(Sub("a", "i"), Sub("a", "0"))),
        HedonicRegressor.Rating => Sub("ρ", "i"),
        HedonicRegressor.Product => Sub("π", "i"),
        _ => Sub("γ", "i"),
    };

    private static FormulaSheet Gate(PriceRules price, Language language)
    {
        var rule = price.Disclosure;
        return new(
            "formula-gate", language["公布条件与披露控制", "Publication gate and disclosure control"],
            language["成交太少、太集中，或有成交的样本格权重太小的时期不公布。", "Periods with too few deals, too concentrated ones, or deals in cells of too little weight are withheld."],
            [
                new(language["笔数与家数", "deals and users of funds"], Row("N ≥", Number(Figures.Shortest(rule.MinimumDeals)), ",", "E ≥", Number(Figures.Shortest(rule.MinimumEntities)))),
                new(language["集中度", "concentration"], Row(Sub("s", "1"), "≤", Number(Figures.Shortest(rule.Top1Maximum)), ",", Sub("s", "1"), "+", Sub("s", "2"), "≤", Number(Figures.Shortest(rule.Top2Maximum)))),
                new(language["有成交的权重", "weight with deals"], Row(Sum("c ∈ D"), Sub("v", "c"), "≥", Number(Figures.Shortest(price.MinimumObservedWeight)))),
            ],
            [
                new("N , E", language["当期成交笔数与资金使用方家数", "deals and distinct users of funds of the period"]),
                new(Row(Sub("s", "1"), ",", Sub("s", "2")), language["最大和次大资金使用方占成交额的份额", "shares of the largest and second largest user in the amount"]),
                new("D", language["当期有成交的样本格", "cells with deals in the period"]),
                new(Sub("v", "c"), language["样本格在链接期的价值份额", "value share of a cell at the link"]),
            ]);
    }

    private static FormulaSheet Companions(PriceRules price, Language language)
    {
        var names = price.Companions.IsEmpty ? "" : language["方法文件列出的伴随指标：", "Companions that the file lists: "]
            + string.Join(language["、", ", "], price.Companions.Select(c => c.Name.In(language.IsEnglish))) + language["。", "."];
        Term Weighted(Term figure) => Over(Row(Sum("i"), Sub("a", "i"), figure), Row(Sum("i"), Sub("a", "i")));
        return new(
            "formula-companions", language["伴随指标", "Companions"],
            language["与指数并列的水平、利差和结构指标。平均价格的变动等于纯价格变动乘以结构变动。", "Levels, spreads and mix beside the index. The change of the average price is pure price change times change of mix. "] + names,
            [
                new(language["平均价格", "average price"], Row(Sub("U", "t"), "=", Weighted(Sub("r", "i")))),
                new(language["固定结构平均价格", "average price at fixed structure"], Row(Sub("F", "t"), "=", Over(Row(Sum("c"), Sub("q", "c"), Sub("p", "c, t")), Row(Sum("c"), Sub("q", "c"))))),
                new(language["利差：逐笔计算，按金额加权", "spread: deal by deal, weighted by amount"], Row(Sub("Z", "t"), "= 100 ×", Weighted(Parens(Sub("r", "i"), "−", Sub("y", "i"))))),
                new("Laspeyres", Row(Sub("P", "L"), "=", Over(Row(Sum("c"), Sub("p", "c, t"), Sub("a", "c, 0")), Row(Sum("c"), Sub("p", "c, 0"), Sub("a", "c, 0"))))),
                new("Paasche", Row(Sub("P", "P"), "=", Over(Row(Sum("c"), Sub("p", "c, t"), Sub("a", "c, t")), Row(Sum("c"), Sub("p", "c, 0"), Sub("a", "c, t"))))),
                new("Fisher", Row(Sub("P", "F"), "=", Root(Row(Sub("P", "L"), Sub("P", "P"))))),
                new(language["结构指数", "mix index"], Row(Sub("M", "t"), "=", Over(Row(Sub("U", "t"), "/", Sub("U", "0")), Sub("P", "F")))),
            ],
            [
                new(Sub("y", "i"), language["定价日的国债收益率或贷款市场报价利率", "government yield or loan prime rate on the pricing date"]),
                new(Sub("a", "c, t"), language["样本格 c 在 t 期的成交额；0 为首期", "amount of deals of cell c in period t; 0 is the first period"]),
            ]);
    }
}
