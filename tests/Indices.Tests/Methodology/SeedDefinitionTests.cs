using System.Globalization;
using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class SeedDefinitionTests
{
    private static readonly Definitions s_seed = SeedDefinitions.All;

    [Fact]
    public void Seed_Indices_AreSixInTheOrderOfTheDocument() =>
        Assert.Equal(["HZ-FCEI", "HZ-CMVI", "HZ-FTII", "HZ-STFI", "HZ-IFPI", "HZ-FTDI"], s_seed.IndexCodes);

    [Fact]
    public void Seed_FirstVersions_Have95IndicatorsAnd16ElementaryAggregates()
    {
        var first = s_seed.IndexCodes.Select(code => s_seed.Versions(code)[0]).ToList();
        Assert.Equal(95, first.Sum(i => i.Root.Indicators.Count()));
        Assert.Equal(16, first.Sum(i => (i.Price?.Cells.Length ?? 0) + (i.Price?.Satellites.Length ?? 0)));
        Assert.Equal(14, first.Single(i => i.IsPrice).Price!.Cells.Length);
    }

    [Fact]
    public void Seed_EffectiveWeights_AreThoseOfTheMethodology()
    {
        var expected = File.ReadLines(KnownValue.Path("effective_weights.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(r => r[0], r => r[1]);
        var found = s_seed.IndexCodes.Select(code => s_seed.Versions(code)[0])
            .SelectMany(i => EffectiveWeights.Of(i.Root))
            .ToDictionary(e => e.Indicator.Code, e => e.Weight.Value.ToString("0.0000", CultureInfo.InvariantCulture));
        Assert.Equal(expected, found);
    }

    [Theory]
    // Methodology, section 3.4.
    [InlineData("HZ-CMVI", "0.245")]
    [InlineData("HZ-FTII", "0.34")]
    public void Seed_LowFrequencyWeight_IsThatOfTheMethodology(string code, string weight)
    {
        var index = s_seed.Versions(code)[0];
        var low = EffectiveWeights.Of(index.Root).Where(e => e.Indicator.Frequency < index.Frequency);
        Assert.Equal(Weight.TryParse(weight), low.Aggregate(Weight.Zero, (sum, e) => sum + e.Weight));
    }

    [Fact]
    public void Seed_EffectiveWeights_SumToOneInEveryComposite() =>
        Assert.All(s_seed.Indices.Where(i => !i.IsPrice), index =>
            Assert.Equal(Weight.One, EffectiveWeights.Of(index.Root).Aggregate(Weight.Zero, (sum, e) => sum + e.Weight)));

    [Fact]
    public void Seed_Indicator_CarriesEveryProperty()
    {
        var found = s_seed.Versions("HZ-FCEI")[0].Root.Indicators.Single(i => i.Code == "FCEI-ILLEGAL-FUND");
        Assert.Equal(new LocalText("新立非法集资案件数(每百万人)", found.Name.English), found.Name);
        Assert.Equal("件/百万人", found.Unit);
        Assert.Equal((Frequency.Quarterly, false, Direction.Negative), (found.Frequency, found.IsStock, found.Direction));
        Assert.Equal([new Transform(TransformKind.TtmSum), new Transform(TransformKind.PerMillion, "POP")], found.Transforms);
        Assert.Equal((new Goalpost(null, 2), new Goalpost(null, 0.25), "R4"), (found.Worst, found.Best, found.GoalpostRule));
        Assert.Equal((2, 45, Alignment.Native, false), (found.CarryForwardLimit, found.DueLagDays, found.Alignment, found.CapAtBest));
        Assert.Equal(("HZ-FIN", "B", null, null), (found.SourceAgency, found.Availability, found.Confidentiality, found.Target));
        Assert.Equal([17], found.Clauses);
    }

    [Fact]
    public void Seed_DefinitionsOfIndicatorsAndCells_AreInBothLanguages()
    {
        var definitions = s_seed.Indices.SelectMany(i => i.Root.Indicators).Select(i => (i.Code, Chinese: i.ChineseDefinition, English: i.Definition))
            .Concat(s_seed.Indices.Select(i => i.Price).OfType<PriceRules>().SelectMany(p => p.Cells.Concat(p.Satellites))
                .Select(c => (c.Code, Chinese: c.Definition?.Chinese, English: c.Definition?.English ?? "")))
            .ToList();
        Assert.Equal(95 + 19 + 16, definitions.Count);
        Assert.All(definitions, d => Assert.True(IsChinese(d.Chinese), $"{d.Code}: {d.Chinese}"));
        Assert.All(definitions, d => Assert.True(d.English.Length > 0 && !IsChinese(d.English), $"{d.Code}: {d.English}"));
    }

    [Fact]
    public void Seed_Headers_SayWhoCompilesAndForWhichDocument() => Assert.All(s_seed.Indices, index => Assert.Equal(
        (MethodologyStatus.Draft, "杭政办〔2023〕2号", 7, "HZ-FIN"), (index.Status, index.SourceDocument, index.NamedInClause, index.CompiledBy)));

    [Fact]
    public void Seed_GoalpostRules_AreFourWithMeaningsInBothLanguages() => Assert.All(
        s_seed.Indices.Where(i => !i.IsPrice), index =>
        {
            Assert.Equal(["R1", "R2", "R3", "R4"], index.GoalpostRules.Select(r => r.Code));
            Assert.All(index.GoalpostRules, r => Assert.True(IsChinese(r.Meaning.Chinese) && !IsChinese(r.Meaning.English)));
        });

    [Fact]
    public void Seed_Composite_CarriesItsRules()
    {
        var index = s_seed.Versions("HZ-FCEI")[0];
        Assert.Equal(("1.0.0", Frequency.Quarterly, Period.OfQuarter(2022, 1)), (index.Version, index.Frequency, index.EffectiveFrom));
        Assert.Equal(new Normalisation(60, 40, -1, 2), index.Normalisation);
        Assert.Equal(new CoverageRule(0.8, 0.5, 0.9, 1e-9), index.Coverage);
        Assert.Equal(new BaseRule(Period.OfYear(2022), 100), index.Base);
        Assert.Equal(new ReleaseRule(55, 70, new TimeOnly(10, 0), "Asia/Shanghai"), index.Release);
        Assert.Equal((5, 2, new Rounding(2, 2)), (index.OpenWindow, index.AnnualWindowPart, index.Rounding));
        Assert.Equal([2, 4, 14, 16, 17], index.Clauses);
        Assert.Equal(["330100"], index.Areas);
        Assert.Equal(Aggregation.Geometric, index.Root.Aggregation);
        Assert.All(index.Root.Groups, g => Assert.Equal(Aggregation.Arithmetic, g.Aggregation));
    }

    [Fact]
    public void Seed_PriceIndex_CarriesItsRules()
    {
        var index = s_seed.Versions("HZ-IFPI")[0];
        var price = index.Price!;
        Assert.Equal((Frequency.Quarterly, 2, 2, 0.5), (index.Frequency, price.WeightYears, price.MaximumImputations, price.MinimumObservedWeight));
        Assert.Equal(new DisclosureRule(3, 3, 0.75, 0.9), price.Disclosure);
        Assert.Equal(1.0, price.Cells.Sum(c => c.ValueShare!.Value), 1e-12);
        var merged = price.Cells.Single(c => c.Code == "IFPI-RE-TX-AAP");
        Assert.Equal(("RE", "IFPI-P-RE", 0.0375), (merged.Group, merged.Pillar, merged.ValueShare));
        Assert.Equal(["T1", "T2", "T3"], merged.TenorBands);
        Assert.Equal(["AAP"], merged.RatingBands);
        Assert.Equal(["IFPI-EQ-INFRA", "IFPI-EQ-INNOV"], price.Satellites.Select(c => c.Code));
        Assert.Equal((4, 2, 7), (price.Included.Length, price.Excluded.Length, price.Companions.Length));
        Assert.All(price.Included.Concat(price.Excluded).Concat(price.Companions.Select(c => c.Name)), t => Assert.True(IsChinese(t.Chinese) && !IsChinese(t.English)));
        Assert.Equal(Weight.Zero, index.Root.Groups.Single(g => g.Code == "IFPI-P-EQ").Weight);
    }

    [Fact]
    public void Seed_DueLags_AreBelowTheReleaseLagWhereAlignedNative() =>
        Assert.All(s_seed.Indices, index => Assert.All(
            index.Root.Indicators.Where(i => i.Alignment == Alignment.Native),
            i => Assert.InRange(i.DueLagDays, 1, index.Release!.LagDays - 1)));

    [Fact]
    public void Seed_MethodChange_ReplacesTheFirstVersion()
    {
        var versions = s_seed.Versions("HZ-CMVI");
        Assert.Equal(["1.0.0", "2.0.0"], versions.Select(v => v.Version));
        Assert.Equal("1.0.0", versions[1].Replaces);
        Assert.Equal(Period.OfMonth(2025, 1), versions[1].Link!.Overlap[0]);
        Assert.Equal(Period.OfMonth(2025, 6), versions[1].Link!.Overlap[^1]);
        Assert.Equal(Period.OfMonth(2025, 7), versions[1].EffectiveFrom);
        Assert.Contains("DEMONSTRATION", versions[1].Purpose, StringComparison.Ordinal);
    }

    private static bool IsChinese(string? text) => text is not null && text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    [Fact]
    public void Seed_Catalogue_HasAreasAgenciesAndDenominators()
    {
        Assert.Equal((14, 29, 8), (s_seed.Catalogue.Areas.Length, s_seed.Catalogue.Agencies.Length, s_seed.Catalogue.Denominators.Length));
        Assert.Equal("330100", s_seed.Catalogue.Areas.Single(a => a.IsCity).Code);
        Assert.Equal(["POP"], s_seed.Catalogue.Denominators.Where(d => d.Interpolate).Select(d => d.Code));
    }
}
