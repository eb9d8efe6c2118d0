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

    public ImmutableArray<Currency> Currencies { get; init; } = [];

    /// <summary>The area that the others lie in; null where there is none.</summary>
    public Area? City => Areas.FirstOrDefault(a => a.IsCity);

    /// <summary>The area whose series is read for an area: for what is common to all areas, the city's.</summary>
    public string AreaOf(string series, string area) => Denominators.Any(d => d.Code == series && d.IsCommon)
        ? City?.Code ?? area : area;

    /// <summary>Codes of the series that a transform needs beside the indicator's own.</summary>
    public IEnumerable<string> SeriesOf(Transform transform) => transform switch
    {
        { Kind: TransformKind.Exchange } => Currencies.Where(c => c.Code == transform.Denominator).SelectMany(c => new[] { c.Average, c.End }),
        { Denominator: { } code } => [code],
        _ => [],
    };
}

/// <param name="IsCity">True for the area that the indices are compiled for; the others are its districts.</param>
public sealed record Area(string Code, LocalText Name, bool IsCity);

public sealed record Agency(string Code, LocalText Name);

/// <summary>A series that ratios, per-head figures and spreads are taken against.</summary>
/// <param name="Interpolate">Annual, at year's end, and linear between year-ends (resident population).</param>
public sealed record Denominator(string Code, LocalText Name, string Unit, Time.Frequency Frequency, bool Interpolate)
{
    /// <summary>One series, kept under the city, serves every area: a national total, an exchange or interest rate.</summary>
    public bool IsCommon { get; init; }
}

/// <summary>A foreign currency: yuan for one unit of it, as two series of <see cref="Catalogue.Denominators"/>.</summary>
/// <param name="Average">Average central parity of the period, at which flows are converted.</param>
/// <param name="End">Central parity at the period's end, at which stocks are.</param>
public sealed record Currency(string Code, LocalText Name, string Average, string End);
