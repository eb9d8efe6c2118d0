using Indices.Observations;
using Ingest.Archive;

namespace Ingest.Sources.Large;

/// <summary>Rows of a file set aside on disk in parts, so that memory holds one part at a time, however large the file is.</summary>
/// <remarks>No rule compares values of different indicators, scopes or origins, and those of one are in one part; so nothing is lost by reading part after part.</remarks>
internal sealed class RowSpool : IDisposable
{
    private const int MostParts = 256;

    private readonly FileStream _file;
    private readonly List<Shelf> _shelves = [];
    private readonly Dictionary<(string Indicator, string Scope, Origin Origin), int> _places = [];
    private readonly RowFormat _format = new();

    /// <param name="folder">Gets one file without a name of its own, gone when this is disposed of or the process ends.</param>
    internal RowSpool(string folder)
    {
        Directory.CreateDirectory(folder);
        _file = new FileStream(DurableFile.TemporaryIn(folder), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    internal void Add(NewObservation row)
    {
        var group = (row.Series.Indicator, row.Series.Scope, row.Series.Origin);
        if (!_places.TryGetValue(group, out var place))
            _places.Add(group, place = _places.Count % MostParts);
        if (place == _shelves.Count)
            _shelves.Add(new Shelf());
        var shelf = _shelves[place];
        _format.Write(shelf.Writer, row);
        shelf.SpillTo(_file);
    }

    /// <summary>The rows of each part in the order in which they were added.</summary>
    internal IEnumerable<List<NewObservation>> Parts()
    {
        foreach (var shelf in _shelves)
        {
            var rows = new List<NewObservation>();
            foreach (var block in shelf.Blocks(_file))
                using (var reader = new BinaryReader(block))
                    while (block.Position < block.Length)
                        rows.Add(_format.Read(reader));
            yield return rows;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        foreach (var shelf in _shelves)
            shelf.Dispose();
    }

    /// <summary>The rows of one part: blocks in the file, the last one in memory.</summary>
    private sealed class Shelf : IDisposable
    {
        private const int BlockSize = 1 << 14;

        private readonly MemoryStream _block = new();
        private readonly List<(long Start, int Length)> _spilled = [];

        internal Shelf() => Writer = new BinaryWriter(_block);

        internal BinaryWriter Writer { get; }

        internal void SpillTo(FileStream file)
        {
            if (_block.Length < BlockSize)
                return;
            _spilled.Add((file.Length, (int)_block.Length));
            file.Seek(0, SeekOrigin.End);
            _block.WriteTo(file);
            _block.SetLength(0);
        }

        internal IEnumerable<MemoryStream> Blocks(FileStream file)
        {
            foreach (var (start, length) in _spilled)
            {
                var bytes = new byte[length];
                file.Position = start;
                file.ReadExactly(bytes);
                yield return new MemoryStream(bytes);
            }
            yield return new MemoryStream(_block.ToArray());
        }

        public void Dispose() => Writer.Dispose();
    }
}
