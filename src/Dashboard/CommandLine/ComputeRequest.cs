using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>What the compute command was asked for.</summary>
/// <param name="Methodologies">Files of the versions of one index, in any order.</param>
/// <param name="Area">Null: every area found.</param>
/// <param name="Last">Newest period; null: the newest that the data reach.</param>
/// <param name="AsOf">Only what was known then; null: everything in the file.</param>
internal sealed record ComputeRequest(
    IReadOnlyList<string> Methodologies,
    string? Observations,
    string? Deals,
    string? Catalogue,
    string Out,
    string? Area,
    Period? Last,
    Vintage? AsOf)
{
    /// <summary>When the release before was calculated; null: its change is not explained.</summary>
    internal Vintage? PreviousAsOf { get; init; }

    /// <summary>Reference period that is to read 100; null: the methodology's own base.</summary>
    internal Period? Rebase { get; init; }
}
