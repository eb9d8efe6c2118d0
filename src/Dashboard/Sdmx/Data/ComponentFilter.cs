using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx.Data;

/// <summary>One parameter <c>c[ID]</c>: commas are or, plus signs are and, each condition with its operator.</summary>
internal sealed class ComponentFilter
{
    private const int MostConditions = 1000;

    private readonly int _place;
    private readonly ImmutableArray<ImmutableArray<Func<DataRow, bool>>> _alternatives;

    private ComponentFilter(int place, ImmutableArray<ImmutableArray<Func<DataRow, bool>>> alternatives) => (_place, _alternatives) = (place, alternatives);

    /// <exception cref="SdmxException">The component is unknown, or a condition cannot be read.</exception>
    internal static ComponentFilter Of(DataStructure structure, string component, string value)
    {
        var place = structure.Place(component);
        if (place < 0)
            throw SdmxException.Syntax($"There is no component {component}.");
        var alternatives = value.Split(',');
        if (value.Length == 0 || alternatives.Length > MostConditions)
            throw SdmxException.Syntax($"c[{component}] has no condition, or more than {MostConditions}.");
        // A plus sign that was not escaped has come through as a blank.
        return new(place, [.. alternatives.Select(a => a.Split('+', ' ').Select(c => Condition(structure.Components[place], place, c)).ToImmutableArray())]);
    }

    internal bool Includes(DataRow row) => _alternatives.Any(all => all.All(condition => condition(row)));

    /// <summary>True when the filter can be judged from the key of a series alone.</summary>
    internal bool IsOnKey(DataStructure structure) => structure.Components[_place].Role == Role.Dimension;

    private static Func<DataRow, bool> Condition(Component component, int place, string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (operation, operand) = colon == 2 ? (text[..2], text[3..]) : ("eq", text);
        if (operand.Length == 0)
            throw SdmxException.Syntax($"c[{component.Id}]: a condition has no value.");
        return component.Role == Role.Time ? OnTime(operation, operand) : OnCell(component, place, operation, operand);
    }

    private static Func<DataRow, bool> OnTime(string operation, string operand)
    {
        if (TimeBound.TryParse(operand) is not { } bound)
            throw SdmxException.Syntax($"'{operand}' is not a period.");
        return operation switch
        {
            "eq" => row => row.Period.Start >= bound.First && row.Period.End <= bound.Last,
            "ne" => row => row.Period.Start < bound.First || row.Period.End > bound.Last,
            "ge" => row => row.Period.Start >= bound.First,
            "gt" => row => row.Period.Start > bound.Last,
            "le" => row => row.Period.End <= bound.Last,
            "lt" => row => row.Period.End < bound.First,
            _ => throw Unknown(operation),
        };
    }

    private static Func<DataRow, bool> OnCell(Component component, int place, string operation, string operand)
    {
        Func<int, bool>? order = operation switch
        {
            "eq" => c => c == 0,
            "ne" => c => c != 0,
            "ge" => c => c >= 0,
            "gt" => c => c > 0,
            "le" => c => c <= 0,
            "lt" => c => c < 0,
            _ => null,
        };
        if (order is null)
            return operation switch
            {
                "co" => row => row.Cells[place]?.Contains(operand, StringComparison.Ordinal) == true,
                "nc" => row => row.Cells[place]?.Contains(operand, StringComparison.Ordinal) != true,
                "sw" => row => row.Cells[place]?.StartsWith(operand, StringComparison.Ordinal) == true,
                "ew" => row => row.Cells[place]?.EndsWith(operand, StringComparison.Ordinal) == true,
                _ => throw Unknown(operation),
            };
        if (!component.IsNumber)
            return row => row.Cells[place] is { } cell && order(string.CompareOrdinal(cell, operand));
        return decimal.TryParse(operand, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? row => row.Cells[place] is { } cell && order(decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture).CompareTo(number))
            : throw SdmxException.Syntax($"'{operand}' is not a number.");
    }

    private static SdmxException Unknown(string operation) => SdmxException.Syntax($"The operator '{operation}' does not fit this component.");
}
