using System.Threading.Channels;

namespace Ingest.Sources;

/// <summary>Has a sequence run on a thread of its own, some steps ahead of whoever reads it.</summary>
internal static class ReadAhead
{
    /// <param name="together">Steps that are handed over at once; many where each is small.</param>
    /// <param name="waiting">Hand-overs that may wait to be read.</param>
    /// <returns>The same in the same order, and what the sequence throws; leaving early stops it.</returns>
    internal static IEnumerable<T> Of<T>(IEnumerable<T> source, int together, int waiting)
    {
        using var stop = new CancellationTokenSource();
        var batches = Channel.CreateBounded<T[]>(waiting);
        var reading = Task.Run(() => Read(source, together, batches.Writer, stop.Token));
        try
        {
            foreach (var batch in batches.Reader.ReadAllAsync().ToBlockingEnumerable())
                foreach (var item in batch)
                    yield return item;
        }
        finally
        {
            stop.Cancel();
            reading.Wait();
        }
    }

    private static async Task Read<T>(IEnumerable<T> source, int together, ChannelWriter<T[]> batches, CancellationToken stop)
    {
        try
        {
            foreach (var batch in source.Chunk(together))
                await batches.WriteAsync(batch, stop);
            batches.Complete();
        }
        catch (Exception failure)
        {
            batches.Complete(failure);
        }
    }
}
