using Dapper;
using Dashboard.Security;
using Indices.Accounts;
using Indices.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class VerifyAuditCommandTests : IDisposable
{
    private readonly CommandRun _command = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VerifyAudit_IntactLog_SaysSo()
    {
        await Log(3);

        Assert.Equal(0, await _command.Run("verify-audit", "--data", _command.Out));
        Assert.Contains("has 3 rows, all as they were written", _command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAudit_TailCutAfterItsHeadWasNoted_NamesTheFirstRowThatIsGone()
    {
        var (_, heads) = await Log(3);
        await heads.Note(DateTimeOffset.UnixEpoch, Cancellation);
        Cut(3);

        Assert.Equal(1, await _command.Run("verify-audit", "--data", _command.Out));
        Assert.Contains("第 3 行起被截去", _command.Error, StringComparison.Ordinal);
        Assert.Contains("Cut off from row 3 on", _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAudit_WithAHeadThatWasKeptElsewhere_FindsTheTailCutWithItsOwnFile()
    {
        var (log, _) = await Log(3);
        var head = (await log.Head(Cancellation))!;
        Cut(2);

        Assert.Equal(0, await _command.Run("verify-audit", "--data", _command.Out));
        Assert.Equal(1, await _command.Run("verify-audit", "--data", _command.Out, "--head", $"{head.Row}:{head.Hash}"));
        Assert.Contains("Cut off from row 2 on", _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAudit_WithAHeadThatIsNone_IsRefusedByItsText()
    {
        Assert.Equal(2, await _command.Run("verify-audit", "--data", _command.Out, "--head", "three"));
        Assert.Contains("--head three", _command.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _command.Dispose();

    private async Task<(IAuditReader Log, AuditHeads Heads)> Log(int rows)
    {
        await using var services = Open();
        services.GetRequiredService<IStorageMigrator>().Migrate();
        for (var i = 0; i < rows; i++)
            await services.GetRequiredService<IAuditWriter>().Record(AuditEntry.Done(DateTimeOffset.UnixEpoch, "wang", "test", "x"), Cancellation);
        var log = Open().GetRequiredService<IAuditReader>();
        return (log, new AuditHeads(log, new StaffOptions(_command.Out)));
    }

    private ServiceProvider Open()
    {
        Directory.CreateDirectory(_command.Out);
        return new ServiceCollection().AddIndicesStorage(new StorageOptions(Path.Combine(_command.Out, "statistics.db"))).BuildServiceProvider();
    }

    private void Cut(int row)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_command.Out, "statistics.db")};Pooling=False");
        connection.Open();
        connection.Execute("DROP TRIGGER audit_log_stays; DELETE FROM audit_log WHERE id >= @row", new { row });
    }
}
