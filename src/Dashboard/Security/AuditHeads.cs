using System.Globalization;
using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Where the audit log ended, noted outside the database: what was noted once cannot be cut off unseen.</summary>
/// <remarks>One line each, oldest first: instant, number of the last row, its hash. Lines are only ever added.</remarks>
internal sealed class AuditHeads(IAuditReader log, StaffOptions options)
{
    /// <summary>Oldest first; empty when nothing was noted yet.</summary>
    /// <exception cref="InvalidOperationException">A line of the file is not a head.</exception>
    internal async Task<IReadOnlyList<AuditHead>> Noted(CancellationToken cancellation) => File.Exists(options.AuditHeadsFile)
        ? [.. (await File.ReadAllLinesAsync(options.AuditHeadsFile, cancellation)).Select(Parse)]
        : [];

    /// <summary>Notes the end of the log as it is now.</summary>
    /// <returns>Null when the log is empty.</returns>
    internal async Task<AuditHead?> Note(DateTimeOffset now, CancellationToken cancellation)
    {
        if (await log.Head(cancellation) is not { } head)
            return null;
        await File.AppendAllTextAsync(
            options.AuditHeadsFile, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd'T'HH:mm:ss'Z'} {head.Row} {head.Hash}\n"), cancellation);
        return head;
    }

    private AuditHead Parse(string line, int index) =>
        line.Split(' ') is [_, var row, var hash] && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditHead(number, hash)
            : throw new InvalidOperationException(
                $"{options.AuditHeadsFile} 第 {index + 1} 行不是日志末行记录：{line}。Line {index + 1} of {options.AuditHeadsFile} is not a head of the log: {line}.");
}
