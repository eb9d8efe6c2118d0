using System.Globalization;
using Dashboard.PageModels.IndexPages;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.IndexPages;

public class ContributionTableTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);
    private static readonly ReleaseContent Content = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);

    [Fact]
    public void All_SampleRelease_GivesNeighbourFirstThenYear()
    {
        var tables = ContributionTable.All(Content, SampleDefinitions.Composite(), Language.Chinese);

        Assert.Equal(["环比：2025年第二季度 → 2025年第三季度", "同比：2024年第三季度 → 2025年第三季度"], tables.Select(t => t.Title));
    }

    [Fact]
    public void Rows_GroupsAndMembers_AddUpToThePrintedChange()
    {
        var change = decimal.Parse(Content.Values.Single(v => v.Node == "XX-CREDIT" && v.Period == Last).Text!, CultureInfo.InvariantCulture)
            - decimal.Parse(Content.Values.Single(v => v.Node == "XX-CREDIT" && v.Period == Last.Plus(-1)).Text!, CultureInfo.InvariantCulture);

        var table = ContributionTable.All(Content, SampleDefinitions.Composite(), Language.Chinese)[0];

        Assert.Equal(change, table.Total.Points);
        Assert.Equal(change, table.Rows.Where(r => r.IsGroup).Sum(r => r.Points));
        Assert.Equal(change, table.Rows.Where(r => !r.IsGroup).Sum(r => r.Points));
    }

    [Fact]
    public void Rows_DominatedIndicators_AreShownTogetherOnly()
    {
        var table = ContributionTable.All(Content, SampleDefinitions.Composite(), Language.Chinese)[0];

        Assert.DoesNotContain(table.Rows, r => r.Name is "头部机构收入" or "不良贷款率");
        Assert.Single(table.Rows, r => r.Name == "不单列的2项指标");
    }

    [Fact]
    public void Rows_MethodChange_IsARowOfItsOwn()
    {
        var withChange = Content with
        {
            Contributions = [new PublishedContribution(Last.Plus(-1), Last, Contribution.MethodChange, Contribution.MethodChange, "0.30", 0.3)],
        };

        var row = Assert.Single(ContributionTable.All(withChange, SampleDefinitions.Composite(), Language.English)[0].Rows);

        Assert.Equal("Method change", row.Name);
        Assert.Equal("+0.30\u00a0points", row.Text);
    }

    [Fact]
    public void Bars_GroupsAndMembers_StandOneOnAnother()
    {
        var table = ContributionTable.All(Content, SampleDefinitions.Composite(), Language.Chinese)[0];

        var groups = table.Rows.Where(r => r.IsGroup).ToArray();
        Assert.Equal(table.Zero, groups[0].From);
        Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From, 12));
        Assert.Equal(table.Total.To, groups[^1].To, 12);
        Assert.All(table.Rows, r => Assert.InRange(r.From, 0, 1));
        Assert.All(table.Rows, r => Assert.InRange(r.To, 0, 1));
        Assert.All(table.Rows, r => Assert.Equal(Math.Sign(r.Points), Math.Sign(r.To - r.From)));
    }

    [Fact]
    public void Ends_AreThePublishedValues()
    {
        var table = ContributionTable.All(Content, SampleDefinitions.Composite(), Language.English)[0];

        Assert.Equal(("2025 Q2", "2025 Q3"), (table.Start!.Name, table.End!.Name));
        Assert.Equal(table.Total.Points, decimal.Parse(table.End.Text, CultureInfo.InvariantCulture) - decimal.Parse(table.Start.Text, CultureInfo.InvariantCulture));
    }
}
