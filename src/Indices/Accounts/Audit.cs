namespace Indices.Accounts;

/// <summary>Who does something, and from where.</summary>
/// <param name="Name">Account, or the part of the program that acts by itself.</param>
/// <param name="Address">Network address; null when the program acts by itself.</param>
public sealed record Actor(string Name, string? Address = null)
{
    public static implicit operator Actor(string name) => new(name);
}

/// <summary>One line of the audit log.</summary>
/// <param name="Action">What was done, as a short code such as <c>release.approve</c>.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Result"><c>ok</c>, or why not.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Action, string Subject, string Result, string? Address)
{
    /// <summary>Of something that was done.</summary>
    public static AuditEntry Done(DateTimeOffset at, Actor by, string action, string subject) => new(at, by.Name, action, subject, "ok", by.Address);
}

/// <summary>What to look for; null matches everything.</summary>
/// <param name="By">Exact name, in any case.</param>
/// <param name="From">First instant that counts.</param>
/// <param name="Before">First instant that counts no more.</param>
/// <param name="Text">Part of the subject, the result or the address; Latin letters in any case.</param>
public sealed record AuditFilter(string? By = null, string? Action = null, DateTimeOffset? From = null, DateTimeOffset? Before = null, string? Text = null);

/// <param name="Lines">Newest first.</param>
/// <param name="Total">Lines that match, on this page and off it.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Lines, long Total);

/// <summary>Where the log ended at some time: noted elsewhere, it proves that nothing was cut off since.</summary>
/// <param name="Row">Number of the last row, from 1.</param>
/// <param name="Hash">Its keyed hash, in lower-case hexadecimal.</param>
public sealed record AuditHead(long Row, string Hash);

/// <summary>What a check of the whole log found.</summary>
/// <param name="Rows">Rows that were there.</param>
/// <param name="Broken">The first row that is not as it was written; null when all are.</param>
public sealed record AuditVerification(long Rows, AuditBreak? Broken);

/// <param name="Row">Number of the row, from 1.</param>
public sealed record AuditBreak(long Row, AuditFault Fault);

public enum AuditFault
{
    /// <summary>Changed, moved or put in: its hash is not that of its content after the rows before it.</summary>
    Altered,
    /// <summary>Gone, though later rows are there.</summary>
    Missing,
    /// <summary>Another row than the one that was there when the head was noted.</summary>
    Replaced,
    /// <summary>Gone with everything after it, though a head that was noted had it.</summary>
    CutOff,
}

public interface IAuditReader
{
    /// <param name="skip">Matching lines to leave out, newest first.</param>
    Task<AuditPage> Find(AuditFilter filter, int skip, int count, CancellationToken cancellation = default);

    /// <summary>The codes of actions that occur, in order.</summary>
    Task<IReadOnlyList<string>> Actions(CancellationToken cancellation = default);

    /// <summary>Null when nothing has been logged.</summary>
    Task<AuditHead?> Head(CancellationToken cancellation = default);

    /// <summary>Reads the whole log and recomputes every hash.</summary>
    /// <param name="noted">Heads from earlier days; without them a tail that was cut off cannot be missed.</param>
    Task<AuditVerification> Verify(IReadOnlyCollection<AuditHead> noted, CancellationToken cancellation = default);
}

public interface IAuditWriter
{
    /// <summary>Appends one line. What changes data appends its own, in the same transaction.</summary>
    Task Record(AuditEntry entry, CancellationToken cancellation = default);
}
