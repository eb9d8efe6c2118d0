using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Sources;
using Indices.Time;

namespace TestSupport;

/// <summary>Small but complete definitions: a composite of two groups and a price index, with a city and one agency.</summary>
public static class SampleDefinitions
{
    public const string CompositeCode = "XX-CREDIT";
    public const string PriceCode = "XX-PRICE";
    public const string Area = "990100";

    /// <summary>Release rule: 55 days after the period (70 after a fourth quarter), at 10:00 in Shanghai.</summary>
    public static ReleaseRule Release { get; } = new(55, 70, new TimeOnly(10, 0), "Asia/Shanghai");

    /// <summary>A bureau whose files are called <c>bureau…</c>, and an interface that is fetched daily at 09:30.</summary>
    public static SourceSet Sources { get; } = new(
    [
        Source("bureau", SourceKind.Csv, "bureau*", null, "I-COVER", "I-NPL"),
        Source("service", SourceKind.Csv, null, "https://data.example/quarterly.csv", "I-QUERY") with { Cron = "0 30 9 * * ?" },
    ]);

    /// <summary>Both indices, working days known for 2019 to 2027 without any holiday but weekends.</summary>
    public static Definitions All(params IndexMethodology[] more) => new(
        new Catalogue(
            [new Area(Area, new LocalText("样例市", "Sample City"), true)],
            [new Agency("AG-ONE", new LocalText("样例统计局", "Sample Bureau of Statistics"))],
            [new Denominator("ENT", new LocalText("经营主体数", "Market entities"), "户", Frequency.Quarterly, false)],
            new string('c', 64)),
        [Composite(), Price(), .. more],
        null,
        new WorkingDayCalendar(Enumerable.Range(2019, 9), [], []),
        "");

    public static IndexMethodology Composite(
        string code = CompositeCode, string version = "1.0.0", Frequency frequency = Frequency.Quarterly, string? replaces = null) => new(
        code, version, replaces, replaces is null ? null : new LinkRule([Period.Of(frequency, 2024, 1)]), null,
        new LocalText("样例信用环境指数", "Sample Credit Environment Index"),
        "How easily a creditworthy borrower can prove it.", frequency, [Area], [7],
        new IndexGroup(code, new LocalText("样例信用环境指数", "Sample Credit Environment Index"), Weight.One, Aggregation.Geometric,
        [
            Group("G-INFO", "信用信息基础设施", "Credit information", "0.4", frequency,
                ("I-COVER", "经营主体收录率", "Entities covered", "0.6", null),
                ("I-QUERY", "机构查询强度", "Lender queries", "0.4", null)),
            Group("G-QUALITY", "信用质量", "Credit quality", "0.6", frequency,
                ("I-NPL", "不良贷款率", "Non-performing loans", "0.5", null),
                ("I-ONEFIRM", "头部机构收入", "Revenue of the leading firm", "0.5", "dominant_unit")),
        ]),
        new BaseRule(Period.OfYear(2022), 100), new Normalisation(60, 40, -1, 2),
        new CoverageRule(0.8, 0.5, 0.9, 1e-9), new Rounding(2, 2), 5, 2, Release, null, new string('a', 64));

    public static IndexMethodology Price(string code = PriceCode) => new(
        code, "1.0.0", null, null, null,
        new LocalText("样例资金价格指数", "Sample Funds Price Index"),
        "Pure price change of money newly placed.", Frequency.Monthly, [Area], [7, 15],
        new IndexGroup(code, new LocalText("样例资金价格指数", "Sample Funds Price Index"), Weight.One, Aggregation.Arithmetic,
        [
            Group("P-INF", "基础设施债权", "Infrastructure debt", "0.6", Frequency.Monthly,
                ("C-INF-T1", "基础设施 5年及以内", "Infrastructure, up to 5 years", "1", null)),
            Group("P-RE", "不动产债权", "Real-estate debt", "0.4", Frequency.Monthly,
                ("C-RE-T1", "不动产 5年及以内", "Real estate, up to 5 years", "1", null)),
        ]),
        new BaseRule(Period.OfYear(2022), 100), new Normalisation(60, 40, -1, 2),
        new CoverageRule(0.5, 0.5, 0.9, 1e-9), new Rounding(2, 2), 13, 3,
        new ReleaseRule(20, null, new TimeOnly(10, 0), "Asia/Shanghai"),
        new PriceRules(
            [
                new PriceCell("C-INF-T1", new LocalText("基础设施 5年及以内", "Infrastructure, up to 5 years"), "INF", "P-INF", ["T1"], ["AAA"], null, 0.6),
                new PriceCell("C-RE-T1", new LocalText("不动产 5年及以内", "Real estate, up to 5 years"), "RE", "P-RE", ["T1"], ["AAA"], null, 0.4),
            ],
            2, 6, 0.5, new DisclosureRule(3, 3, 0.75, 0.9)),
        new string('b', 64));

    private static Source Source(string code, SourceKind kind, string? inbox, string? address, params string[] indicators) => new(
        code, new LocalText("样例来源" + code, "Sample source " + code), kind, "AG-ONE", inbox, address is null ? null : new Uri(address), "", "", null,
        false, null, null, null, null, true, [.. indicators.Select(i => new SourceSeries(i, Measures.Value, null, null, null, null, null, []))]);

    private static IndexGroup Group(
        string code, string chinese, string english, string weight, Frequency frequency,
        params (string Code, string Chinese, string English, string Weight, string? Confidentiality)[] indicators) =>
        new(code, new LocalText(chinese, english), Weight.TryParse(weight)!.Value, Aggregation.Arithmetic,
            [.. indicators.Select(i => new Indicator(
                i.Code, new LocalText(i.Chinese, i.English), Weight.TryParse(i.Weight)!.Value, $"definition of {i.Code}", "%", frequency, true,
                Direction.Positive, "AG-ONE", [16], [new Transform(TransformKind.Ratio, "ENT")], GoalpostScale.Linear,
                new Goalpost(40, null), new Goalpost(null, 2), "R2", false, 2, 40, Alignment.Native, false, "A", i.Confidentiality, null))]);
}
