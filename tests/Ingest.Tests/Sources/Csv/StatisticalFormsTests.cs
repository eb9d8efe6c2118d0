using Indices.Observations;
using Indices.Time;
using Ingest.Sources;
using Ingest.Validation;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Sources.Csv;

/// <summary>Rows as Chinese statistics write them, read with the definitions that the program ships with.</summary>
public class StatisticalFormsTests
{
    private const string Header = "指标,地区,时期,数值,单位,量度\n";

    private static readonly FileContext Known = Reading.AtTheDoor with { Area = "330100", Series = new KnownSeries(SeedDefinitions.All) };

    [Theory]
    [InlineData("CMVI-EQUITY-RAISED,330100,2024年3月,123456,万元,", "value", "2024-03", "12.3456")]
    [InlineData("CMVI-EQUITY-RAISED,330100,2024年1—2月,50,亿元,", "value", "2024-01~02", "50")]
    [InlineData("CMVI-EQUITY-RAISED,330100,2024年1-3月,50,,", "ytd", "2024-03", "50")]
    [InlineData("境内外股权融资额,杭州市,2024年1-3月,50,,累计", "ytd", "2024-03", "50")]
    [InlineData("境内外股权融资额,杭州市,2024年3月,12.3%,,同比", "yoy", "2024-03", "12.3")]
    [InlineData("无形资产抵质押融资额,杭州市,2023年前三季度,(1.5),,", "ytd", "2023-Q3", "-1.5")]
    [InlineData("FCEI-FIRST-LOAN,杭州市,2024年一季度,1.2万户,,", "value", "2024-Q1", "12000")]
    [InlineData("银行业不良贷款率,330100,2024年3月末,0.123,,", "value", "2024-Q1", "0.123")]
    [InlineData("银行业不良贷款率,330100,截至2024年3月末,8.8‰,,", "value", "2024-Q1", "0.88")]
    [InlineData("POP,330100,2023年末,1252.2,万人,", "value", "2023", "12522000")]
    public void Row_InAnyOfTheForms_BecomesOneObservation(string row, string measure, string period, string value)
    {
        var content = Reading.Read(Header + row + "\n", Known);

        Assert.Empty(content.Faults);
        var read = Assert.Single(content.Observations);
        Assert.Equal((measure, "330100", Period.Parse(period), value), (read.Series.Measure, read.Series.Area, read.Period, read.ValueText));
    }

    [Theory]
    [InlineData("CMVI-EQUITY-RAISED,330100,2024年1-3月,50,,当期", "量度", "not")]
    [InlineData("CMVI-EQUITY-RAISED,330100,1-3月,50,,", "时期", "no year")]
    [InlineData("STFI-INTANGIBLE,330100,2024年1-2月末,50,,", "时期", "A period is written")]
    [InlineData("STFI-INTANGIBLE,330100,2024年2月末,50,,", "时期", "does not end a period")]
    [InlineData("STFI-INTANGIBLE,330100,2023年四季度,50,万美元,", "单位", "cannot be converted")]
    [InlineData("STFI-INTANGIBLE,330100,2023年四季度,50万元,亿元,", "数值", "not the unit stated")]
    [InlineData("银行业不良贷款率,330100,2023年四季度,1.2万,,", "数值", "cannot be converted")]
    [InlineData("STFI-INTANGIBLE,330100,2023年四季度,,亿元,", "数值", "a gap needs status")]
    public void Row_ThatLeavesADoubt_IsRefused(string row, string column, string reason)
    {
        var content = Reading.Read(Header + row + "\n", Known);

        Assert.Empty(content.Observations);
        var fault = Assert.Single(content.Faults);
        Assert.Equal(column, fault.Column);
        Assert.Contains(reason, fault.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Conversion_IsKeptBesideTheValue() =>
        Assert.Equal(new Conversion("12,345 万元", "0.0001"), Assert.Single(
            Reading.Read(Header + "CMVI-EQUITY-RAISED,330100,2024年3月,\"12,345\",万元,\n", Known).Observations).Conversion);
}
