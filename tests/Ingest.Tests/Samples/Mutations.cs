using System.IO.Compression;

namespace Ingest.Tests.Samples;

/// <summary>Damages samples at random, always the same for the same seed: bytes of texts and containers, and the parts inside workbooks.</summary>
internal sealed class Mutations(IReadOnlyList<byte[]> samples, int seed)
{
    private const int LargestPart = 1 << 18;

    private static readonly byte[][] s_pieces =
    [
        .. new[]
        {
            ",", "\t", "\"", "\n", "\r\n", "单位：万元", "2024年1—9月", "同比±%", "累计", "(", "％", "…", "1e999", "-", "９", "境内外股权融资额", "杭州市", "注：",
            "<f>1</f>", "<v>1E308</v>", "r=\"XFD1048576\"", "t=\"e\"", "<!DOCTYPE a>", "&#x0;", "hidden=\"1\"", "s=\"99\"", "<c/>", "]]>",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x81, 0x30, 0x81, 0x30], [0xFF, 0xFF, 0xFF, 0x7F], [0xFE, 0xFF, 0xFF, 0xFF],
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next damaged file.</summary>
    internal byte[] Next()
    {
        var sample = samples[_random.Next(samples.Count)];
        return IsArchive(sample) && _random.Next(4) > 0 ? InsideOf(sample) : Damaged(sample);
    }

    private static bool IsArchive(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    private byte[] InsideOf(byte[] archive)
    {
        try
        {
            using var from = new ZipArchive(new MemoryStream(archive));
            var chosen = from.Entries[_random.Next(from.Entries.Count)];
            if (chosen.Length > LargestPart)
                return Damaged(archive);
            var whole = new MemoryStream();
            using (var to = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
                foreach (var entry in from.Entries.Where(e => e.Length <= LargestPart))
                {
                    using var content = new MemoryStream();
                    using (var part = entry.Open())
                        part.CopyTo(content);
                    using var written = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                    written.Write(entry == chosen ? Damaged(content.ToArray()) : content.ToArray());
                }
            return whole.ToArray();
        }
        catch (InvalidDataException)
        {
            return Damaged(archive);
        }
    }

    private byte[] Damaged(byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var times = _random.Next(1, 6); times > 0; times--)
            Change(changed);
        return [.. changed];
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 1 + Math.Min(64, bytes.Count + 1)), bytes.Count - at);
        switch (_random.Next(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when bytes.Count > 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, s_pieces[_random.Next(s_pieces.Length)]);
                break;
        }
    }
}
