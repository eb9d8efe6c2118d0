using CsCheck;
using Indices.Calculation;
using Indices.Calculation.Districts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Districts;

public sealed class DistrictCalculatorTests
{
    private const int Last = 2025;

    [Fact]
    public void Edition_WithArithmeticMeans_HasTheBitsOfEachAreaAlone() => DistrictWorld.Any(1.0).Sample(world => AssertAreas(world, 0.0));

    // The panel takes logarithms and powers of its own, within a unit or two of the last place.
    [Fact]
    public void Edition_WithAnyMeans_EqualsEachAreaAlone() => DistrictWorld.Any(1.0, 0.0, -1.0, 0.5).Sample(world => AssertAreas(world, 1e-12));

    [Fact]
    public void Edition_WithRowsInAnotherOrder_HasTheSameBits() => DistrictWorld.Any(1.0, 0.0).Sample(world =>
    {
        var (result, other) = (world.Calculate(Last), (world with { Observations = [.. world.Observations.Reverse()] }).Calculate(Last));
        Assert.Equal(result.Standings, other.Standings);
    });

    [Fact]
    public void Goalposts_OnceFrozen_KeepWhatIsPublishedFromChanging() => DistrictWorld.Any(1.0, 0.0).Sample(world =>
    {
        var before = world.Calculate(Last);
        var revised = world with { Observations = [.. world.Observations.Select(o => o.Period.Year == 2023 ? o with { Value = o.Value * 3.0 } : o)] };
        var after = IndexCalculator.CalculateDistricts(revised.Inputs(Last, before.Goalposts));
        Assert.Equal(before.Goalposts.Values.OrderBy(v => v.Key, StringComparer.Ordinal), after.Goalposts.Values.OrderBy(v => v.Key, StringComparer.Ordinal));
        Assert.Equal(before.Standings.Where(s => s.Period.Year < 2023), after.Standings.Where(s => s.Period.Year < 2023));
    });

