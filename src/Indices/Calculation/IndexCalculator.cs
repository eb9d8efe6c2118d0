using Indices.Calculation.Composite;
using Indices.Calculation.Districts;
using Indices.Calculation.Prices;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>The one entry to both engines. Pure: no clock, file, network or random source.</summary>
public static class IndexCalculator
{
    /// <summary>Computes every period up to <see cref="IndexInputs.Last"/> that the data allow.</summary>
    public static IndexResult Calculate(IndexInputs inputs) =>
        inputs.Versions[0].IsPrice ? PriceIndex.Calculate(inputs) : new CompositeIndex(inputs).Result;

    /// <summary>Computes the district edition of a composite index for many areas at once (methodology, section 9).</summary>
    /// <exception cref="ArgumentException">The newest version has no district edition, or no area is given.</exception>
    public static DistrictResult CalculateDistricts(DistrictInputs inputs) => DistrictCalculator.Calculate(inputs);

    /// <summary>
    /// Splits the change since the release before into new data, revised data, method change and coverage, by indicator and
    /// exactly (methodology, sections 6 and 7).
    /// </summary>
    /// <param name="before">What the release before was calculated from.</param>
    /// <param name="from">The period of the release before.</param>
    /// <param name="after">What is known and in force now.</param>
    /// <param name="to">The period calculated now, not before <paramref name="from"/>.</param>
    /// <returns>Null for a price index, whose cells are withheld, and when the index has no value at one of the ends.</returns>
    public static ChangeExplanation? Explain(IndexInputs before, Period from, IndexInputs after, Period to) =>
        after.Versions[0].IsPrice ? null : PublishedChange.Explain(before, from, after, to);
}
