using Indices.Time;

namespace Indices.Methodology;

/// <summary>The edition of an index that compares districts (methodology, section 9); <see cref="DistrictEdition"/> makes it.</summary>
/// <param name="Frequency">Of the edition, not above that of the index.</param>
/// <param name="GoalpostPeriod">The areas' least and greatest values in it are where the goalposts come from; not shorter than a period of the edition.</param>
/// <param name="Widening">Share of the range by which each end is moved outwards.</param>
/// <param name="AreRanksPublished">False: ranks are for the compilers alone.</param>
public sealed record DistrictRule(Frequency Frequency, Period GoalpostPeriod, double Widening, bool AreRanksPublished);
