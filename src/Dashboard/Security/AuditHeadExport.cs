using Indices.Time;

namespace Dashboard.Security;

/// <summary>Notes the end of the audit log at each start and at each midnight of the office, in the file and in the program's log, which may be kept elsewhere.</summary>
internal sealed class AuditHeadExport(AuditHeads heads, TimeProvider time, ILogger<AuditHeadExport> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            await Note(now, stoppingToken);
            var wait = OfficeClock.At(OfficeClock.DayOf(now).AddDays(1).ToDateTime(TimeOnly.MinValue)) - time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, stoppingToken);
        }
    }

    private async Task Note(DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            if (await heads.Note(now, cancellation) is { } head)
                log.LogInformation("审计日志末行 Head of the audit log: {Row}:{Hash}", head.Row, head.Hash);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "未能记录审计日志末行。The head of the audit log could not be noted.");
        }
    }
}
