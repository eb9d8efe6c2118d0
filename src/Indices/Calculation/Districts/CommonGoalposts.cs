using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Calculation.Elementwise;
using Indices.Calculation.Panel;
using Indices.Methodology;

namespace Indices.Calculation.Districts;

/// <summary>
/// Goalposts that all areas share (methodology, section 9): the least and the greatest value in the goalpost period, each
/// moved outwards by a share of the range between them.
/// </summary>
internal static class CommonGoalposts
{
    /// <summary>Adds the goalposts of one edition to what is frozen already; frozen ones stay.</summary>
    /// <param name="edition">Made by <see cref="DistrictEdition"/>.</param>
    internal static FrozenParameters Resolve(IndexMethodology edition, DistrictInputs inputs, FrozenParameters known, ICollection<Warning> warnings)
    {
        var numbers = known.Values.ToDictionary();
        foreach (var indicator in edition.Root.Indicators)
        {
            var (worst, best) = (FrozenParameters.Worst(edition.Version, indicator.Code), FrozenParameters.Best(edition.Version, indicator.Code));
            if (numbers.ContainsKey(worst) && numbers.ContainsKey(best))
                continue;
            var values = Values(edition, indicator, inputs);
            var scale = Widened(IndicatorScale.MinMax(values.SelectMany(v => v).ToArray(), indicator.Direction), edition.District!.Widening, indicator.Scale);
            if (Remark(indicator, values) is { } remark)
                warnings.Add(remark);
            // Equal goalposts score nothing.
            if (double.IsFinite(scale.Worst) && double.IsFinite(scale.Best) && scale.Worst != scale.Best)
                (numbers[worst], numbers[best]) = (scale.Worst, scale.Best);
        }
        return new(numbers.ToFrozenDictionary());
    }

    /// <summary>Transformed values in the goalpost period, area by area.</summary>
    private static ImmutableArray<ImmutableArray<double>> Values(IndexMethodology edition, Indicator indicator, DistrictInputs inputs)
    {
        var periods = edition.District!.GoalpostPeriod.Split(edition.Frequency).Select(p => Availability.OwnPeriod(indicator, p)).Distinct().ToList();
        return [.. inputs.Areas.Select(area =>
        {
            var transformed = new TransformChain(indicator, inputs.Catalogue, new SeriesReader(inputs.Snapshot, inputs.Catalogue, area)).Build();
            return periods.Select(transformed).OfType<Reading>().Select(reading => reading.Value)
                .Where(x => indicator.Scale == GoalpostScale.Linear || x > 0.0).ToImmutableArray();
        })];
    }

    /// <summary>W − c (B − W) and B + c (B − W), of logarithms on a log scale, where they stay above zero.</summary>
    private static IndicatorScale Widened(IndicatorScale scale, double share, GoalpostScale kind)
    {
        if (kind == GoalpostScale.Linear)
            return new(Outwards(scale.Worst, scale.Best), Outwards(scale.Best, scale.Worst));
        var (worst, best) = (DeterministicLog.Of(scale.Worst), DeterministicLog.Of(scale.Best));
        return new(DeterministicExp.Of(Outwards(worst, best)), DeterministicExp.Of(Outwards(best, worst)));

        double Outwards(double end, double other) => end + share * (end - other);
    }

    private static Warning? Remark(Indicator indicator, ImmutableArray<ImmutableArray<double>> values)
    {
        if (values.SelectMany(v => v).Distinct().Count() < 2)
            return new(
                $"{indicator.Name.Chinese}：阈值期各地区没有两个不同的数值，无法确定共同阈值",
                $"{indicator.Name.In(true)}: the areas have no two different values in the goalpost period; there are no common goalposts");
        var missing = values.Count(v => v.IsEmpty);
        return missing == 0 ? null : new(
            $"{indicator.Name.Chinese}：阈值期有{missing}个地区缺数，共同阈值按其余地区确定",
            $"{indicator.Name.In(true)}: {missing} areas have no value in the goalpost period; the common goalposts rest on the others");
    }
}
