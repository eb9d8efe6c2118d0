using CsCheck;
using Dashboard.PageModels.MethodologyPages;
using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.MethodologyPages;

public sealed class VersionDifferenceTests
{
    private static readonly IndexMethodology First = SampleDefinitions.Composite();

    /// <summary>Every property of every record that the seed methodologies are made of, each as the way to it.</summary>
    public static TheoryData<string, string> Properties { get; } = new(
        from code in new[] { "HZ-FCEI", "HZ-CMVI", "HZ-IFPI" }
        from edit in MethodologyEdit.All(SeedDefinitions.All.Versions(code)[^1])
        group (code, edit.Path) by (code, MethodologyEdit.Kind(edit.Path)) into same
        select same.First());

    [Fact]
    public void Between_SeedVersions_SaysExactlyWhatChanged()
    {
        var versions = SeedDefinitions.All.Versions("HZ-CMVI");
        var changes = VersionDifference.Between(versions[0], versions[1], SeedDefinitions.All.Catalogue, Language.Chinese);

        Assert.Equal(
            [
                ("", "衡量什么"), ("", "适用起点"), ("", "衔接重叠期"),
                ("上市主体与储备", "层内权重"), ("创新资本", "层内权重"), ("高比例质押或风险警示上市公司占比", "最差标杆"),
            ],
            changes.Select(c => (c.Subject, c.Field)));
        Assert.Equal(new VersionChange("上市主体与储备", "层内权重", "25%", "30%"), changes[3]);
        Assert.Equal(("12", "15"), (changes[5].Before, changes[5].After));
    }

    [Fact]
    public void Between_AFileAndItself_IsEmpty() => Assert.All(
        SeedDefinitions.All.Indices.Append(SampleDefinitions.Composite()).Append(SampleDefinitions.Price()), m =>
        {
            Assert.Empty(Changes(m, m, Language.Chinese));
            Assert.Empty(Changes(m, m with { Version = "9.9.9", Replaces = m.Version, Sha256 = "" }, Language.English));
        });

    [Theory]
    [MemberData(nameof(Properties))]
    public void Between_AnyPropertyEdited_ReportsIt(string code, string path)
    {
        var before = SeedDefinitions.All.Versions(code)[^1];
        var after = MethodologyEdit.All(before).Single(e => e.Path == path).Apply();

        Assert.True(Changes(before, after, Language.Chinese).Length > 0, $"{path} is not compared: ComparedFields must say it.");
        Assert.NotEmpty(Changes(before, after, Language.English));
    }

    [Fact]
    public void Between_RandomEdit_NamesTheEditedNode()
    {
        var before = SeedDefinitions.All.Versions("HZ-STFI")[0];
        var edits = MethodologyEdit.All(before).Where(e => e.Path.Contains("Children[", StringComparison.Ordinal)).ToList();
        Gen.Int[0, edits.Count - 1].Sample(at =>
        {
            var after = edits[at].Apply();
            var known = after.Root.Groups.Cast<IndexNode>().Concat(after.Root.Indicators).Concat(before.Root.Groups).Concat(before.Root.Indicators)
                .Select(n => n.Name.Chinese).ToHashSet();
            return Changes(before, after, Language.Chinese) is { Length: > 0 } changes && changes.All(c => known.Contains(c.Subject));
        }, iter: 200);
    }

    [Fact]
    public void Between_GroupRemoved_NamesItAndItsIndicators()
    {
        var second = First with { Root = First.Root with { Children = [First.Root.Children[0]] } };

        Assert.Equal(
            [("Credit quality", "removed", "60%"), ("Non-performing loans", "removed", "50%"), ("Revenue of the leading firm", "removed", "50%")],
            Changes(First, second, Language.English).Select(c => (c.Subject, c.Field, c.Before["weight ".Length..])));
    }

    [Fact]
    public void Between_IndicatorAdded_SaysItsWeight()
    {
        var second = First with { Root = First.Root with { Children = [First.Root.Children[0]] } };
        Assert.Contains(new VersionChange("不良贷款率", "新增", "", "权重 50%"), Changes(second, First, Language.Chinese));
    }

    [Fact]
    public void Between_TextChangedInTheOtherLanguage_SaysThat()
    {
        var second = First with { Purpose = "Another purpose.", ChinesePurpose = null };
        var first = First with { ChinesePurpose = "中文目的" };
        var changed = first with { Purpose = "Another purpose." };
        Assert.Equal([new VersionChange("", "衡量什么", "仅英文文字有改动", "")], Changes(first, changed, Language.Chinese));
        Assert.Equal([new VersionChange("", "What it measures", First.Purpose, "Another purpose.")], Changes(First, second, Language.English));
    }

    private static System.Collections.Immutable.ImmutableArray<VersionChange> Changes(IndexMethodology before, IndexMethodology after, Language language) =>
        VersionDifference.Between(before, after, SeedDefinitions.All.Catalogue, language);
}
