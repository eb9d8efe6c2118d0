using Indices.Calculation.Targets;
using Indices.Observations;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Demo;

public sealed class PublicSeedTests
{
    [Fact]
    public void Public_EveryRow_IsCitedAndPassesTheDoor()
    {
        Assert.Empty(SeedFiles.Faults("public"));
        Assert.All(SeedFiles.Observations("public"), o =>
        {
            Assert.Equal(Origin.Public, o.Series.Origin);
            Assert.NotEqual("", o.Citation!.SourceName);
            Assert.True(Uri.TryCreate(o.Citation.Address, UriKind.Absolute, out _), o.Citation.Address);
        });
    }

    [Fact]
    public void Public_OfTheCity_NamesAScopeOfItsOwn()
    {
        // Without one it would displace the series that the methodology defines.
        var city = SeedDefinitions.All.Catalogue.Areas.Single(a => a.IsCity).Code;
        Assert.All(SeedFiles.Observations("public").Where(o => o.Series.Area == city), o => Assert.NotEqual("", o.Series.Scope));
    }

    [Fact]
    public void Public_Alone_LeavesEveryTargetWithoutDataInTheMethodologysScope()
    {
        var city = SeedDefinitions.All.Catalogue.Areas.Single(a => a.IsCity).Code;
        var targets = TargetEvaluation.EvaluateAll(
            SeedDefinitions.All.Targets!, SeedFiles.History(SeedFiles.AsOf, "public"), city, SeedFiles.Story.LastDay);

        Assert.All(targets, t => Assert.Equal(TargetStatus.NoData, t.Status));
    }

    [Fact]
    public void Public_FiguresQuotedAsExceeded_AreLowerBounds() =>
        Assert.Equal(
            [("2020-06", 200), ("2023-12", 300)],
            SeedFiles.Observations("public").Where(o => o.Bound == Bound.Lower)
                .Select(o => (o.Period.ToString(), int.Parse(o.ValueText!, System.Globalization.CultureInfo.InvariantCulture))));
}
