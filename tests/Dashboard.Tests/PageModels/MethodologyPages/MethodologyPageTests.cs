using System.Collections.Frozen;
using Dashboard.PageModels.MethodologyPages;
using Indices.Calculation;
using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.MethodologyPages;

public sealed class MethodologyPageTests
{
    private static readonly Definitions Seed = SeedDefinitions.All;

    [Fact]
    public void Tree_OfEverySeedComposite_HasExactWeightsThatSumUp() => Assert.All(Seed.Indices.Where(m => !m.IsPrice), m =>
    {
        var rows = TreeRow.All(m, Language.Chinese);
        Assert.Equal(("", "100%", 0), (rows[0].Weight, rows[0].Effective, rows[0].Depth));
        Assert.Equal(100m, rows.Where(r => !r.IsGroup).Sum(r => Percent(r.Effective)));
        Assert.Equal(100m, rows.Where(r => r.Depth == 1).Sum(r => Percent(r.Weight)));
        Assert.Equal(m.Root.Indicators.Count(), rows.Count(r => !r.IsGroup));
    });

    [Fact]
    public void Tree_WeightsThatAreThirds_StayFractions()
    {
        var rows = TreeRow.All(KnownValue.Methodology("hdi.yaml"), Language.English);
        Assert.Equal(("1/3", "1/3"), (rows[1].Weight, rows[1].Effective));
        Assert.Equal("1/6", rows.First(r => r.Code == "expected_years_schooling").Effective);
        Assert.Equal("from its parts: weighted geometric mean", rows[0].Note);
    }

    [Fact]
    public void Tree_OfThePriceIndex_HoldsCellsAndTellsTheSatelliteApart()
    {
        var rows = TreeRow.All(Seed.Versions("HZ-IFPI")[0], Language.Chinese);
        Assert.Equal(16, rows.Count(r => !r.IsGroup));
        Assert.Equal(100m, rows.Where(r => !r.IsGroup && r.Effective.Length > 0).Sum(r => Percent(r.Effective)));
        var satellite = rows.Single(r => r.Code == "IFPI-P-EQ");
        Assert.Equal(("", "卫星指数，不计入总指数"), (satellite.Effective, satellite.Note));
    }

