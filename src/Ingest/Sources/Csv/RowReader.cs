namespace Ingest.Sources.Csv;

/// <summary>Reads the cells of one row and remembers the first that cannot be read.</summary>
internal sealed class RowReader(Columns columns, CsvLine line)
{
    internal RowFault? Fault { get; private set; }

    internal int Line => line.Number;

    internal string Text(string column)
    {
        if (columns.Unreadable(line, column) is { } reason)
            Refuse(column, reason);
        return columns.Cell(line, column);
    }

    /// <summary>Free text: kept as typed, but for white space at the ends.</summary>
    internal string Words(string column)
    {
        if (columns.Unreadable(line, column) is { } reason)
            Refuse(column, reason);
        return columns.Raw(line, column).Trim();
    }

    internal string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Refuse(column, "不能为空。", "Must not be empty.");
        return text;
    }

    /// <summary>The value of a cell; the default of its type after a fault.</summary>
    /// <param name="absent">What an empty cell means; null: it may not be empty.</param>
    internal T Value<T>(string column, Func<string, T?> parse, T? absent, string chinese, string english) where T : struct
    {
        var text = Text(column);
        var value = text.Length == 0 && absent is not null ? absent : parse(text);
        if (value is null)
            Refuse(column, chinese, english);
        return value ?? default;
    }

    /// <summary>A finite number, or null when the cell is empty and may be.</summary>
    internal double? Number(string column, bool isRequired)
    {
        var text = Text(column);
        if (!isRequired && NumberText.IsGap(text))
            return null;
        if (NumberText.TryNormalise(text) is { } normalised)
            return NumberText.ValueOf(normalised);
        Refuse(column, Reasons.NotANumber.Chinese, Reasons.NotANumber.English);
        return null;
    }

    internal void Refuse(string column, Reason reason) => Refuse(column, reason.Chinese, reason.English);

    internal void Refuse(string column, string chinese, string english) =>
        Fault ??= columns.PlaceOf(line, column).Fault(columns.Raw(line, column), chinese, english);
}
