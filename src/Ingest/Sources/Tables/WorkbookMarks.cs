using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>What the library that reads workbooks does not tell: which cells are formulas, which hold errors, and from when dates count.</summary>
internal sealed class WorkbookMarks
{
    private readonly Dictionary<(int Sheet, int Row, int Column), Reason> _errors = [];
    private readonly HashSet<(int Sheet, int Row, int Column)> _formulas = [];

    private static Reason Formula { get; } = new(
        "这是公式。来源的规则没有允许采用其存储的结果；请粘贴为数值。", "This is a formula, and the source's rules do not allow its stored result; paste it as a value.");

    /// <summary>Days are counted from 1904, as workbooks made on old Macintoshes do.</summary>
    internal bool CountsFrom1904 { get; set; }

    /// <param name="sheet">0-based place among all sheets.</param>
    /// <param name="row">1-based.</param>
    /// <param name="column">0-based.</param>
    internal void AddFormula(int sheet, int row, int column) => _formulas.Add((sheet, row, column));

    internal void AddError(int sheet, int row, int column, string text) =>
        _errors[(sheet, row, column)] = new($"单元格是错误值{text}。", $"The cell holds the error {text}.");

    /// <summary>Why a cell must not be read, or null.</summary>
    internal Reason? Objection(int sheet, int row, int column, bool takesFormulas) =>
        _errors.TryGetValue((sheet, row, column), out var error) ? error
        : !takesFormulas && _formulas.Contains((sheet, row, column)) ? Formula : null;
}
