using Dashboard.PageModels.LabPages;
using Indices.Calculation;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Report;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Dashboard.Tests.PageModels.LabPages;

public sealed class LabPageTests
{
    private static readonly Catalogue s_catalogue = EmptyCatalogue with { Areas = [new("A", new("甲区", "A District"), false), new("B", new("乙区", "B District"), false)] };

    [Theory]
    [InlineData(false, "3 个地区", "甲区", "取对数|缩尾|无异常值|无法判断")]
    [InlineData(true, "3 areas", "A District", "logarithm|winsorised|no outliers|judged")]
    public void LabPage_OfAreas_NamesThemInTheLanguage(bool english, string units, string area, string outcomes)
    {
        var page = Areas(Language.Of(english ? "en" : null));

        Assert.Equal(units, page.Units);
        Assert.True(page.UnitsAreAreas);
        Assert.Equal(area, page.UnitsOf(0)[0].Unit);
        // An area that the catalogue does not know keeps its code.
        Assert.Equal("C", page.UnitsOf(0)[2].Unit);
        Assert.All(page.Treatments, t => Assert.Contains(outcomes.Split('|'), word => t.Outcome.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void LabPage_OfAreas_ShowsRanksAndAgreementOfEveryMethod()
    {
        var page = Areas(Language.English);

        Assert.Equal(("1.000", "1.000", "0.0", "0"), (page.Variants[0].Agreement.Pearson, page.Variants[0].Agreement.Spearman, page.Variants[0].Agreement.MeanShift, page.Variants[0].Agreement.LargestShift));
        Assert.Equal(["3", "2", "1"], page.UnitsOf(0).Select(u => u.PublishedRank));
        var refused = page.Variants.First(v => v.Refusal is not null);
        Assert.Equal("–", refused.Agreement.Pearson);
        Assert.NotEmpty(refused.Refusal!);
        Assert.Empty(page.UnitsOf(refused.Number));
    }

    [Fact]
    public void LabPage_Weights_AreShownInPercentByMethod()
    {
        var page = Areas(Language.English);

        Assert.Equal(page.WeightMethods.Count, page.Weights[0].Percents.Count);
        Assert.Equal(["33.3", "16.7", "16.7", "33.3"], page.Weights.Select(row => row.Percents[0]));
        Assert.Equal(4, page.Weights.Count);
    }

    [Fact]
    public void LabPage_OfPeriods_NamesThemAndGivesNoRanksOfAreas()
    {
        var methodology = KnownValue.Methodology("hdi.yaml");
        var years = Enumerable.Range(2015, 6).Select(Period.OfYear).ToArray();
        var snapshot = Known(years.SelectMany((year, t) => Values(methodology, year, City, t)));
        var result = IndexCalculator.Calculate(new([methodology], EmptyCatalogue, snapshot, City, years[^1], FrozenParameters.None));
        var page = new LabPage(MethodologyLab.Report(LabSubject.Of(methodology, [result]), draws: 20), s_catalogue, Language.Chinese);

        Assert.Equal("2015年 – 2020年", page.Units);
        Assert.False(page.UnitsAreAreas);
        Assert.Equal(6, page.Robustness.Count);
        Assert.Matches(@"^0\.\d\d – 0\.\d\d$", page.Robustness[0].ScoreBand);
    }

    private static LabPage Areas(Language language)
    {
        var (methodology, year) = (KnownValue.Methodology("hdi.yaml"), Period.OfYear(2021));
        string[] areas = ["A", "B", "C"];
        var snapshot = Known(areas.SelectMany((area, t) => Values(methodology, year, area, 3 * t)));
        var results = areas.Select(area => IndexCalculator.Calculate(new([methodology], EmptyCatalogue, snapshot, area, year, FrozenParameters.None))).ToList();
        return new(MethodologyLab.Report(LabSubject.Of(methodology, results), draws: 20), s_catalogue, language);
    }

    private static IEnumerable<Observation> Values(IndexMethodology methodology, Period period, string area, int step)
    {
        double[] starts = [60, 10, 6, 8_000];
        return methodology.Root.Indicators.Select((component, i) => Observed(component.Code, period, starts[i] * (1 + 0.02 * step + 0.005 * (step * i % 3))) is var o
            ? o with { Series = o.Series with { Area = area } } : null!);
    }
}
