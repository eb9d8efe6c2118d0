using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Acts whose effect lies outside the database of the log.</summary>
internal static class LoggedFirst
{
    /// <summary>Writes the line, then acts: nothing happens without it. An act that is refused or cannot be kept gets a second line, and throws on.</summary>
    internal static async Task Before(this IAuditWriter log, AuditEntry line, Func<Task> act, CancellationToken cancellation)
    {
        await log.Record(line, cancellation);
        try
        {
            await act();
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException)
        {
            await log.Record(line with { Result = "failed" }, cancellation);
            throw;
        }
    }
}
