using Indices.Observations;
using Ingest.Sources.Tables;

namespace Ingest.Sources.Csv;

/// <summary>What to do where a file states one thing twice.</summary>
internal static class Duplicates
{
    // A file that repeats one key thousands of times is told so, not copied into every refusal.
    private const int MostNamed = 3;

    /// <summary>Keeps the first of statements that agree; refuses every one of those that do not, each naming others.</summary>
    /// <param name="key">What may be stated once.</param>
    /// <param name="same">True when two statements agree.</param>
    /// <param name="shown">The statement in the file's words.</param>
    /// <param name="remarks">Get the repetitions that were left out.</param>
    /// <returns>The statements kept, in file order.</returns>
    internal static List<T> Settle<T, TKey>(
        IReadOnlyList<Placed<T>> rows, Func<T, TKey> key, Func<T, T, bool> same, Func<T, string> shown,
        ICollection<RowFault> faults, ICollection<RowFault> remarks)
        where TKey : notnull
    {
        var repeated = Repeated(rows, key, same);
        var kept = new List<T>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
            if (!repeated.TryGetValue(key(rows[i].Value), out var statements))
                kept.Add(rows[i].Value);
            else if (!statements.Agree)
                faults.Add(Conflict(rows, i, statements.Rows, shown));
            else if (i == statements.Rows[0])
                kept.Add(rows[i].Value);
            else
                remarks.Add(rows[i].Place.Fault(shown(rows[i].Value),
                    $"与{rows[statements.Rows[0]].Place.Chinese}重复而数值相同，只采用一次。", $"The same as in {rows[statements.Rows[0]].Place.English}; taken once.") with
                {
                    Kind = FindingKind.Notice, Code = FindingCodes.Duplicate,
                });
        return kept;
    }

    private static Dictionary<TKey, Statements> Repeated<T, TKey>(IReadOnlyList<Placed<T>> rows, Func<T, TKey> key, Func<T, T, bool> same)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, int>(rows.Count);
        var repeated = new Dictionary<TKey, Statements>();
        for (var i = 0; i < rows.Count; i++)
        {
            var stated = key(rows[i].Value);
            if (first.TryAdd(stated, i))
                continue;
            if (!repeated.TryGetValue(stated, out var statements))
                repeated[stated] = statements = new Statements(first[stated]);
            statements.Agree &= same(rows[first[stated]].Value, rows[i].Value);
            statements.Rows.Add(i);
        }
        return repeated;
    }

    private static RowFault Conflict<T>(IReadOnlyList<Placed<T>> rows, int which, IEnumerable<int> stated, Func<T, string> shown)
    {
        var named = stated.Where(i => i != which).Take(MostNamed).Select(i => (rows[i].Place, Text: shown(rows[i].Value))).ToList();
        return rows[which].Place.Fault(shown(rows[which].Value),
            $"与{string.Join('、', named.Select(o => $"{o.Place.Chinese}({o.Text})"))}重复而数值不同，均不采用。",
            $"Stated again with another value in {string.Join(", ", named.Select(o => $"{o.Place.English} ({o.Text})"))}; none is taken.") with
        {
            Code = FindingCodes.Contradiction,
        };
    }

    /// <summary>Places in file order of statements about one thing.</summary>
    private sealed class Statements(int first)
    {
        internal List<int> Rows { get; } = [first];

        internal bool Agree { get; set; } = true;
    }
}
