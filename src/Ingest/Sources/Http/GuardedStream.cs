namespace Ingest.Sources.Http;

/// <summary>Content of an answer as it arrives, with a limit to its length and to the wait between two pieces.</summary>
internal sealed class GuardedStream(Stream content, FetchOptions options, TimeProvider time) : ReadOnlyStream
{
    private long _length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var idle = new CancellationTokenSource(options.Idle, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            var read = await content.ReadAsync(buffer, either.Token);
            _length += read;
            return _length <= options.LargestBytes ? read : throw TooLarge(options);
        }
        catch (OperationCanceledException stalled) when (idle.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var seconds = options.Idle.TotalSeconds;
            throw new FetchException($"内容传到一半停了 {seconds} 秒，已放弃。", $"The content stalled for {seconds} s; given up.", stalled);
        }
    }

    internal static FetchException TooLarge(FetchOptions options) => new(
        $"内容超过 {options.LargestBytes >> 20} MB，已拒绝。", $"The content is larger than {options.LargestBytes >> 20} MB; refused.");
}
