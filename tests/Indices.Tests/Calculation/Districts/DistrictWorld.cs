using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Indices.Calculation;
using Indices.Calculation.Districts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;

namespace Indices.Tests.Calculation.Districts;

/// <summary>An index with a district edition, and what its areas report at the end of each year.</summary>
internal sealed record DistrictWorld(IndexMethodology Version, ImmutableArray<string> Areas, ImmutableArray<Observation> Observations)
{
    internal const int FirstYear = 2021;

    internal static DistrictRule Rule { get; } = new(Frequency.Annual, Period.OfYear(2022), 0.25, false);

    /// <summary>Up to five areas and two pillars; values that are missing here and there, both scales and directions.</summary>
    internal static Gen<DistrictWorld> Any(params double[] powers) =>
        from counts in Gen.Int[1, 3].Array[1, 3]
        from areas in Gen.Int[2, 5]
        from years in Gen.Int[2, 5]
        from chosen in Gen.Int[0, powers.Length - 1].Select(i => powers[i]).Array[counts.Length + 1]
        from values in Gen.Double[1.0, 50.0].Select(Gen.Double[0, 1], (x, u) => u < 0.15 ? double.NaN : x).Array[areas * years].Array[counts.Sum()]
        from isLog in Gen.Bool.Array[counts.Sum()]
        from isNegative in Gen.Bool.Array[counts.Sum()]
        select Create(counts, chosen, areas, values, isLog, isNegative);

    /// <summary>Linear indicators in one pillar, arithmetic means, equal weights.</summary>
    internal static DistrictWorld Of(ImmutableArray<string> areas, params (string Indicator, string Area, int Year, double? Value)[] rows) => new(
        TestIndex.OfIndicators([.. rows.Select(r => r.Indicator).Distinct().Select(code => Available(TestIndex.Indicator(code)))]) with { District = Rule },
        areas,
        [.. rows.Select(r => Observed(r.Indicator, r.Area, r.Year, r.Value))]);

    internal DistrictInputs Inputs(int last, FrozenParameters? goalposts = null, Catalogue? catalogue = null) => new(
        [Version], catalogue ?? TestIndex.EmptyCatalogue, TestIndex.Known(Observations), Areas, Period.OfYear(last), goalposts ?? FrozenParameters.None);

    internal DistrictResult Calculate(int last) => IndexCalculator.CalculateDistricts(Inputs(last));

    /// <summary>One area by itself, as any composite index is calculated.</summary>
    internal IndexResult Alone(string area, int last, FrozenParameters goalposts) => IndexCalculator.Calculate(new(
        [DistrictEdition.Of(Version)], TestIndex.EmptyCatalogue, TestIndex.Known(Observations), area, Period.OfYear(last), goalposts));

    internal static Indicator Available(Indicator indicator) => indicator with { DistrictTransforms = indicator.Transforms };

    /// <summary>A year's value is that of its last quarter.</summary>
    internal static Observation Observed(string indicator, string area, int year, double? value)
    {
        var observation = TestIndex.Observed(indicator, Period.Of(Frequency.Quarterly, year, 4), value);
        return observation with { Series = observation.Series with { Area = area } };
    }

    private static DistrictWorld Create(int[] counts, double[] powers, int areas, double[][] values, bool[] isLog, bool[] isNegative)
    {
        var pillars = counts.Select((count, p) => TestIndex.Group(
            $"P{p}", $"1/{counts.Length}", new(powers[p]),
            [.. Enumerable.Range(counts.Take(p).Sum(), count).Select(i => Available(TestIndex.Indicator(Code(i), $"1/{count}") with
            {
                Scale = isLog[i] ? GoalpostScale.Log : GoalpostScale.Linear,
                Direction = isNegative[i] ? Direction.Negative : Direction.Positive,
            }))]));
        var codes = Enumerable.Range(0, areas).Select(a => $"A{a}").ToImmutableArray();
        return new(
            TestIndex.OfTree(TestIndex.Group("TEST", "1", new(powers[^1]), [.. pillars])) with { District = Rule },
            codes,
            [.. values.SelectMany((cells, i) => cells.Select((x, cell) => (x, cell)).Where(c => !double.IsNaN(c.x))
                .Select(c => Observed(Code(i), codes[c.cell % areas], FirstYear + c.cell / areas, c.x)))]);
    }

    private static string Code(int i) => "I" + i.ToString(CultureInfo.InvariantCulture);
}
