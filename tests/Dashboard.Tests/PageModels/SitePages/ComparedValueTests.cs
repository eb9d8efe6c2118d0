using Dashboard.PageModels.SitePages;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.SitePages;

public class ComparedValueTests
{
    [Theory]
    [InlineData("%", 1.44, 1.36, false, "0.0", false)]
    [InlineData("%", 1.46, 1.34, false, "−0.2", true)]
    [InlineData("亿元", 12345.6, 12346.6, true, "+0.10", true)]
    [InlineData("家", 1234.0, 1230.0, true, "−4", true)]
    [InlineData("倍", 0.9, 1.25, false, "+0.400", true)]
    public void Measured_AnyUnit_DiffersByWhatAReaderSubtracts(string unit, double a, double b, bool english, string difference, bool isChanged)
    {
        var indicator = SampleDefinitions.Composite().Root.Indicators.First() with { Unit = unit };

        var compared = ComparedValue.Measured(indicator, a, b, english ? Language.English : Language.Chinese);

        Assert.Equal((difference, isChanged), (compared.Difference, compared.IsChanged));
    }

    [Fact]
    public void Measured_OneMissing_HasNoDifference()
    {
        var compared = ComparedValue.Measured(SampleDefinitions.Composite().Root.Indicators.First(), null, 2, Language.Chinese);

        Assert.Equal(("–", "–", true), (compared.A, compared.Difference, compared.IsChanged));
    }
}
