using Indices.Observations;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class FoldersTests : IDisposable
{
    private readonly IngestRig _rig = new();

    private string Inbox => _rig.Options.Inbox;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Inbox_ListsCompleteFilesByName()
    {
        _rig.Put(Inbox, "b.csv", "b");
        _rig.Put(Inbox, "a.csv", "a");
        _rig.Put(Inbox, "half.csv.tmp", "h");
        _rig.Put(Inbox, ".hidden.csv", "h");
        _rig.Put(Path.Combine(Inbox, "done"), "old.csv", "o");
        _rig.Put(Inbox, "fresh.csv", "f", secondsAgo: 1);
        File.CreateSymbolicLink(Path.Combine(Inbox, "link.csv"), "/etc/hostname");

        Assert.Equal(["a.csv", "b.csv"], _rig.Inbox.CompleteFiles().Select(Path.GetFileName));
    }

    [Fact]
    public void Inbox_AFileStillGrowing_WaitsUntilItStandsStill()
    {
        var path = _rig.Put(Inbox, "a.csv", "one", secondsAgo: 0);
        Assert.Empty(_rig.Inbox.CompleteFiles());

        File.AppendAllText(path, "two");
        File.SetLastWriteTimeUtc(path, _rig.Clock.GetUtcNow().UtcDateTime);
        Assert.Empty(_rig.Inbox.CompleteFiles());

        Assert.Equal([path], _rig.Inbox.CompleteFiles());
    }

    [Fact]
    public void Inbox_AFileNotWrittenForTwoSeconds_IsComplete()
    {
        var path = _rig.Put(Inbox, "a.csv", "one", secondsAgo: 0);

        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([path], _rig.Inbox.CompleteFiles());
    }

    [Fact]
    public async Task Inbox_AfterLoading_MovesFilesAwayWithoutLosingANamesake()
    {
        _rig.Put(Inbox, "q.csv", Rows("0.91"));
        Assert.Equal([1], await Added(_rig.Inbox.Load("load-files", Cancellation)));
        _rig.Put(Inbox, "q.csv", Rows("0.92"));
        _rig.Put(Inbox, "r.csv", Rows("0.91"));

        var outcomes = await _rig.Inbox.Load("load-files", Cancellation).ToListAsync(Cancellation);

        Assert.Equal([false, true], outcomes.Select(o => o.Known));
        Assert.Empty(Directory.EnumerateFiles(Inbox));
        Assert.Equal(["q (2).csv", "q.csv", "r.csv"],
            Directory.EnumerateFiles(Path.Combine(Inbox, "done")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("inbox:q.csv", (await _rig.Reader.Documents(1, Cancellation))[0].Document.Address);
    }

    [Fact]
    public async Task Inbox_WhenAFileCannotBeTakenIn_KeepsItAndTakesTheOthers()
    {
        using var rig = new IngestRig(withDefinitions: false);
        var path = rig.Put(rig.Options.Inbox, "a.csv", Rows("1"));
        rig.Put(rig.Options.Inbox, "b.csv", Rows("2"));

        var failure = await Assert.ThrowsAsync<AggregateException>(async () => await Added(rig.Inbox.Load("load-files", Cancellation)));

        Assert.Equal(2, failure.InnerExceptions.Count);
        Assert.StartsWith("a.csv: ", failure.InnerExceptions[0].Message, StringComparison.Ordinal);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Seeds_AreReadInNameOrderWithTheirOrigins_AndStay()
    {
        var cited = Path.Combine(_rig.Options.SeedDirectory, "public");
        var demonstration = Path.Combine(_rig.Options.SeedDirectory, "demo");
        _rig.Put(demonstration, "2.csv", Rows("0.92"));
        _rig.Put(demonstration, "1.csv", Rows("0.91"));
        _rig.Put(cited, "9.csv", Rows("0.9"));
        _rig.Put(cited, "README.md", "not data");

        Assert.Equal([1, 1, 0], await Added(_rig.Seeds.Load("load-files", Cancellation)));
        var again = await _rig.Seeds.Load("load-files", Cancellation).ToListAsync(Cancellation);

        Assert.Equal([true, true, true], again.Select(o => o.Known));
        Assert.Equal([Origin.Public, Origin.Synthetic, Origin.Synthetic],
            (await _rig.Reader.Latest(10, Cancellation)).Select(o => o.Series.Origin).Order());
        Assert.Equal(3, Directory.EnumerateFiles(_rig.Options.SeedDirectory, "*.csv", SearchOption.AllDirectories).Count());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Rows(string value) => $"indicator,area,period,value,available_at\nI-NPL,990100,2023-Q4,{value},2024-04-0{value[^1]}\n";

    private static async Task<List<int>> Added(IAsyncEnumerable<AppendOutcome> outcomes) => await outcomes.Select(o => o.Added).ToListAsync();
}