    [Fact]
    public void Score_ComparesAreas_AndTheIndexStandsOnTheAreasOwnBase()
    {
        // 2022: 10, 20, 30; widened by a quarter of 20 at each end: 5 and 35.
        var result = DistrictWorld.Of(["A", "B", "C"],
            ("I", "A", 2022, 10), ("I", "B", 2022, 20), ("I", "C", 2022, 30),
            ("I", "A", 2023, 35), ("I", "B", 2023, 5), ("I", "C", 2023, 30)).Calculate(2023);

        Assert.Equal([("1.0.0/best/I", 35.0), ("1.0.0/worst/I", 5.0)], result.Goalposts.Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value)));
        Assert.Equal(["A", "A", "B", "B", "C", "C"], result.Standings.Select(s => s.Area));
        Assert.Equal([2022, 2023, 2022, 2023, 2022, 2023], result.Standings.Select(s => s.Period.Year));
        double[] scores = [60 + 40.0 / 6, 100, 80, 60, 60 + 200.0 / 6, 60 + 200.0 / 6];
        Assert.Equal(scores, result.Standings.Select(s => s.Score!.Value), (x, y) => Math.Abs(x - y) < 1e-12);
        double[] indices = [100, 100 * 100 / (60 + 40.0 / 6), 100, 75, 100, 100];
        Assert.Equal(indices, result.Standings.Select(s => s.Index!.Value), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([3, 1, 2, 3, 1, 2], result.Standings.Select(s => s.Rank!.Value));
        Assert.Equal(("TEST-D", false), (result.Code, result.AreRanksPublished));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Link_OfASecondVersion_JoinsEachAreaToItself()
    {
        var first = DistrictWorld.Of(["A", "B"],
            ("I", "A", 2022, 10), ("I", "B", 2022, 20), ("I", "A", 2023, 12), ("I", "B", 2023, 18), ("I", "A", 2024, 15), ("I", "B", 2024, 21));
        var quarters = Period.OfYear(2023).Split(Frequency.Quarterly).ToList();
        var second = first.Version with { Version = "2.0.0", Replaces = "1.0.0", Link = new([.. quarters]), District = DistrictWorld.Rule with { GoalpostPeriod = Period.OfYear(2023) } };

        var result = IndexCalculator.CalculateDistricts(first.Inputs(2024) with { Versions = [first.Version, second] });

        var old = first.Calculate(2024).Standings;
        Assert.Equal(old.Where(s => s.Period.Year < 2024), result.Standings.Where(s => s.Period.Year < 2024));
        foreach (var area in result.Areas)
        {
            var joined = area.Computed.Where(c => c.Version == "2.0.0").ToDictionary(c => c.Period.Year, c => c.Aggregate!.Value);
            var at2023 = old.Single(s => s.Area == area.Area && s.Period.Year == 2023).Index!.Value;
            Assert.Equal(at2023 * joined[2024] / joined[2023], area.Values.Single(v => v.Period.Year == 2024 && v.Node == "TEST-D").Value!.Value, 1e-10);
        }
        // What came before a version without an edition is left aside.
        var broken = IndexCalculator.CalculateDistricts(first.Inputs(2024) with { Versions = [first.Version with { District = null }, second] });
        Assert.All(broken.Areas.SelectMany(a => a.Computed), c => Assert.Equal("2.0.0", c.Version));
    }

    [Fact]
    public void CommonDenominator_IsReadFromTheCity_AndAnAreasOwnFromTheArea()
    {
        var catalogue = new Catalogue(
            [new("CITY", new("市", null), true), new("A", new("甲", null), false), new("B", new("乙", null), false)], [],
            [new("ENT", new("经营主体", null), "户", Frequency.Quarterly, false), new("NATION", new("全国", null), "亿元", Frequency.Quarterly, false) { IsCommon = true }], "");
        var world = DistrictWorld.Of(["A", "B"], ("I", "A", 2022, 10), ("I", "B", 2022, 10), ("J", "A", 2022, 1), ("J", "B", 2022, 3));
        var version = world.Version with
        {
            Root = TestIndex.Group("TEST", "1", Aggregation.Arithmetic,
                TestIndex.Indicator("I", "1/2") with { DistrictTransforms = [new(TransformKind.Per10K, "ENT")] },
                TestIndex.Indicator("J", "1/2") with { DistrictTransforms = [new(TransformKind.Share, "NATION")] }),
        };
        Observation[] denominators =
            [DistrictWorld.Observed("ENT", "A", 2022, 1000), DistrictWorld.Observed("ENT", "B", 2022, 500), DistrictWorld.Observed("NATION", "CITY", 2022, 200)];

        var result = IndexCalculator.CalculateDistricts((world with { Version = version, Observations = [.. world.Observations, .. denominators] })
            .Inputs(2022, catalogue: catalogue));

        Assert.Equal([100.0, 0.5, 200.0, 1.5], result.Areas.SelectMany(a => a.Scores).Select(s => s.Raw!.Value), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Inputs_WithoutAnEditionOrAnArea_AreRefused()
    {
        var inputs = DistrictWorld.Of(["A"], ("I", "A", 2022, 10)).Inputs(2022);
        Assert.Throws<ArgumentException>(() => IndexCalculator.CalculateDistricts(inputs with { Areas = [] }));
        Assert.Throws<ArgumentException>(() => IndexCalculator.CalculateDistricts(inputs with { Versions = [inputs.Versions[0] with { District = null }] }));
    }

    private static void AssertAreas(DistrictWorld world, double relative)
    {
        var result = world.Calculate(Last);
        foreach (var area in result.Areas)
        {
            var alone = world.Alone(area.Area, Last, result.Goalposts);
            Assert.Equal(alone.Values.Select(v => v with { Value = null }), area.Values.Select(v => v with { Value = null }));
            Assert.Equal(alone.Scores, area.Scores);
            foreach (var (expected, found) in alone.Values.Zip(area.Values))
                Assert.True(
                    expected.Value == found.Value || Math.Abs(expected.Value!.Value - found.Value!.Value) <= relative * Math.Abs(expected.Value.Value),
                    $"{area.Area} {found.Period} {found.Node}: {expected.Value:R}, {found.Value:R}");
        }
    }
}
