using Indices.Methodology;

namespace Ingest.Demo;

/// <summary>
/// A believable path for an indicator about which nothing is told: between its goalposts, at a pace of its own. For
/// goalposts that are multiples of the base year's mean the path crosses 1 in the base year, at a level that goes with
/// the unit.
/// </summary>
internal sealed class PathModel(Story story)
{
    private const double Lowest = 0.04;
    private const double Highest = 1.3;

    /// <summary>In the unit of the indicator after its transforms, from the year before the first on.</summary>
    /// <param name="index">Code of the index that holds it; sets the pace.</param>
    /// <param name="baseYear">Year in which relative goalposts are anchored.</param>
    public YearPath Of(Indicator indicator, string index, int baseYear)
    {
        var told = story.Of(indicator.Code);
        var path = told.Path is { } values
            ? new YearPath(story.FirstYear - 1, values)
            : BetweenGoalposts(indicator, index, baseYear);
        return told.Cumulative ? path.Rising() : path;
    }

    private YearPath BetweenGoalposts(Indicator indicator, string index, int baseYear)
    {
        var random = DemoRandom.Named(story.Seed, indicator.Code, "path");
        var level = LevelOf(indicator, random);
        var (worst, best) = (NumberOf(indicator.Worst, level), NumberOf(indicator.Best, level));
        var start = indicator.Worst.BaseMultiple is null ? random.Between(0.3, 0.6) : PositionOf(level, worst, best, indicator.Scale);
        return Positions(index, baseYear, start, random)
            .Select((_, g) => ValueAt(Math.Clamp(g, Lowest, Highest), worst, best, indicator.Scale));
    }

    private YearPath Positions(string index, int baseYear, double start, DemoRandom random)
    {
        var pace = story.Pace.GetValueOrDefault(index, story.Pace["default"]) + story.PaceSpread * random.Normal();
        var shocks = story.Shocks.GetValueOrDefault(index) ?? [];
        var first = story.FirstYear - 1;
        var positions = new List<double>();
        var lasting = 0.0;
        for (var year = first; year <= story.LastYear; year++)
        {
            lasting = lasting / 2 + shocks.GetValueOrDefault(year) + story.YearSpread * random.Normal();
            positions.Add(start + pace * (year - baseYear) + (year == baseYear ? 0 : lasting));
        }
        return new(first, positions);
    }

    private double LevelOf(Indicator indicator, DemoRandom random) =>
        story.Of(indicator.Code).Base
        ?? story.BaseByUnit.GetValueOrDefault(indicator.Unit, 100) * random.Between(0.7, 1.4);

    private static double NumberOf(Goalpost goalpost, double level) =>
        goalpost.Number ?? goalpost.BaseMultiple!.Value * level;

    private static double PositionOf(double value, double worst, double best, GoalpostScale scale) =>
        scale == GoalpostScale.Log
            ? Math.Log(value / worst) / Math.Log(best / worst)
            : (value - worst) / (best - worst);

    private static double ValueAt(double g, double worst, double best, GoalpostScale scale) =>
        scale == GoalpostScale.Log
            ? worst * Math.Pow(best / worst, g)
            : worst + g * (best - worst);
}
