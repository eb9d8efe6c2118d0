using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Lab;

/// <summary>One index as the lab sees it: its units, their values, and what was published of them.</summary>
/// <param name="UnitsAreAreas">True: areas in one period, which can be ranked. False: periods of one area.</param>
/// <param name="Raw">Transformed values in each indicator's own unit and direction; NaN where missing.</param>
/// <param name="Values">The same, in natural logarithms where the methodology scores on them.</param>
/// <param name="Scores">Between the methodology's goalposts.</param>
/// <param name="IsNegative">Of each indicator: less is better.</param>
/// <param name="Targets">Best goalpost of each indicator, as <paramref name="Values"/>; NaN when there is none.</param>
/// <param name="Published">Index of each unit as the engine computes it for publication, in index points; NaN when it has none.</param>
/// <param name="Names">Of every node of the tree, in its order.</param>
public sealed record LabSubject(
    string Index,
    string Version,
    bool UnitsAreAreas,
    LabTree Tree,
    UnitTable Raw,
    UnitTable Values,
    UnitTable Scores,
    ImmutableArray<bool> IsNegative,
    ImmutableArray<double> Targets,
    ImmutableArray<double> Published,
    ImmutableArray<LocalText> Names)
{
    /// <summary>Worst origin of all inputs.</summary>
    public Origin Origin { get; private init; }

    /// <param name="version">The version to look at.</param>
    /// <param name="results">Of the index; one for each area.</param>
    /// <exception cref="UndefinedResultException">No unit has any value.</exception>
    public static LabSubject Of(IndexMethodology version, IReadOnlyList<IndexResult> results)
    {
        var units = LabUnit.Of(version, results);
        var subject = units.Count == 0 ? null
            : version.IsPrice ? PriceSubject.Of(version, results[0], units) : CompositeSubject.Of(version, units, areAreas: results.Count > 1);
        return subject is { Raw.IsEmpty: false } ? subject with { Origin = results.Max(result => result.Origin) }
            : throw new UndefinedResultException($"{version.Code} {version.Version}没有可用的数据。", $"There are no data of {version.Code} {version.Version}.");
    }
}
