using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Districts;

/// <summary>Everything that a district edition depends on. Equal inputs give equal results to the last bit.</summary>
/// <param name="Versions">Versions of the index itself, oldest first; those before the first edition without a gap are left aside.</param>
/// <param name="Areas">Codes of the areas compared, in the order of the results; the goalposts are common to them.</param>
/// <param name="Last">Newest period to compute, in the edition's frequency.</param>
/// <param name="Goalposts">Frozen numbers, as <see cref="DistrictResult.Goalposts"/> gave them; those that are not there are found in the data.</param>
public sealed record DistrictInputs(
    ImmutableArray<IndexMethodology> Versions,
    Catalogue Catalogue,
    Snapshot Snapshot,
    ImmutableArray<string> Areas,
    Period Last,
    FrozenParameters Goalposts);
