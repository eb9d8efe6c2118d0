namespace Ingest.Sources.Tables;

/// <summary>Where something stands in a file.</summary>
/// <param name="Row">1-based line of a text, or row of a sheet.</param>
/// <param name="Column">Header as the file spells it; empty when the whole row is meant.</param>
/// <param name="Address">Sheet and cell, such as 表1!C7; empty in a text.</param>
internal readonly record struct Place(int Row, string Column, string Address)
{
    /// <param name="sheet">Empty for a text.</param>
    /// <param name="column">0-based; below 0 for the whole row.</param>
    internal static Place In(string sheet, int row, int column, string header) => new(row, header,
        sheet.Length == 0 ? "" : column < 0 ? FormattableString.Invariant($"{sheet}!{row}") : CellAddress.Of(sheet, row, column));

    internal string Chinese => Address.Length > 0 ? Address : $"第{Row}行";

    internal string English => Address.Length > 0 ? Address : $"line {Row}";

    internal RowFault Fault(string text, string chinese, string english) =>
        new(Row, Address.Length == 0 ? Column : Column.Length == 0 ? Address : $"{Address} {Column}", text, chinese, english);
}

/// <summary>Something read, with where it stands.</summary>
internal readonly record struct Placed<T>(T Value, Place Place);

/// <summary>Addresses as spreadsheets write them.</summary>
internal static class CellAddress
{
    /// <param name="row">1-based.</param>
    /// <param name="column">0-based.</param>
    internal static string Of(string sheet, int row, int column) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sheet}!{Letters(column)}{row}");

    /// <summary>1-based row and 0-based column of an address such as C7; null when it is none.</summary>
    internal static (int Row, int Column)? TryParse(ReadOnlySpan<char> text)
    {
        var (column, place) = (0, 0);
        for (; place < text.Length && text[place] is >= 'A' and <= 'Z'; place++)
            if ((column = column * 26 + text[place] - 'A' + 1) > 1 << 20)
                return null;
        return place > 0 && int.TryParse(text[place..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) && row > 0
            ? (row, column - 1) : null;
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);
}
