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
    public void Of_PeriodBeforeWithheld_SaysNothing() => Assert.Null(Sentence(null, "101.00", Language.Chinese));

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

    private static string? Sentence(string? before, string now, Language language, params (string Group, string Points)[] groups)
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