    [Fact]
    public void Tree_OfAmounts_ShowsTheAmounts()
    {
        var price = KnownValue.Methodology("prices.yaml");
        var rows = TreeRow.All(price, Language.Chinese).Where(r => !r.IsGroup).ToList();
        Assert.Equal(price.Price!.Cells.Select(c => c.Amount!.Value), rows.Select(r => double.Parse(r.Weight.Split('\u202f')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(rows, r => Assert.Empty(r.Effective));
    }

    [Fact]
    public void Indicator_OfTheSeed_SaysEverythingInWords()
    {
        var sheet = Sheet(Source("HZ-FCEI"), "FCEI-ILLEGAL-FUND", Language.Chinese);
        Assert.Equal("近12个月新立非法集资案件数÷常住人口×1000000", sheet.Definition);
        Assert.Equal(("15%", "4.5%", "件/百万人", "季度", "流量"), (sheet.Weight, sheet.Effective, sheet.Unit, sheet.Frequency, sheet.Kind));
        Assert.Equal("近12个月合计，再按每100万人常住人口(年末,季月线性插值)折算", sheet.Transforms);
        Assert.Equal(("逆向，越小越好", "线性标度", "R4"), (sheet.Direction, sheet.Scale, sheet.Rule));
        Assert.Equal(("2 × 2022年平均值", "0.25 × 2022年平均值", null), (sheet.Worst.Text, sheet.Best.Text, sheet.Best.Frozen));
        Assert.Equal(("期末后 45 天到期", "最多沿用 2个季度", "B", "第17条"), (sheet.DueLag, sheet.CarryForward, sheet.Grade, sheet.Clauses));
    }

    [Fact]
    public void Indicator_InEnglish_SaysTheSame()
    {
        var sheet = Sheet(Source("HZ-FCEI"), "FCEI-FIRST-LOAN", Language.English);
        Assert.Equal(("12-month sum, then per 10,000 registered market entities", "per 10,000 entities"), (sheet.Transforms, sheet.Unit));
        Assert.Equal("carried forward up to 2 quarters", sheet.CarryForward);
    }

    [Fact]
    public void Indicator_WithATarget_LinksToIt()
    {
        var target = Sheet(Source("HZ-CMVI"), "CMVI-LISTED-CUM", Language.English).Target;
        Assert.Equal(new TargetLink("T08 Listed companies fostered, cumulative", "/targets?lang=en#T08-LISTED"), target);
    }

    [Fact]
    public void Goalpost_OnceFrozen_ShowsTheNumberBesideTheMultiple()
    {
        var source = Source("HZ-FCEI") with { Frozen = Frozen(FrozenParameters.Best("1.0.0", "FCEI-BILL-OVERDUE"), 0.36277512345) };
        var best = Sheet(source, "FCEI-BILL-OVERDUE", Language.Chinese).Best;
        Assert.Equal(("0.2 × 2022年平均值", "0.362775", "0.36277512345"), (best.Text, best.Frozen, best.Exact));
    }

    [Fact]
    public void Goalpost_OfAWithheldIndicator_StaysAMultiple()
    {
        // The number would give the base period's value away.
        var source = Source("HZ-FTII") with { Frozen = Frozen(FrozenParameters.Worst("1.0.0", "FTII-RD-EXP"), 123.4) };
        var sheet = Sheet(source, "FTII-RD-EXP", Language.Chinese);
        Assert.Null(sheet.Worst.Frozen);
        Assert.Contains("个别单位占比过高，为保护被调查对象不单列", sheet.Notes);
    }

    [Fact]
    public void Summary_OfAnOlderVersion_EndsWhereTheNextBegins()
    {
        var versions = Seed.Versions("HZ-CMVI");
        var page = MethodologyPage.Compose(MethodologySource.Unreleased(versions, versions[0], Seed.Catalogue), Language.Chinese);

        Assert.Equal("2022年1月至2025年6月", page.Summary.Single(f => f.Name == "适用期间").Text);
        Assert.Equal("/indices/HZ-CMVI/methodology/1.0.0", page.Head.Path);
        Assert.Equal("/indices/HZ-CMVI/methodology", page.Banner!.Address);
        Assert.Contains("最新版是 2.0.0（2025年7月起）", page.Banner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_OfTwo_AreNewestFirstWithTheLink()
    {
        var source = Source("HZ-CMVI") with { Frozen = Frozen(FrozenParameters.Link("2.0.0"), 1.2552109030) };
        var rows = MethodologyPage.Compose(source, Language.Chinese).Versions;

        Assert.Equal(["2.0.0", "1.0.0"], rows.Select(r => r.Version));
        Assert.Equal("与 1.0.0 版在2025年1月至2025年6月（6期）重叠，链接系数 1.2552109（已冻结）。", rows[0].Link);
        Assert.Null(rows[1].Changes);
        Assert.Equal(6, rows[0].Changes!.Value.Length);
        Assert.Equal(("/indices/HZ-CMVI/methodology/1.0.0.yaml", Seed.Versions("HZ-CMVI")[0].Sha256), (rows[1].File, rows[1].Sha256));
    }

    [Fact]
    public void Versions_FileNotKept_HasNoAddress() =>
        Assert.Null(MethodologyPage.Compose(Source("HZ-FCEI") with { StoredFiles = [] }, Language.Chinese).Versions[0].File);

    [Fact]
    public void Summary_OfTheSeed_SaysWhoWhenAndFromWhen()
    {
        var facts = MethodologyPage.Compose(Source("HZ-FCEI"), Language.Chinese).Summary.ToDictionary(f => f.Name, f => f.Text);
        Assert.Equal("草案，征求意见", facts["状态"]);
        Assert.Equal("期末后 55 天（第四季度为 70 天），北京时间 10:00 发布；遇非工作日顺延到下一个工作日。", facts["发布时间"]);
        Assert.Equal("2022年各期的平均＝100", facts["基期"]);
        Assert.Equal("第2、4、14、16、17条", facts["相关条款"]);
        Assert.StartsWith("中共杭州市委金融委员会办公室", facts["编制单位"], StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_OfAComposite_GiveTheAmplitudeByTheFilesNumbers() =>
        // 40 x 0.1 / (2 - 0.5), for the goalposts that most indicators of the file have.
        Assert.Contains(MethodologyPage.Compose(Source("HZ-FCEI"), Language.Chinese).Limits, l => l.Contains("基期 0.5 倍至 2 倍的指标，数值比基期增加 10%，得分提高 2.7 分", StringComparison.Ordinal));

    [Fact]
    public void Compose_WithoutBaseReleaseOrNames_StillSaysWhatIsThere()
    {
        var hdi = KnownValue.Methodology("hdi.yaml");
        var page = MethodologyPage.Compose(MethodologySource.Unreleased([hdi], hdi, TestIndex.EmptyCatalogue), Language.Chinese);
        Assert.Equal("不由本平台发布", page.Summary.Single(f => f.Name == "发布时间").Text);
        Assert.Null(page.Worked);
        Assert.Empty(page.GoalpostRules);
        Assert.Equal("无基期，数值即合成结果本身", page.Summary.Single(f => f.Name == "基期").Text);
    }

    private static MethodologySource Source(string code) =>
        MethodologySource.Unreleased(Seed.Versions(code), Seed.Versions(code)[^1], Seed.Catalogue, Seed.Targets);

    private static FrozenParameters Frozen(string key, double value) => new(new Dictionary<string, double> { [key] = value }.ToFrozenDictionary());

    private static IndicatorSheet Sheet(MethodologySource source, string code, Language language) =>
        MethodologyPage.Compose(source, language).Groups.SelectMany(g => g.Indicators).Single(i => i.Code == code);

    private static decimal Percent(string text) => decimal.Parse(text.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
}
