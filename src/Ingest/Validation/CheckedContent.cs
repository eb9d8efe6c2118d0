using Indices.Observations;
using Indices.Provenance;
using Ingest.Sources;

namespace Ingest.Validation;

/// <summary>A document as read and checked.</summary>
/// <param name="Good">Rows that nothing stands against, in file order.</param>
/// <param name="Held">Rows that a rule warns of, in file order.</param>
/// <param name="Findings">By row.</param>
internal sealed record CheckedContent(
    RawDocument Document,
    IReadOnlyList<NewObservation> Good,
    IReadOnlyList<NewObservation> Held,
    IReadOnlyList<DealRow> Deals,
    IReadOnlyList<RowFault> Findings)
{
    /// <summary>What was known of its series when it was checked.</summary>
    internal StoredHistory Stored { get; init; } = StoredHistory.Nothing;

    /// <summary>Its source wants all of a document or nothing of it.</summary>
    internal bool IsAllOrNothing { get; init; }

    /// <summary>Nothing of it goes in by itself.</summary>
    internal bool IsKeptOut => IsAllOrNothing && Findings.Any(f => f.Kind != FindingKind.Notice);

    internal IEnumerable<RowFault> Warnings => Findings.Where(f => f.Kind == FindingKind.Warning);

    /// <summary>Its warnings are not for one person alone.</summary>
    internal bool NeedsTwo => Warnings.Any(w => FindingCodes.NeedsTwo(w.Code));

    internal IEnumerable<RowFault> Errors => Findings.Where(f => f.Kind == FindingKind.Error);

    /// <summary>Every row that can go in, in file order.</summary>
    internal IReadOnlyList<NewObservation> All => [.. Good.Concat(Held).OrderBy(o => o.Row)];

    /// <summary>What goes in by itself: held rows wait in the quarantine.</summary>
    internal ParsedDocument WithoutHeld => Parsed(Good, Findings);

    /// <summary>What goes in once somebody has accepted every warning.</summary>
    internal ParsedDocument WithHeld => Parsed(All, Findings.Where(f => f.Kind != FindingKind.Warning));

    private ParsedDocument Parsed(IReadOnlyList<NewObservation> observations, IEnumerable<RowFault> findings) =>
        new(Document, observations, [.. Deals.Select(d => d.Deal)], [.. findings.Select(f => f.In(Document))]);
}
