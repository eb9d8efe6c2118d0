using System.Globalization;
using Dashboard.Api;
using Indices.Calculation.Uncertainty;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>What method and data leave open about the newest published value of each area (methodology, section 12).</summary>
internal static class UncertaintyFiles
{
    /// <summary>Writes <c>uncertainty.csv</c> and <c>sensitivity.csv</c>; nothing when no area has draws.</summary>
    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    internal static void Write(string folder, IReadOnlyList<ComputedArea> areas, Func<Period, string> spell)
    {
        var drawn = areas.Where(area => area.Uncertainty is not null).ToList();
        if (drawn.Count == 0)
            return;
        CsvText.Write(folder,
            ("uncertainty.csv", CsvText.Of(
                ["index", "area", "period", "previous", "normalisation", "output", "mean", "sd", "lower", "median", "upper", "probability_of_rise", "seed", "draws"],
                drawn.SelectMany(area => area.Uncertainty!.Spreads, (area, s) => (area, s.Kind, s.Spread)).SelectMany(s => Rows(s.area, s.Kind, s.Spread, spell)))),
            ("sensitivity.csv", CsvText.Of(
                ["index", "area", "period", "output", "variance", "group", "first_order", "first_order_lower", "first_order_upper", "total", "total_lower", "total_upper"],
                drawn.SelectMany(area => area.Uncertainty!.Sensitivity, (area, table) => (area, table))
                    .SelectMany(t => t.table.Rows, (t, row) => Row(t.area, t.table, row, spell)))));
    }

    private static IEnumerable<string[]> Rows(ComputedArea area, SpreadKind kind, UncertaintySpread spread, Func<Period, string> spell)
    {
        yield return Row(UncertainOutput.Index, spread.Index, null);
        if (spread.Change is { } change)
            yield return Row(UncertainOutput.Change, change, spread.ProbabilityOfRise);

        string[] Row(UncertainOutput output, UncertaintyDistribution of, double? probability)
        {
            var drawn = area.Uncertainty!;
            return
            [
                area.Result.Code, area.Result.Area, spell(drawn.Period), drawn.Previous is { } previous ? spell(previous) : "", EnumName.Of(kind), EnumName.Of(output),
                CsvText.Number(of.Mean), CsvText.Number(of.StandardDeviation), CsvText.Number(of.Lower), CsvText.Number(of.Median), CsvText.Number(of.Upper),
                CsvText.Number(probability), drawn.Seed.ToString(CultureInfo.InvariantCulture), drawn.Draws.ToString(CultureInfo.InvariantCulture),
            ];
        }
    }

    private static string[] Row(ComputedArea area, SobolTable table, SobolRow row, Func<Period, string> spell) =>
    [
        area.Result.Code, area.Result.Area, spell(area.Uncertainty!.Period), EnumName.Of(table.Output), CsvText.Number(table.Variance), EnumName.Of(row.Group),
        CsvText.Number(row.Estimate.FirstOrder), CsvText.Number(row.Lower.FirstOrder), CsvText.Number(row.Upper.FirstOrder),
        CsvText.Number(row.Estimate.Total), CsvText.Number(row.Lower.Total), CsvText.Number(row.Upper.Total),
    ];
}
