namespace Ingest.Sources.Csv;

/// <summary>What to do where a file states one thing twice.</summary>
internal static class Duplicates
{
    /// <summary>Keeps the first of rows that agree; refuses every one of rows that do not, each naming the others.</summary>
    /// <param name="key">What may be stated once.</param>
    /// <param name="same">True when two statements agree.</param>
    /// <param name="shown">The statement in the file's words.</param>
    /// <returns>The rows kept, in file order.</returns>
    internal static List<T> Settle<T, TKey>(
        IReadOnlyList<T> rows, Func<T, TKey> key, Func<T, int> line, Func<T, T, bool> same, Func<T, string> shown,
        string column, ICollection<RowFault> faults) where TKey : notnull
    {
        var kept = new List<T>(rows.Count);
        foreach (var group in rows.GroupBy(key))
        {
            var all = group.ToList();
            if (all.TrueForAll(r => same(all[0], r)))
                kept.Add(all[0]);
            else
                foreach (var row in all)
                    faults.Add(Conflict(row, all.Where(o => line(o) != line(row)), line, shown, column));
        }
        kept.Sort((a, b) => line(a).CompareTo(line(b)));
        return kept;
    }

    private static RowFault Conflict<T>(T row, IEnumerable<T> others, Func<T, int> line, Func<T, string> shown, string column)
    {
        var named = others.Select(o => (Line: line(o), Text: shown(o))).ToList();
        return new RowFault(line(row), column, shown(row),
            $"与{string.Join('、', named.Select(o => $"第{o.Line}行({o.Text})"))}重复而数值不同，均不采用。",
            $"Stated again with another value in {string.Join(", ", named.Select(o => $"line {o.Line} ({o.Text})"))}; none is taken.");
    }
}
