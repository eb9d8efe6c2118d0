using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.IndexPages;

public class DisclosureTests
{
    [Fact]
    public void Withheld_OneDominatedMember_TakesASecondOfTheSameGroup() =>
        Assert.Equal(["I-NPL", "I-ONEFIRM"], Disclosure.Withheld(SampleDefinitions.Composite().Root).Order());

    [Fact]
    public void Withheld_TwoDominatedMembers_ProtectEachOther()
    {
        var group = TestIndex.Group("G", "1", Aggregation.Arithmetic,
            TestIndex.Indicator("A", "0.2"),
            TestIndex.Indicator("B", "0.4") with { Confidentiality = "dominant_unit" },
            TestIndex.Indicator("C", "0.4") with { Confidentiality = "dominant_unit" });

        Assert.Equal(["B", "C"], Disclosure.Withheld(group).Order());
    }

    [Fact]
    public void Withheld_NothingDominated_IsEmpty() =>
        Assert.Empty(Disclosure.Withheld(TestIndex.Group("G", "1", Aggregation.Arithmetic, TestIndex.Indicator("A"))));
}
