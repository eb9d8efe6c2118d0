using Dashboard.PageModels;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class CandidateDiffTests
{
    private static readonly Period Last = Period.OfQuarter(2026, 3);
    private static readonly ReleaseContent Published = SampleReleases.Of(SampleDefinitions.Composite(), Last, null);

    [Fact]
    public void Of_TheFirstRelease_IsEveryPublishedValueAsNew()
    {
        var changes = CandidateDiff.Of(Published, null);

        Assert.Equal(Published.Values.Count(v => v.Text is not null), changes.Length);
        Assert.All(changes, c => Assert.Null(c.Before));
        Assert.All(changes, c => Assert.Null(c.Points));
        Assert.Equal(changes.Select(c => c.Period).OrderDescending(), changes.Select(c => c.Period));
    }

    [Fact]
    public void Of_EqualContent_IsNothing() => Assert.Empty(CandidateDiff.Of(Published, Published));

    [Fact]
    public void Of_OneRevisedValue_IsThatOneInPoints()
    {
        var before = Published.Values[0];
        var changed = Published with { Values = Published.Values.SetItem(0, before with { Text = "200.10" }) };

        var change = Assert.Single(CandidateDiff.Of(changed, Published with { Values = Published.Values.SetItem(0, before with { Text = "199.9" }) }));

        Assert.Equal((before.Period, before.Node, "199.9", "200.10", 0.2), (change.Period, change.Node, change.Before, change.After, change.Points));
    }

    [Fact]
    public void Of_AValueThatIsWithheldNow_HasNothingAfterAndNoDifference()
    {
        var withheld = Published with { Values = Published.Values.SetItem(0, Published.Values[0] with { Text = null }) };

        var change = Assert.Single(CandidateDiff.Of(withheld, Published));

        Assert.Equal((Published.Values[0].Text, null, null), (change.Before, change.After, change.Points));
    }

    [Fact]
    public void Of_AChangedDoubleWithTheSameDigits_IsNothing() => Assert.Empty(CandidateDiff.Of(
        Published with { Values = [.. Published.Values.Select(v => v with { Value = v.Value + 1e-9 })] }, Published));
}
