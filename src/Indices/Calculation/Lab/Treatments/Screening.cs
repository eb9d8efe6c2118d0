using System.Collections.Immutable;

namespace Indices.Calculation.Lab.Treatments;

/// <summary>How much of a unit's data is there.</summary>
/// <param name="Missing">Indicators without a value.</param>
/// <param name="Zero">Indicators that are exactly zero.</param>
/// <param name="Available">Share of the indicators that have a value, 0 to 1.</param>
/// <param name="NonZero">Share of the values present that are not zero, 0 to 1; NaN when nothing is present.</param>
public sealed record UnitAvailability(string Unit, int Missing, int Zero, double Available, double NonZero);

/// <summary>Screening of units by data availability (OECD/JRC Handbook, 2008, step 2; COINr's <c>Screen</c>).</summary>
public static class Screening
{
    /// <summary>In the order of the units.</summary>
    public static ImmutableArray<UnitAvailability> Of(UnitTable table) =>
        [.. Enumerable.Range(0, table.Units.Length).Select(unit => Of(table, unit))];

    /// <summary>The units of which enough is known.</summary>
    /// <param name="available">Least share of indicators with a value, itself enough.</param>
    /// <param name="nonZero">Least share of values that are not zero, itself enough; a unit without values fails no share of them.</param>
    public static UnitTable Keep(UnitTable table, double available, double nonZero = 0.0)
    {
        var known = Of(table);
        return table.WithUnits(unit => known[unit].Available >= available && !(known[unit].NonZero < nonZero));
    }

    private static UnitAvailability Of(UnitTable table, int unit)
    {
        var (missing, zero, all) = (0, 0, table.Indicators.Length);
        for (var j = 0; j < all; j++)
            if (double.IsNaN(table[unit, j]))
                missing++;
            else if (table[unit, j] == 0.0)
                zero++;
        return new(table.Units[unit], missing, zero, 1.0 - (double)missing / all, 1.0 - (double)zero / (all - missing));
    }
}
