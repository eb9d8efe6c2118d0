using System.Collections.Frozen;
using Ingest.Sources.Tables;

namespace Ingest.Sources.Csv;

/// <summary>A column that a kind of file may have, with the other names it goes by.</summary>
internal sealed record Column(string Name, bool IsRequired, params string[] Aliases);

/// <summary>The columns of one kind of file.</summary>
internal sealed class ColumnSet(params Column[] columns)
{
    private readonly FrozenDictionary<string, string> _names = columns
        .SelectMany(c => c.Aliases.Append(c.Name).Select(alias => (alias, c.Name)))
        .ToFrozenDictionary(p => p.alias, p => p.Name);

    internal IEnumerable<string> Required { get; } = [.. columns.Where(c => c.IsRequired).Select(c => c.Name)];

    /// <summary>The column that a header means, or null.</summary>
    internal string? Find(string header) => _names.GetValueOrDefault(Widths.Narrow(header).ToLowerInvariant());
}

/// <summary>Where the columns stand in one file.</summary>
internal sealed class Columns
{
    private readonly Dictionary<string, int> _places = [];
    private readonly string[] _headers;

    private readonly string _sheet;

    private Columns(CsvLine header, ColumnSet set, string sheet)
    {
        _sheet = sheet;
        _headers = [.. header.Cells.Select(h => h.Trim())];
        Count = Array.FindLastIndex(_headers, h => h.Length > 0) + 1;
        for (var i = 0; i < _headers.Length; i++)
            if (set.Find(_headers[i]) is not { } name)
                Ignored = _headers[i].Length == 0 ? Ignored : [.. Ignored, _headers[i]];
            else if (!_places.TryAdd(name, i))
                Fault ??= At(header.Number, i, _headers[i]).Fault(header.Raw, $"表头“{_headers[i]}”重复。", $"Column '{name}' appears twice.");
        var missing = set.Required.Where(r => !_places.ContainsKey(r)).ToList();
        if (missing.Count > 0)
            Fault ??= At(header.Number, -1, missing[0]).Fault(header.Raw,
                $"表头缺少列：{string.Join('、', missing)}。{Hint("不认识的列：", "、", "；如有改名，请改回")}各列以逗号或制表符分隔。",
                $"Columns missing from the header: {string.Join(", ", missing)}. {Hint("Not known: ", ", ", "; if one was renamed, name it as before")}Columns are separated by commas or tabs.");

        string Hint(string words, string separator, string advice) =>
            Ignored.Count == 0 ? "" : words + string.Join(separator, Ignored.Take(5)) + advice + (separator == "、" ? "。" : ". ");
    }

    /// <param name="sheet">Name of the sheet; empty for a text.</param>
    internal static Columns Of(CsvLine header, ColumnSet set, string sheet = "") => new(header, set, sheet);

    /// <summary>How many of the headers are known.</summary>
    internal int Known => _places.Count;

    /// <summary>What refuses the whole file, or null.</summary>
    internal RowFault? Fault { get; private set; }

    /// <summary>Headers that mean no column.</summary>
    internal IReadOnlyList<string> Ignored { get; private set; } = [];

    /// <summary>Cells that every row must have; empty headers at the end ask for none.</summary>
    internal int Count { get; }

    internal bool Has(string column) => _places.ContainsKey(column);

    /// <summary>The half-width, trimmed text of a cell; empty where the file has no such column.</summary>
    internal string Cell(CsvLine line, string column) => _places.TryGetValue(column, out var place) ? Widths.Narrow(line.Cells[place]) : "";

    /// <summary>The cell as it stands in the file.</summary>
    internal string Raw(CsvLine line, string column) => _places.TryGetValue(column, out var place) ? line.Cells[place] : "";

    /// <summary>Why a cell must not be read as it stands; null when it may.</summary>
    internal Reason? Unreadable(CsvLine line, string column) =>
        line.Unreadable is { } cells && _places.TryGetValue(column, out var place) && cells.TryGetValue(place, out var reason) ? reason : null;

    /// <summary>Where a cell stands; where its row does, when the column is empty.</summary>
    internal Place PlaceOf(CsvLine line, string column) =>
        At(line.Number, _places.TryGetValue(column, out var place) ? place : -1, column.Length == 0 ? "" : Spelling(column));

    private Place At(int row, int place, string header) => Place.In(_sheet, row, place, header);

    /// <summary>The header as the file spells it.</summary>
    internal string Spelling(string column) => _places.TryGetValue(column, out var place) ? _headers[place] : column;
}
