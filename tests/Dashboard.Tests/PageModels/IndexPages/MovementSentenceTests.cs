using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.IndexPages;

public class MovementSentenceTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);

    [Fact]
    public void Of_RiseWithOneGroupAgainst_NamesBothSides() => Assert.Equal(
        "2025年第三季度较上期上升1.18\u202f点，主要来自信用信息基础设施（+1.30\u202f点）；信用质量（−0.12\u202f点）作用相反。",
        Sentence("105.24", "106.42", Language.Chinese, ("G-INFO", "1.30"), ("G-QUALITY", "-0.12")));

    [Fact]
    public void Of_FallInEnglish_ReadsAsASentence() => Assert.Equal(
        "In 2025 Q3 the index fell by 0.50\u00a0points, mainly through Credit quality (−0.40\u00a0points) and Credit information (−0.10\u00a0points).",
        Sentence("100.50", "100.00", Language.English, ("G-INFO", "-0.10"), ("G-QUALITY", "-0.40")));

    [Fact]
    public void Of_NoChange_SaysSo() =>
        Assert.Equal("2025年第三季度与上期持平。", Sentence("100.00", "100.00", Language.Chinese));

    [Fact]
    public void Of_NoContributions_StatesTheMovementAlone() =>
        Assert.Equal("2025年第三季度较上期上升1.00\u202f点。", Sentence("100.00", "101.00", Language.Chinese));

    [Fact]
    public void Of_PeriodBeforeWithheld_SaysThatNothingCompares() => Assert.Equal(
        "2025年第三季度的指数为101.00，上期没有公布，不能比较。", Sentence(null, "101.00", Language.Chinese));

    [Fact]
    public void Of_Withheld_SaysSo() => Assert.Equal("The value of 2025 Q3 is withheld.", Sentence("100.00", null, Language.English));

    [Fact]
    public void Of_FirstPeriod_IsCalledTheFirst()
    {
        Assert.Equal("2025年第三季度是首次公布的时期，指数为100.00。", Series(Language.Chinese, null, "100.00"));
        Assert.Equal("2025 Q3 is the first period published; the index stood at 100.00.", Series(Language.English, null, "100.00"));
    }

    [Fact]
    public void Of_GroupsCancelOut_AreBothNamed() => Assert.Equal(
        "In 2025 Q3 the index was unchanged from the period before, Credit information (+0.40\u00a0points) and Credit quality (−0.40\u00a0points) offsetting each other.",
        Sentence("100.00", "100.00", Language.English, ("G-INFO", "0.40"), ("G-QUALITY", "-0.40")));

    [Fact]
    public void Of_OneDriverAgainstTheMovement_IsNotItsCause() => Assert.Equal(
        "In 2025 Q3 the index rose by 0.01\u00a0points.", Sentence("100.00", "100.01", Language.English, ("G-INFO", "-0.10")));

    [Fact]
    public void Of_AllDriversOneWay_NobodyWorksAgainst() => Assert.Equal(
        "2025年第三季度较上期下降0.50\u202f点，主要来自信用质量（−0.40\u202f点）、信用信息基础设施（−0.10\u202f点）。",
        Sentence("100.50", "100.00", Language.Chinese, ("G-INFO", "-0.10"), ("G-QUALITY", "-0.40")));

    [Fact]
    public void Of_RecordHighOverTheYear_ReadsAsOneSentence()
    {
        string[] rising = ["100.00", "100.10", "100.20", "100.30", "100.40", "100.50", "100.60", "100.70"];
        Assert.Equal(
            "2025年第三季度较上期上升0.10\u202f点；比上年同期高0.40\u202f点；为2023年第四季度以来最高。", Series(Language.Chinese, null, rising));
        Assert.Equal(
            "In 2025 Q3 the index rose by 0.10\u00a0points; it is 0.40\u00a0points above the value of a year earlier; it is the highest since 2023 Q4.",
            Series(Language.English, null, rising));
    }

    [Fact]
    public void Of_TieWithTheHighest_IsNoRecord() => Assert.Equal(
        "2025年第三季度较上期上升0.10\u202f点；与上年同期持平。",
        Series(Language.Chinese, null, "100.00", "100.10", "100.20", "100.70", "100.40", "100.50", "100.60", "100.70"));

    [Fact]
    public void Of_RecordLow_IsSaidInEnglish() => Assert.EndsWith(
        "below the value of a year earlier; it is the lowest since 2023 Q4.",
        Series(Language.English, null, "100.00", "100.10", "100.20", "100.30", "100.40", "100.50", "100.60", "99.99"), StringComparison.Ordinal);

    [Fact]
    public void Of_YearBeforeWithheld_SaysSo() => Assert.Equal(
        "2025年第三季度较上期上升0.10\u202f点；上年同期没有公布。", Series(Language.Chinese, null, null, "100.40", "100.50", "100.60", "100.70"));

    [Theory]
    [InlineData(0.55, true)]
    [InlineData(0.97, false)]
    public void Of_DrawsLeaveTheDirectionOpen_SaysSo(double probability, bool isSaid) => Assert.Equal(isSaid,
        Series(Language.Chinese, probability, "100.00", "100.10").EndsWith("；考虑方法和数据的不确定性，升降方向不能确定。", StringComparison.Ordinal));

    [Fact]
    public void Of_PriceIndex_SpeaksOfPrices()
    {
        var price = SampleDefinitions.Price();
        var month = Period.OfMonth(2025, 10);
        var content = SampleReleases.Of(price, month, PublicSite.Start) with
        {
            Values = [Value(month.Plus(-1), price.Code, "98.00"), Value(month, price.Code, "97.02")],
        };

        Assert.Equal("2025年10月价格较上期下降1.0%（指数下降0.98\u202f点）。", MovementSentence.Of(content, price, Language.Chinese));
    }

    /// <summary>Of a series that ends with the third quarter of 2025 and has no contributions.</summary>
    private static string Series(Language language, double? probabilityOfRise, params string?[] texts)
    {
        var methodology = SampleDefinitions.Composite();
        return MovementSentence.Of(SampleReleases.Of(methodology, Last, PublicSite.Start) with
        {
            Values = [.. texts.Select((text, i) => Value(Last.Plus(i + 1 - texts.Length), methodology.Code, text))],
            Contributions = [],
            Uncertainty = probabilityOfRise is { } probability ? SampleUncertainty.Of(Last, "1.0.0", probability) : null,
        }, methodology, language);
    }

    private static string Sentence(string? before, string? now, Language language, params (string Group, string Points)[] groups)
    {
        var methodology = SampleDefinitions.Composite();
        var content = SampleReleases.Of(methodology, Last, PublicSite.Start) with
        {
            Values = [Value(Last.Plus(-1), methodology.Code, before), Value(Last, methodology.Code, now)],
            Contributions = groups.Select(g => new PublishedContribution(Last.Plus(-1), Last, g.Group, g.Group + "-I", g.Points, 0)).ToImmutableArray(),
        };
        return MovementSentence.Of(content, methodology, language);
    }

    private static PublishedValue Value(Period period, string node, string? text) =>
        new(period, node, "1.0.0", text, null, ObservationStatus.A, 1, null);
}
