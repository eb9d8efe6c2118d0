using Indices.Observations;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Cells;

/// <summary>Brings a number into the unit of its series. What a unit means is never guessed: no unit is the series' own, and one that does not fit refuses the number.</summary>
internal static class UnitConversion
{
    /// <param name="number">As its cell states it.</param>
    /// <param name="cell">The cell as it stands in the file.</param>
    /// <param name="around">Unit that a column, a heading or a title states; empty when none does.</param>
    /// <param name="units">Of the series; more than one where methodology versions differ, none where it is not known.</param>
    internal static Converted Convert(CellNumber number, string cell, string around, IReadOnlyCollection<string> units)
    {
        if (number.Unit.Length > 0 && around.Length > 0 && !AgreesWith(number.Unit, around))
            return new(new Reason($"单元格的单位“{number.Unit}”与表中注明的单位“{around}”不同。", $"The cell's unit '{number.Unit}' is not the unit stated in the table, '{around}'."));
        var stated = number.Unit.Length > 0 ? number.Unit : around;
        if (stated.Length == 0)
            return new(number.Text, Printed(number, cell, "") is { } bracketed ? new Conversion(bracketed, "1") : null);
        if (units.Count == 0)
            return new(new Reason($"不知道该序列的单位，不能换算“{stated}”。", $"The unit of the series is not known here, so '{stated}' cannot be converted."));
        var powers = units.Select(unit => Power(stated, unit)).Distinct().ToList();
        if (powers is not [{ } power])
            return new(new Reason(
                $"单位“{stated}”不能换算为该指标的单位“{string.Join('、', units)}”。", $"The unit '{stated}' cannot be converted into the indicator's, '{string.Join(", ", units)}'."));
        if (power == 0 && number.Unit.Length == 0 && Printed(number, cell, "") is null)
            return new(number.Text, null);
        return new(power == 0 ? number.Text : DecimalText.Shift(number.Text, power),
            new Conversion(Printed(number, cell, stated) ?? number.Text, DecimalText.PowerOfTen(power)));
    }

    /// <summary>True when numbers in one unit can be brought into the other.</summary>
    internal static bool Fits(string from, string to) => Power(from, to) is not null;

    private static bool AgreesWith(string inside, string around) => Power(inside, around) == 0;

    private static int? Power(string from, string to) => Widths.Narrow(from) == Widths.Narrow(to) ? 0
        : Measured.TryParse(from) is { } stated && Measured.TryParse(to) is { } wanted ? stated.To(wanted) : null;

    // Null where the cell is the number itself.
    private static string? Printed(CellNumber number, string cell, string stated)
    {
        var text = cell.Trim();
        if (number.Unit.Length > 0 || stated.Length == 0)
            return number.Unit.Length > 0 || text.Contains('(', StringComparison.Ordinal) || text.Contains('（', StringComparison.Ordinal) ? text : null;
        return $"{text} {stated}";
    }
}

/// <summary>A number in the unit of its series, or the reason why there is none.</summary>
/// <param name="How">Null where the cell states the value as it is.</param>
internal readonly record struct Converted(string? Value, Conversion? How, Reason? Objection)
{
    internal Converted(string value, Conversion? how) : this(value, how, null)
    {
    }

    internal Converted(Reason objection) : this(null, null, objection)
    {
    }
}
