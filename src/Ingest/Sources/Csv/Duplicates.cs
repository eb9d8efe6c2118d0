namespace Ingest.Sources.Csv;

/// <summary>What to do where a file states one thing twice.</summary>
internal static class Duplicates
{
    // A file that repeats one key thousands of times is told so, not copied into every refusal.
    private const int MostNamed = 3;

    /// <summary>Keeps the first of rows that agree; refuses every one of rows that do not, each naming others.</summary>
    /// <param name="key">What may be stated once.</param>
    /// <param name="same">True when two statements agree.</param>
    /// <param name="shown">The statement in the file's words.</param>
    /// <returns>The rows kept, in file order.</returns>
    internal static List<T> Settle<T, TKey>(
        IReadOnlyList<T> rows, Func<T, TKey> key, Func<T, int> line, Func<T, T, bool> same, Func<T, string> shown,
        string column, ICollection<RowFault> faults) where TKey : notnull
    {
        var repeated = Repeated(rows, key, same);
        var kept = new List<T>(rows.Count);
        foreach (var row in rows)
        {
            if (!repeated.TryGetValue(key(row), out var statements))
                kept.Add(row);
            else if (!statements.Agree)
                faults.Add(Conflict(row, statements.Rows.Where(o => line(o) != line(row)), line, shown, column));
            else if (line(row) == line(statements.Rows[0]))
                kept.Add(row);
        }
        return kept;
    }

    private static Dictionary<TKey, Statements<T>> Repeated<T, TKey>(IReadOnlyList<T> rows, Func<T, TKey> key, Func<T, T, bool> same)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, T>(rows.Count);
        var repeated = new Dictionary<TKey, Statements<T>>();
        foreach (var row in rows)
        {
            var stated = key(row);
            if (first.TryAdd(stated, row))
                continue;
            if (!repeated.TryGetValue(stated, out var statements))
                repeated[stated] = statements = new Statements<T>(first[stated]);
            statements.Add(row, same);
        }
        return repeated;
    }

    private static RowFault Conflict<T>(T row, IEnumerable<T> others, Func<T, int> line, Func<T, string> shown, string column)
    {
        var named = others.Take(MostNamed).Select(o => (Line: line(o), Text: shown(o))).ToList();
        return new RowFault(line(row), column, shown(row),
            $"与{string.Join('、', named.Select(o => $"第{o.Line}行({o.Text})"))}重复而数值不同，均不采用。",
            $"Stated again with another value in {string.Join(", ", named.Select(o => $"line {o.Line} ({o.Text})"))}; none is taken.");
    }

    private sealed class Statements<T>(T first)
    {
        internal List<T> Rows { get; } = [first];

        internal bool Agree { get; private set; } = true;

        internal void Add(T row, Func<T, T, bool> same)
        {
            Agree &= same(Rows[0], row);
            Rows.Add(row);
        }
    }
}
