namespace Ingest.Sources.Csv;

/// <summary>Cuts lines without quotes into cells. A column that repeats a few texts has one string of each.</summary>
internal sealed class CellCutter(char delimiter)
{
    // A column with more different texts than this holds numbers; keeping those would cost more than it saves.
    private const int MostKept = 4096;

    private readonly List<Column> _columns = [];

    internal string[] Cut(ReadOnlySpan<char> line)
    {
        var cells = new string[line.Count(delimiter) + 1];
        for (var i = 0; i < cells.Length; i++)
        {
            var end = line.IndexOf(delimiter);
            cells[i] = Of(i).Text(end < 0 ? line : line[..end]);
            line = line[(end + 1)..];
        }
        return cells;
    }

    private Column Of(int place)
    {
        if (place == _columns.Count)
            _columns.Add(new Column());
        return _columns[place];
    }

    private sealed class Column
    {
        private readonly HashSet<string> _kept = [];
        private string _last = "";
        private bool _isFull;

        internal string Text(ReadOnlySpan<char> text)
        {
            if (text.SequenceEqual(_last))
                return _last;
            if (_isFull)
                return text.ToString();
            var kept = _kept.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!kept.TryGetValue(text, out var found))
                _kept.Add(found = text.ToString());
            if (_kept.Count == MostKept)
            {
                _isFull = true;
                _kept.Clear();
            }
            return _last = found;
        }
    }
}
