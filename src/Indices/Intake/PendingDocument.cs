using Indices.Provenance;

namespace Indices.Intake;

/// <summary>A document whose bytes are kept and of which nothing has gone in yet: somebody is to look at it first.</summary>
/// <param name="Reason">Why values were entered or corrected by hand; empty for files.</param>
/// <param name="Decision">Null while it waits.</param>
public sealed record PendingDocument(long Id, RawDocument Document, string Reason, PendingDecision? Decision)
{
    /// <summary>The newest; null when nobody has agreed yet.</summary>
    public Endorsement? Endorsement { get; init; }
}

/// <summary>One person agrees that values go in that look like a slip; another has to accept them.</summary>
/// <param name="Fingerprint">Of the preview that was agreed to; a preview that says anything else has not been.</param>
public sealed record Endorsement(string Fingerprint, string Reason, string By, DateTimeOffset At);

/// <param name="Reason">Why warnings were accepted or the document was cancelled; may be empty.</param>
public sealed record PendingDecision(bool IsAccepted, string Reason, string By, DateTimeOffset At)
{
    /// <summary>For whoever comes after somebody has decided.</summary>
    public static InvalidOperationException AlreadyMade() => new("这份文件已有人处理。Somebody has already decided on this document.");
}
