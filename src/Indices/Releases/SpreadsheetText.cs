namespace Indices.Releases;

/// <summary>Text for files that are opened in spreadsheets.</summary>
public static class SpreadsheetText
{
    /// <summary>Text that a spreadsheet would take for a formula gets a leading apostrophe. Numbers are written by us and keep their sign.</summary>
    public static string? Neutral(string? cell) =>
        cell is { Length: > 0 } && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠'
            ? "'" + cell
            : cell;
}
