using System.Buffers.Binary;
using System.IO.Compression;

namespace Ingest.Sources.Http;

/// <summary>Unpacks gzip and makes sure that it was all there: the platform's stream takes the end of its input for the end of the content.</summary>
/// <remarks>The last four bytes of the format say how long the content is; a body of several members is not expected from a server.</remarks>
internal sealed class GzipContent : ReadOnlyStream
{
    private readonly TailStream _packed;
    private readonly GZipStream _unpacked;
    private uint _length;

    internal GzipContent(Stream packed) => _unpacked = new GZipStream(_packed = new TailStream(packed), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">The content is damaged or stops short.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _unpacked.ReadAsync(buffer, cancellationToken);
        _length = unchecked(_length + (uint)read);
        return read > 0 || buffer.IsEmpty || _packed.Length4 == _length ? read : throw new InvalidDataException("The gzip content stops short.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Remembers the last bytes that went through.</summary>
    private sealed class TailStream(Stream content) : ReadOnlyStream
    {
        private readonly byte[] _last = new byte[4];

        internal uint Length4 => BinaryPrimitives.ReadUInt32LittleEndian(_last);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await content.ReadAsync(buffer, cancellationToken);
            var kept = Math.Min(read, _last.Length);
            _last.AsSpan(kept).CopyTo(_last);
            buffer.Span[(read - kept)..read].CopyTo(_last.AsSpan(_last.Length - kept));
            return read;
        }
    }
}
