namespace Ingest.Sources.Tables;

/// <summary>
/// Inflates parts of an archive within bounds. Bytes are counted as they come out: the sizes that an archive states of
/// itself may lie.
/// </summary>
internal sealed class InflationGuard
{
    internal const long MostBytes = 100L << 20;
    private const int HighestRatio = 100;

    // Small parts repeat themselves a lot and harm nobody.
    private const long RatioFrom = 1 << 20;

    private long _inflated;

    /// <summary>A part as it is inflated; reading it throws <see cref="UnreadableWorkbookException"/> beyond the bounds.</summary>
    internal Stream Watch(Stream part, long compressed) => new Watched(this, part, Math.Max(1, compressed));

    private void Count(int bytes, long ofPart, long compressed)
    {
        _inflated += bytes;
        if (_inflated > MostBytes)
            throw new UnreadableWorkbookException($"解压后超过{MostBytes >> 20} MB。", $"More than {MostBytes >> 20} MB when inflated.");
        if (ofPart > RatioFrom && ofPart / compressed > HighestRatio)
            throw new UnreadableWorkbookException($"压缩比超过{HighestRatio}倍，不是正常的工作簿。", $"Inflates more than {HighestRatio} times, which no ordinary workbook does.");
    }

    private sealed class Watched(InflationGuard guard, Stream part, long compressed) : Stream
    {
        private long _read;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var bytes = part.Read(buffer);
            guard.Count(bytes, _read += bytes, compressed);
            return bytes;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            part.Dispose();
            base.Dispose(disposing);
        }
    }
}
