using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Districts;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.CommandLine;

/// <summary>Computes the district edition of an index from files alone.</summary>
internal static class DistrictRun
{
    /// <exception cref="BadInputException">The newest version has no district edition, or the file has nothing for it.</exception>
    internal static DistrictResult Result(ComputeRun run, Period? asked)
    {
        if (run.Newest.District is not { } rule)
            throw new BadInputException($"--district: 指数{run.Index.Code}没有区县版。", $"Index {run.Index.Code} has no district edition.");
        var areas = Areas(run);
        var last = asked ?? NewestComplete(run, areas, rule.Frequency);
        if (last?.Frequency != rule.Frequency || areas.IsEmpty)
            throw new BadInputException(
                $"--district: 没有区县数据满一期，或--last的频率不是{rule.Frequency.Code()}。",
                $"No data of districts for a whole period, or --last is not of frequency {rule.Frequency.Code()}.");
        return IndexCalculator.CalculateDistricts(new(run.Versions, run.Catalogue, run.Snapshot, areas, last.Value, FrozenParameters.None));
    }

    /// <summary>The districts of the catalogue; without one, every area in the data that the index is not compiled for itself.</summary>
    private static ImmutableArray<string> Areas(ComputeRun run) => run.Catalogue.Areas.IsEmpty
        ? [.. run.AreasFound.Where(area => !run.Index.Areas.Contains(area))]
        : [.. run.Catalogue.Areas.Where(a => !a.IsCity).Select(a => a.Code)];

    /// <summary>A year is not computed while its last quarter is still to come.</summary>
    private static Period? NewestComplete(ComputeRun run, ImmutableArray<string> areas, Frequency frequency)
    {
        var indicators = run.Newest.Root.Indicators.Where(i => i.DistrictTransforms is not null).Select(i => i.Code).ToHashSet();
        var ends = run.Snapshot.Observations.Where(o => indicators.Contains(o.Series.Indicator) && areas.Contains(o.Series.Area)).Select(o => o.Period.End).ToList();
        if (ends.Count == 0)
            return null;
        var newest = Period.Containing(ends.Max(), frequency);
        return newest.End > ends.Max() ? newest.Plus(-1) : newest;
    }
}
