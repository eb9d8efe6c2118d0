using System.Collections.Immutable;

namespace Indices.Methodology;

/// <summary>Areas, agencies, denominators and target-only series that other files refer to.</summary>
public sealed record Catalogue(
    ImmutableArray<Area> Areas,
    ImmutableArray<Agency> Agencies,
    ImmutableArray<Denominator> Denominators,
    string Sha256)
{
    /// <summary>Codes of the indices in the order in which every surface lists them.</summary>
    public ImmutableArray<string> Indices { get; init; } = [];
}

/// <param name="IsCity">True for the area that the indices are compiled for; the others are its districts.</param>
public sealed record Area(string Code, LocalText Name, bool IsCity);

public sealed record Agency(string Code, LocalText Name);

/// <summary>A series that ratios, per-head figures and spreads are taken against.</summary>
/// <param name="Interpolate">Annual, at year's end, and linear between year-ends (resident population).</param>
public sealed record Denominator(string Code, LocalText Name, string Unit, Time.Frequency Frequency, bool Interpolate);
