using Indices.Provenance;

namespace Ingest.Jobs;

/// <summary>What a job says of its run; the one listener writes it down.</summary>
/// <param name="Counts">In words for staff.</param>
internal sealed record JobReport(JobOutcome Outcome, string? Counts)
{
    internal static JobReport Unchanged { get; } = new(JobOutcome.Unchanged, null);
}
