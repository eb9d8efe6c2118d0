using Indices.Observations;
using Indices.Provenance;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class ConcurrentWriterTests : IDisposable
{
    private const int Writers = 4;
    private const int Transactions = 200;

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_TwoProcessesOfFourWritersWithReadersBeside_NoneIsRefused()
    {
        using var other = _store.Open();
        using var done = new CancellationTokenSource();
        var readers = new[] { _store.Services, other }.Select(p => Task.Run(() => ReadUntil(p, done.Token), Cancellation)).ToList();
        var writers = new[] { _store.Services, other }.SelectMany((p, process) =>
            Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(p, $"{process}-{writer}"), Cancellation)));

        await Task.WhenAll(writers);
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        var reader = _store.Get<IObservationReader>();
        Assert.Equal(2 * Writers * Transactions / 2, (await reader.Documents(int.MaxValue, Cancellation)).Count);
        Assert.Equal(2 * Writers * Transactions / 2, (await _store.Get<IJobRunReader>().Recent(int.MaxValue, cancellation: Cancellation)).Count);
        Assert.Equal(2 * Writers * Transactions / 2, (await reader.ReadSnapshot([], Sample.Day(1), Cancellation)).Observations.Count());
    }

    public void Dispose() => _store.Dispose();

    private static async Task Write(IServiceProvider process, string writer)
    {
        var observations = process.GetRequiredService<IObservationWriter>();
        var runs = process.GetRequiredService<IJobRunWriter>();
        for (var i = 0; i < Transactions / 2; i++)
        {
            await runs.Start("load", "manual", Sample.Noon, Sample.Noon, writer, Cancellation);
            var value = Sample.Value($"{i}", Sample.Day(1), Sample.Series with { Area = writer }, Sample.Quarter.Plus(i));
            await observations.Append(Sample.Document($"{writer}-{i}.csv", value), Cancellation);
        }
    }

    private static async Task<int> ReadUntil(IServiceProvider process, CancellationToken done)
    {
        var reads = 0;
        do
        {
            Assert.NotNull(await process.GetRequiredService<IObservationReader>().Latest(20, Cancellation));
            reads++;
        }
        while (!done.IsCancellationRequested);
        return reads;
    }
}
