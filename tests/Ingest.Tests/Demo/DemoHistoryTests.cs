using System.Globalization;
using Indices.Methodology;
using Indices.Observations;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Demo;

public sealed class DemoHistoryTests
{
    [Fact]
    public void Write_WithTheSeedDefinitions_GivesTheCommittedFilesToTheByte()
    {
        using var generated = new DemoFolder(SeedDefinitions.All);

        Assert.Equal(DemoFolder.CommittedContent.Keys, generated.Content.Keys);
        Assert.All(DemoFolder.CommittedContent, file => Assert.Equal(file.Value, generated.Content[file.Key]));
    }

    [Fact]
    public void Write_UnderAnotherCulture_GivesTheSameBytes()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            using var generated = new DemoFolder(SeedDefinitions.All);
            Assert.All(DemoFolder.CommittedContent, file => Assert.Equal(file.Value, generated.Content[file.Key]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_WhenAnIndicatorIsTakenOut_LeavesTheOtherSeriesAsTheyAre()
    {
        var index = SeedDefinitions.All.Indices.First(i => !i.IsPrice && SeedDefinitions.All.Versions(i.Code).Length == 1);
        var group = (IndexGroup)index.Root.Children[0];
        var gone = group.Children.OfType<Indicator>().First(i => i.Target is null && !SeedFiles.Story.Series.ContainsKey(i.Code)).Code;
        var shorter = group with { Children = [.. group.Children.Where(c => c.Code != gone)] };
        var changed = index with { Root = index.Root with { Children = index.Root.Children.SetItem(0, shorter) } };

        using var generated = new DemoFolder(SeedDefinitions.All with { Indices = SeedDefinitions.All.Indices.Replace(index, changed) });

        Assert.Equal(
            Lines(DemoFolder.CommittedContent[$"{index.Code}.csv"]).Where(l => !l.StartsWith(gone + ",", StringComparison.Ordinal)),
            Lines(generated.Content[$"{index.Code}.csv"]));
    }

    [Fact]
    public void Write_WhenTheAnchorsTellNothingAboutADenominator_SaysWhich()
    {
        var catalogue = SeedDefinitions.All.Catalogue;
        var unknown = catalogue.Denominators[0] with { Code = "NOT-TOLD" };

        var refusal = Assert.Throws<InvalidOperationException>(() => new DemoFolder(
            SeedDefinitions.All with { Catalogue = catalogue with { Denominators = catalogue.Denominators.Add(unknown) } }));

        Assert.Contains("NOT-TOLD", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_EveryIndicatorDenominatorAndTarget_HasASeries()
    {
        var definitions = SeedDefinitions.All;
        var wanted = definitions.Indices.Where(i => !i.IsPrice).SelectMany(i => i.Root.Indicators).Select(i => i.Code)
            .Concat(definitions.Catalogue.Denominators.Select(d => d.Code))
            .Concat(definitions.Targets!.Targets.Select(t => t.Indicator))
            .ToHashSet();

        Assert.Equal(wanted.Order(StringComparer.Ordinal),
            SeedFiles.Observations("demo").Select(o => o.Series.Indicator).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Demo_EveryPriceCell_HasDeals()
    {
        var deals = SeedFiles.Read("demo")["deals.csv"].Deals.Select(d => d.Deal).ToList();
        var cells = SeedDefinitions.All.Indices.Last(i => i.IsPrice).Price!.Cells;

        Assert.All(cells, cell => Assert.Contains(deals, d => d.Product == cell.Group && cell.TenorBands.Contains(BandOf(d.TenorYears))
            && cell.RatingBands.Contains(d.Rating == "AAA" ? "AAA" : "AAP")));
        Assert.All(deals.GroupBy(d => d.PricingDate.Year), year => Assert.InRange(year.Count(), 15, 30));
    }

    [Fact]
    public void Demo_EveryRow_IsSyntheticAndPassesTheDoor()
    {
        Assert.Empty(SeedFiles.Faults("demo"));
        Assert.All(SeedFiles.Observations("demo"), o => Assert.Equal(Origin.Synthetic, o.Series.Origin));
        Assert.All(SeedFiles.Read("demo").Values.SelectMany(f => f.Deals), d => Assert.Equal(Origin.Synthetic, d.Deal.Origin));
    }

    [Fact]
    public void Demo_NoValue_IsKnownBeforeItsPeriodEnds() =>
        Assert.All(SeedFiles.Observations("demo"), o => Assert.True(
            o.Vintage.Instant > new DateTimeOffset(o.Period.End.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)), $"{o}"));

    private static string[] Lines(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes).Split('\n');

    private static string BandOf(int tenor) => tenor <= 5 ? "T1" : tenor <= 8 ? "T2" : "T3";
}
