using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Ingest.Tests.Sources.Csv;
using Ingest.Validation;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Validation;

public class ContentValidationTests
{
    private const string Header = "indicator,area,period,value,measure\n";
    private static readonly RawDocument Document = new(new string('a', 64), "q1.csv", "inbox:q1.csv", "text/csv", 1, Reading.ReceivedAt, "test");

    [Theory]
    [InlineData("I-NONE,990100,2024-Q1,1,", "indicator", "I-NONE", "No indicator")]
    [InlineData("I-NPL,110000,2024-Q1,1,", "area", "110000", "No area")]
    [InlineData("I-NPL,990100,2024-01,1,", "period", "2024-01", "not the indicator's: quarterly")]
    [InlineData("I-NPL,990100,2023,1,", "period", "2023", "not the indicator's: quarterly")]
    [InlineData("I-NPL,990100,2024-01~02,1,", "period", "2024-01~02", "not the indicator's: quarterly")]
    [InlineData("ENT,990100,2023,1,", "period", "2023", "not the indicator's: quarterly")]
    [InlineData("I-NPL,990100,2024-Q3,1,", "period", "2024-Q3", "had not begun")]
    [InlineData("ENT,990100,2024-Q1,-1,", "value", "-1", "in 户 cannot be negative")]
    [InlineData("ENT,990100,2024-Q1,-1,ytd", "value", "-1", "in 户 cannot be negative")]
    [InlineData("I-NPL,990100,2024-Q1,0,denominator", "value", "0", "denominator cannot be 0")]
    [InlineData("ENT,990100,2024-Q1,0,", "value", "0", "denominator cannot be 0")]
    [InlineData("ENT,990100,2024-Q1,-0.0,", "value", "-0.0", "denominator cannot be 0")]
    [InlineData("I-NPL,990100,2024-Q1,1e16,", "value", "1e16", "Larger than any indicator")]
    public void Row_ThatTheDefinitionsDoNotAllow_IsRefusedWithItsPlace(string row, string column, string text, string reason)
    {
        var parsed = Check(Header + "I-NPL,990100,2023-Q4,1,\n" + row + "\n");

        var refused = Assert.Single(parsed.Refused);
        Assert.Equal((3, column, text, "q1.csv", Document.Sha256), (refused.Row, refused.Column, refused.Text, refused.Document, refused.DocumentSha256));
        Assert.Contains(reason, refused.ReasonEnglish, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", refused.ReasonChinese);
        Assert.Equal(2, Assert.Single(parsed.Observations).Row);
    }

    [Theory]
    [InlineData("I-NPL,990100,2024-Q1,-1,")]
    [InlineData("ENT,990100,2024-Q1,-3.5,yoy")]
    [InlineData("I-NPL,990100,2024-Q1,-0,")]
    [InlineData("I-NPL,990100,2024-Q1,0,numerator")]
    [InlineData("I-NPL,990100,2024-Q1,0,")]
    [InlineData("ENT,990100,2024-Q1,0,yoy")]
    [InlineData("I-NPL,990100,2024-Q2,1,")]
    [InlineData("T-OWN,990100,2024-01~02,1,")]
    public void Row_ThatTheDefinitionsAllow_IsKept(string row)
    {
        var parsed = Check(Header + row + "\n");

        Assert.Empty(parsed.Refused);
        Assert.Single(parsed.Observations);
    }

    [Fact]
    public void Column_ThatIsNotKnown_IsReportedBesideTheValues()
    {
        var parsed = Check("indicator,area,period,value,remark\nI-NPL,990100,2024-Q1,1,x\n");

        Assert.Equal((1, "remark"), (Assert.Single(parsed.Refused).Row, parsed.Refused[0].Column));
        Assert.Single(parsed.Observations);
    }

    [Theory]
    [InlineData("110000,2023-01-06", "area", "110000")]
    [InlineData("990100,2024-05-03", "pricing_date", "2024-05-03")]
    public void Deal_ThatCannotBe_IsRefusedWithItsPlace(string cells, string column, string text)
    {
        var parsed = Check(
            "area,pricing_date,deal,product,tenor_years,rating,industry,entity,amount_100m,coupon_pct,upfront_fee_pct,annual_fee_pct\n" +
            cells + ",D1,INF,5,AAA,water,E1,1,4,0,0\n990100,2024-04-30,D2,INF,5,AAA,water,E1,1,4,0,0\n");

        var refused = Assert.Single(parsed.Refused);
        Assert.Equal((2, column, text), (refused.Row, refused.Column, refused.Text));
        Assert.Equal("D2", Assert.Single(parsed.Deals).Code);
    }

    [Theory]
    [InlineData("家", true)]
    [InlineData("亿元", true)]
    [InlineData("件/百万人", true)]
    [InlineData("%", false)]
    [InlineData("%/年", false)]
    [InlineData("bp", false)]
    [InlineData("倍", false)]
    [InlineData("2022=100", false)]
    public void Unit_OfThingsThatAreCounted_IsNeverNegative(string unit, bool expected) =>
        Assert.Equal(expected, Units.IsCountOrAmount(unit));

    private static ParsedDocument Check(string text) =>
        ContentValidation.Check(Document, Reading.Read(text), new KnownSeries(Definitions()), Reading.Shanghai).WithoutHeld;

    private static Definitions Definitions()
    {
        var target = new PolicyTarget(
            "T-OWN", new LocalText("自有序列", "Own series"), "家", TargetKind.Count, Comparison.AtLeast, 10, "", true, Frequency.Monthly, "AG-ONE",
            new Baseline(Period.OfYear(2022), null, false, null, []), RequiredPath.Linear, "T-OWN", 10, null, [], null, 30, null);
        var targets = new TargetSet("", "", "", default, default, default, new RatingRule(1, 0.5, 0.9, 0.1, 1), [target], "");
        return SampleDefinitions.All() with { Targets = targets };
    }
}
