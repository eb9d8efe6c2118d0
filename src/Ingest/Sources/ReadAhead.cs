using System.Threading.Channels;

namespace Ingest.Sources.Csv;

/// <summary>Has a sequence run on a thread of its own, some steps ahead of whoever reads it.</summary>
internal static class ReadAhead
{
    private const int Together = 1024;
    private const int Waiting = 8;

    /// <returns>The same in the same order, and what the sequence throws; leaving early stops it.</returns>
    internal static IEnumerable<T> Of<T>(IEnumerable<T> source)
    {
        using var stop = new CancellationTokenSource();
        var batches = Channel.CreateBounded<T[]>(Waiting);
        var reading = Task.Run(() => Read(source, batches.Writer, stop.Token));
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

    private static async Task Read<T>(IEnumerable<T> source, ChannelWriter<T[]> batches, CancellationToken stop)
    {
        try
        {
            foreach (var batch in source.Chunk(Together))
                await batches.WriteAsync(batch, stop);
            batches.Complete();
        }
        catch (Exception failure)
        {
            batches.Complete(failure);
        }
    }
}
