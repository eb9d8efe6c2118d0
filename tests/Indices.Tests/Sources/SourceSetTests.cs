using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Sources;
using Xunit;

namespace Indices.Tests.Sources;

public sealed class SourceSetTests
{
    private static readonly SourceSet s_sources = new([Of("all", "HZ-*"), Of("bank", "HZ-BANK*.xlsx"), Of("one", "月报?.csv"), Of("off", "OFF*", false), Of("dots", "a.b*")]);

    [Theory]
    [InlineData("HZ-other.csv", "all")]
    [InlineData("HZ-BANK 2024年9月.xlsx", "bank")]
    [InlineData("hz-bank.XLSX", "bank")]
    [InlineData("HZ-BANK.csv", "all")]
    [InlineData("月报9.csv", "one")]
    [InlineData("月报12.csv", null)]
    [InlineData("OFF.csv", null)]
    [InlineData("aXb.csv", null)]
    [InlineData("", null)]
    public void OfFile_Name_IsTheEnabledSourceWithTheLongestPatternThatFits(string name, string? expected) =>
        Assert.Equal(expected, s_sources.OfFile(name)?.Code);

    [Fact]
    public void OfFile_PatternOfManyStars_TakesNoLongerThanTheNameIsLong() =>
        Assert.Null(new SourceSet([Of("stars", string.Concat(Enumerable.Repeat("*a", 40)) + "b")]).OfFile(new string('a', 5000)));

    [Fact]
    public void Of_Indicator_IsEveryEnabledSourceThatDeliversIt()
    {
        Source Delivering(string code, bool isEnabled, params string[] indicators) => Of(code, code, isEnabled) with
        {
            Series = [.. indicators.Select(i => new SourceSeries(i, "value", null, null, null, null, null, []))],
        };
        var sources = new SourceSet([Delivering("one", true, "I-A", "I-B"), Delivering("off", false, "I-A"), Delivering("two", true, "I-A"), Delivering("none", true)]);

        Assert.Equal(["one", "two"], sources.Of("I-A").Select(s => s.Code));
        Assert.Empty(sources.Of("I-C"));
    }

    private static Source Of(string code, string inbox, bool isEnabled = true) => new(
        code, new LocalText(code, null), SourceKind.Csv, "", inbox, null, "", "", null, false, null, null, null, null, isEnabled, ImmutableArray<SourceSeries>.Empty);
}
