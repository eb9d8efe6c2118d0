using System.Globalization;
using Dashboard.PageModels;
using Dashboard.PageModels.IndexPages;
using Indices.Calculation;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.PageModels.IndexPages;

public class CauseSplitTests
{
    private static readonly Period Last = Period.OfQuarter(2025, 3);
    private static readonly ReleaseContent Content = SampleReleases.Of(SampleDefinitions.Composite(), Last, PublicSite.Start);
    private static readonly ReleaseContent Before = SampleReleases.Of(SampleDefinitions.Composite(), Last.Plus(-1), PublicSite.Start.AddDays(-90));

    private static double Change => Printed(Content, Last) - Printed(Before, Last.Plus(-1));

    [Fact]
    public void Of_CausesOfTheChange_AddUpToWhatReadersSaw()
    {
        var split = CauseSplit.Of(Content, Before, [new(Last.Plus(-1), ChangeCause.NewData, Change - 0.333), new(Last.Plus(-1), ChangeCause.RevisedData, 0.333)],
            SampleDefinitions.Composite(), Language.English)!;

        Assert.Equal(["New data", "Revised data"], split.Rows.Select(r => r.Name));
        Assert.Equal(Figures.Exact(Number(split.Total)), split.Rows.Sum(r => Figures.Exact(Number(r.Text))));
    }

    [Fact]
    public void Of_CausesFromAnotherValue_AreNotShown() => Assert.Null(CauseSplit.Of(
        Content, Before, [new(Last.Plus(-1), ChangeCause.NewData, Change + 0.02)], SampleDefinitions.Composite(), Language.English));

    [Fact]
    public void Of_NothingPublishedBefore_IsNotShown() => Assert.Null(CauseSplit.Of(
        Content, null, [new(Last.Plus(-1), ChangeCause.NewData, Change)], SampleDefinitions.Composite(), Language.English));

    [Fact]
    public void Revised_OneValueReadsOtherwise_IsOneRow()
    {
        var before = Before with { Values = [.. Before.Values.Select(v => v.Node == "XX-CREDIT" && v.Period == Last.Plus(-2) ? v with { Text = "99.99" } : v)] };

        var row = Assert.Single(RevisedValues.Rows(Content, before, SampleDefinitions.Composite(), Language.English));

        Assert.Equal(("2025 Q1", "99.99", "planned revision"), (row.Period, row.Before, row.Kind));
        Assert.Empty(RevisedValues.Rows(Content, Before, SampleDefinitions.Composite(), Language.English));
        Assert.Empty(RevisedValues.Rows(Content, null, SampleDefinitions.Composite(), Language.English));
    }

    private static double Printed(ReleaseContent content, Period period) =>
        double.Parse(content.Values.Single(v => v.Node == "XX-CREDIT" && v.Period == period).Text!, CultureInfo.InvariantCulture);

    private static string Number(string text) => text.Replace("\u00a0points", "", StringComparison.Ordinal).Replace("−", "-", StringComparison.Ordinal);
}
