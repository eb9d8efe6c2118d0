using Indices.Provenance;

namespace Indices.Intake;

/// <summary>A document whose bytes are kept and of which nothing has gone in yet: somebody is to look at it first.</summary>
/// <param name="Reason">Why values were entered or corrected by hand; empty for files.</param>
/// <param name="Decision">Null while it waits.</param>
public sealed record PendingDocument(long Id, RawDocument Document, string Reason, PendingDecision? Decision);

/// <param name="Reason">Why warnings were accepted or the document was cancelled; may be empty.</param>
public sealed record PendingDecision(bool IsAccepted, string Reason, string By, DateTimeOffset At);
