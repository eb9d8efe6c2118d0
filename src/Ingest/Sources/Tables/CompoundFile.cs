using System.Buffers.Binary;
using System.Text;

namespace Ingest.Sources.Tables;

/// <summary>The container of XLS files: finds one stream in it. Chains that run in a circle or out of the file are refused.</summary>
internal sealed class CompoundFile
{
    private const int EndOfChain = -2;
    private const int EntrySize = 128;

    private readonly byte[] _bytes;
    private readonly int _sectorSize;
    private readonly int[] _table;
    private readonly byte[] _directory;

    internal CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        var shift = Word(bytes, 0x1E);
        if (shift is < 7 or > 16)
            throw Damaged();
        _sectorSize = 1 << shift;
        _table = Table();
        _directory = Chain(Integer(bytes, 0x30));
    }

    internal static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) && bytes.Length >= 512;

    /// <summary>The content of a stream; null when there is none of that name.</summary>
    internal byte[]? Find(string name)
    {
        for (var at = 0; at + EntrySize <= _directory.Length; at += EntrySize)
            if (NameAt(at) == name)
                return Content(at);
        return null;
    }

    private byte[] Content(int entry)
    {
        var (start, size) = (Integer(_directory, entry + 0x74), Integer(_directory, entry + 0x78));
        if (size < 0 || size > _bytes.Length)
            throw Damaged();
        var content = size < Integer(_bytes, 0x38) ? Small(start) : Chain(start);
        return content.Length < size ? throw Damaged() : content.AsSpan(0, size).ToArray();
    }

    // Short streams share the stream of the root entry in sectors of their own.
    private byte[] Small(int start)
    {
        var size = 1 << Math.Min(Word(_bytes, 0x20), 12);
        var within = Chain(Integer(_directory, 0x74));
        var table = Chain(Integer(_bytes, 0x3C));
        using var content = new MemoryStream();
        for (var (sector, left) = (start, within.Length / size); sector != EndOfChain; sector = Integer(table, sector * 4), left--)
        {
            if (left < 0 || sector < 0 || (long)(sector + 1) * size > within.Length || (long)sector * 4 + 4 > table.Length)
                throw Damaged();
            content.Write(within, sector * size, size);
        }
        return content.ToArray();
    }

    private byte[] Chain(int start)
    {
        using var content = new MemoryStream();
        for (var (sector, left) = (start, _table.Length); sector != EndOfChain; sector = _table[sector], left--)
        {
            if (left < 0 || sector < 0 || sector >= _table.Length)
                throw Damaged();
            content.Write(Sector(sector));
        }
        return content.ToArray();
    }

    private int[] Table()
    {
        var table = new List<int>();
        var sectors = Enumerable.Range(0, 109).Select(i => Integer(_bytes, 0x4C + i * 4)).ToList();
        for (var (next, left) = (Integer(_bytes, 0x44), _bytes.Length / _sectorSize); next >= 0; left--)
        {
            if (left < 0)
                throw Damaged();
            var more = Sector(next);
            for (var i = 0; i < _sectorSize - 4; i += 4)
                sectors.Add(BinaryPrimitives.ReadInt32LittleEndian(more[i..]));
            next = BinaryPrimitives.ReadInt32LittleEndian(more[(_sectorSize - 4)..]);
        }
        foreach (var sector in sectors.Where(s => s >= 0).Take(_bytes.Length / _sectorSize))
            for (var i = 0; i < _sectorSize; i += 4)
                table.Add(BinaryPrimitives.ReadInt32LittleEndian(Sector(sector)[i..]));
        return [.. table];
    }

    // The last sector may be cut short.
    private ReadOnlySpan<byte> Sector(int sector)
    {
        var from = (sector + 1L) * _sectorSize;
        if (from >= _bytes.Length)
            throw Damaged();
        var part = _bytes.AsSpan((int)from, (int)Math.Min(_sectorSize, _bytes.Length - from));
        if (part.Length == _sectorSize)
            return part;
        var whole = new byte[_sectorSize];
        part.CopyTo(whole);
        return whole;
    }

    private string NameAt(int entry) => Word(_directory, entry + 0x40) is var length and >= 2 and <= 64
        ? Encoding.Unicode.GetString(_directory, entry, length - 2) : "";

    private static int Integer(byte[] bytes, int at) => at + 4 <= bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)) : throw Damaged();

    private static int Word(byte[] bytes, int at) => at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)) : throw Damaged();

    private static UnreadableWorkbookException Damaged() => new("工作簿已损坏。", "The workbook is damaged.");
}
