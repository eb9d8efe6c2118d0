using Dashboard.PageModels.MethodologyPages;
using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.MethodologyPages;

public class VersionDifferenceTests
{
    private static readonly IndexMethodology First = SampleDefinitions.Composite();

    [Fact]
    public void Between_WeightChanged_NamesOldAndNew()
    {
        var children = First.Root.Children;
        var second = First with { Root = First.Root with { Children = [children[0] with { Weight = Weight.TryParse("0.3")!.Value }, children[1] with { Weight = Weight.TryParse("0.7")!.Value }] } };

        Assert.Equal(
            ["权重：信用信息基础设施 40.0% → 30.0%", "权重：信用质量 60.0% → 70.0%"],
            VersionDifference.Between(First, second, Language.Chinese));
    }

    [Fact]
    public void Between_GroupRemoved_NamesItAndItsIndicators()
    {
        var second = First with { Root = First.Root with { Children = [First.Root.Children[0]] } };

        Assert.Equal(
            ["Removed: Credit quality", "Removed: Non-performing loans", "Removed: Revenue of the leading firm"],
            VersionDifference.Between(First, second, Language.English));
    }

    [Fact]
    public void Between_GateChanged_SaysSo() => Assert.Equal(
        ["公布条件"],
        VersionDifference.Between(First, First with { Coverage = First.Coverage with { IndexMinimum = 0.9 } }, Language.Chinese));

    [Fact]
    public void Between_EqualRules_SaysUnchanged() => Assert.Equal(
        ["指标、权重与规则未变。"], VersionDifference.Between(First, First with { Version = "1.0.1" }, Language.Chinese));
}
