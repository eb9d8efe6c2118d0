using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Time;

namespace Indices.Releases;

/// <summary>Companion series of a price index. They are published only for periods whose total is, which they would disclose, and only as far as they disclose nothing beside it.</summary>
internal static class PublishedLevels
{
    internal static ImmutableArray<PublishedLevel> Of(IndexResult result, ImmutableArray<PublishedValue> values)
    {
        if (result.Price is not { } price)
            return [];
        var published = values.Where(v => v.Node == result.Code && v.Text is not null).Select(v => v.Period).ToFrozenSet();
        return [.. price.Levels.Where(l => published.Contains(l.Period)).SelectMany(Companions)];
    }

    private static IEnumerable<PublishedLevel> Companions(PriceLevel level) =>
    [
        Level(level.Period, "LEVEL", level.AveragesAreFree ? level.AveragePercent : null, 2, "%"),
        Level(level.Period, "LEVEL-FIXED", level.FixedStructureIsFree ? level.FixedStructurePercent : null, 2, "%"),
        Level(level.Period, "SPREAD-GOVERNMENT", level.AveragesAreFree ? level.SpreadGovernmentBasisPoints : null, 0, "bp"),
        Level(level.Period, "SPREAD-LPR", level.AveragesAreFree ? level.SpreadLoanPrimeRateBasisPoints : null, 0, "bp"),
        Level(level.Period, "TENOR", level.AverageTenorYears, 1, "年"),
    ];

    private static PublishedLevel Level(Period period, string series, double? value, int decimals, string unit) =>
        new(period, series, value is { } number ? PublishedNumber.Round(number, decimals) : null, value, unit);
}
