using Indices.Methodology;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class CatalogueFileTests
{
    private const string Good =
        """
        indices: [A-1, B-2]
        areas:
        - {code: '990100', name_zh: 样例市, name_en: Sample, city: true}
        - {code: '990101', name_zh: 样例区}
        agencies:
        - {code: AG, name_zh: 样例局}
        denominators:
        - {code: POP, name_zh: 人口, unit: 人, freq: A, interpolate: true}
        - {code: ENT, name_zh: 主体, unit: 户, freq: Q}
        """;

    [Fact]
    public void Parse_GoodFile_GivesAllEntriesInFileOrder()
    {
        var catalogue = CatalogueFile.Parse("c.yaml", Good);
        Assert.Equal(["A-1", "B-2"], catalogue.Indices);
        Assert.Equal([new Area("990100", new("样例市", "Sample"), true), new Area("990101", new("样例区", null), false)], catalogue.Areas);
        Assert.Equal(new Denominator("POP", new("人口", null), "人", Frequency.Annual, true), catalogue.Denominators[0]);
        Assert.False(catalogue.Denominators[1].Interpolate);
    }

    [Fact]
    public void Parse_Currency_NamesTheSeriesOfItsRates()
    {
        const string rates = "\n- {code: USD-AVG, name_zh: 期平均, unit: 元/美元, freq: M}\n- {code: USD-END, name_zh: 期末, unit: 元/美元, freq: M}"
            + "\ncurrencies:\n- {code: USD, name_zh: 美元, average: USD-AVG, end: USD-END}\n";
        var catalogue = CatalogueFile.Parse("c.yaml", Good + rates);
        Assert.Equal([new Currency("USD", new("美元", null), "USD-AVG", "USD-END")], catalogue.Currencies);
        Assert.Equal(["USD-AVG", "USD-END"], catalogue.SeriesOf(new(TransformKind.Exchange, "USD")));
        Assert.Equal(["POP"], catalogue.SeriesOf(new(TransformKind.PerMillion, "POP")));
        Assert.Empty(catalogue.SeriesOf(new(TransformKind.Level)));
        Refusal.Is(() => CatalogueFile.Parse("c.yaml", (Good + rates).Replace("end: USD-END", "end: USD-LAST", StringComparison.Ordinal)),
            "c.yaml:12: “denominators”中没有汇率序列“USD-LAST”。 'denominators' has no series of exchange rates 'USD-LAST'.");
    }

    [Theory]
    [InlineData("'990101'", "'990100'", 4, "代码“990100”重复，第 3 行已有。 Code '990100' is used twice; line 3 has it already.")]
    [InlineData("B-2", "A-1", 1, "代码“A-1”重复，第 1 行已有。 Code 'A-1' is used twice; line 1 has it already.")]
    [InlineData(", city: true", "", 2, "应有且只有一个地区标为“city: true”。 Exactly one area must have 'city: true'.")]
    [InlineData("freq: A", "freq: D", 8, "“freq”的“D”不是下列之一：A, Q, M。 'freq': 'D' is not one of A, Q, M.")]
    [InlineData("unit: 户, ", "", 9, "缺少必填的键“unit”。 Required key 'unit' is missing.")]
    [InlineData("unit: 户", "unit: 户, colour: red", 9, "未知的键“colour”。 Unknown key 'colour'.")]
    public void Parse_BadFile_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason) =>
        Refusal.Is(() => CatalogueFile.Parse("c.yaml", Refusal.Spoil(Good, old, bad)), $"c.yaml:{line}: {reason}");
}
