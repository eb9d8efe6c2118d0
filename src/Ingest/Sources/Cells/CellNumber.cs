using Ingest.Sources.Csv;

namespace Ingest.Sources.Cells;

/// <summary>A number as a cell states it.</summary>
/// <param name="Text">Invariant decimal text.</param>
/// <param name="Unit">The unit behind the number as typed; empty when there is none.</param>
internal readonly record struct CellNumber(string Text, string Unit)
{
    /// <summary>Reads 12.3, 12,345万元, 12.3% and, for negatives, (12.3) and (12.3)%; null for anything else.</summary>
    /// <param name="narrow">Half-width text.</param>
    internal static CellNumber? TryParse(string narrow)
    {
        if (NumberText.TryNormalise(narrow) is { } plain)
            return new(plain, "");
        if (narrow.StartsWith('('))
            return Bracketed(narrow);
        var end = narrow.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return end > 0 && NumberText.TryNormalise(narrow[..end].Trim()) is { } number ? new(number, narrow[end..].Trim()) : null;
    }

    private static CellNumber? Bracketed(string narrow)
    {
        var close = narrow.IndexOf(')', StringComparison.Ordinal);
        if (close < 0 || TryParse(narrow[1..close].Trim()) is not { } inside || inside.Text.StartsWith('-') || narrow[1] == '+')
            return null;
        var outside = narrow[(close + 1)..].Trim();
        return inside.Unit.Length > 0 && outside.Length > 0 ? null : new("-" + inside.Text, inside.Unit + outside);
    }
}
