using Dashboard.PageModels.RecalculationPages;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.RecalculationPages;

public sealed class RecalculationRequestTests
{
    private const string Code = SampleDefinitions.CompositeCode;

    private static readonly RecalculationFacts Facts = RecalculationFactsTests.Facts("due", "", "", hasInputs: true);

    [Fact]
    public void Plan_OfARange_HoldsEveryPeriodThatIsOverOldestFirst()
    {
        var plan = new RecalculationRequest(Code, "2026-Q1", "2026-Q4", "", false).Plan(Facts);

        Assert.Null(plan.Fault);
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], plan.Order!.Periods.Select(p => p.ToString()));
        Assert.Equal(RecalculationFactsTests.Now, plan.Order.AsOf.Instant);
    }

    [Fact]
    public void Plan_OfFailedAndMissingOnly_LeavesOutWhatIsPublished() => Assert.Equal(
        ["2026-Q1", "2026-Q2"],
        new RecalculationRequest(Code, "2026-Q1", "2026-Q4", "", true).Plan(Facts).Order!.Periods.Select(p => p.ToString()));

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T04:00:00Z")]
    [InlineData("2026-11-23", "2026-11-23T15:59:59.999Z")]
    [InlineData("2026-11-23 09:30", "2026-11-23T01:30:00Z")]
    [InlineData(" 2026-11-24T12:00 ", "2026-11-24T04:00:00Z")]
    public void Plan_AsOf_IsReadInTheOfficesClock(string asOf, string instant) => Assert.Equal(
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
        new RecalculationRequest(Code, "2026-Q3", "", asOf, false).Plan(Facts).Order!.AsOf.Instant);

    [Theory]
    [InlineData("NO-SUCH", "2026-Q3", "", "", "NO-SUCH")]
    [InlineData(Code, "2026-09", "", "", "2026-09")]
    [InlineData(Code, "", "", "", "2026-Q4")]
    [InlineData(Code, "2026-Q3", "soon", "", "soon")]
    [InlineData(Code, "2026-Q3", "2026-Q1", "", "2026-Q1")]
    [InlineData(Code, "2020-Q1", "2026-Q1", "", "2022-Q4")]
    [InlineData(Code, "2026-Q3", "2027-Q1", "", "2027-Q1")]
    [InlineData(Code, "2026-Q4", "", "", "")]
    [InlineData(Code, "2026-Q3", "", "2026-11-25", "2026-11-25")]
    [InlineData(Code, "2026-Q3", "", "2026-11-24 12:01", "2026-11-24 12:01")]
    [InlineData(Code, "2026-Q3", "", "yesterday", "yesterday")]
    public void Plan_OfWhatCannotRun_SaysWhatIsWrongInBothLanguages(string index, string from, string to, string asOf, string named)
    {
        var plan = new RecalculationRequest(index, from, to, asOf, false).Plan(Facts);

        Assert.Null(plan.Order);
        Assert.Contains(named, plan.Fault!.Chinese, StringComparison.Ordinal);
        Assert.Contains(named, plan.Fault.English!, StringComparison.Ordinal);
    }
}
