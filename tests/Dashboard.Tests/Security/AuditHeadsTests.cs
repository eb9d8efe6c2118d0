using Dashboard.Security;
using Indices.Accounts;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dashboard.Tests.Security;

public sealed class AuditHeadsTests : IDisposable
{
    private readonly StaffRoom _room = new();
    private readonly AuditHeads _heads;

    public AuditHeadsTests() => _heads = new AuditHeads(_room.Log, _room.Options);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Noted_BeforeAnything_IsEmpty()
    {
        Assert.Null(await _heads.Note(_room.Clock.GetUtcNow(), Cancellation));
        Assert.Empty(await _heads.Noted(Cancellation));
    }

    [Fact]
    public async Task Noted_LineThatIsNoHead_IsRefusedByItsNumber()
    {
        await File.WriteAllTextAsync(_room.Options.AuditHeadsFile, "2026-11-24T00:00:00Z 1 abc\nrubbish\n", Cancellation);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => _heads.Noted(Cancellation));

        Assert.Contains("Line 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AtStartAndAtMidnightOfTheOffice_NotesTheHead()
    {
        await _room.Add("wang", Role.Operator);
        using var export = new AuditHeadExport(_heads, _room.Clock, NullLogger<AuditHeadExport>.Instance);
        await export.StartAsync(Cancellation);
        await Until(1);
        await _room.Add("li", Role.Operator);

        // 04:00 UTC is noon at the office.
        _room.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Single(await _heads.Noted(Cancellation));
        _room.Clock.Advance(TimeSpan.FromSeconds(1));
        await Until(2);

        Assert.Equal([1, 2], (await _heads.Noted(Cancellation)).Select(h => h.Row));
        Assert.Null((await _room.Log.Verify(await _heads.Noted(Cancellation), Cancellation)).Broken);
        await export.StopAsync(Cancellation);
    }

    public void Dispose() => _room.Dispose();

    private async Task Until(int heads)
    {
        while ((await _heads.Noted(Cancellation)).Count < heads)
            await Task.Yield();
    }
}
