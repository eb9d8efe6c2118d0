using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>Rules that hold for a whole index. What a file leaves out is as in the methodology: sections 2.4, 4 and 8.</summary>
/// <remarks>A frequency of 0 means that the file names none, which is a fault already; nothing is then held against it.</remarks>
internal static class RulesReader
{
    private static readonly Normalisation s_efficacy = new(60, 40, -1, 2);
    private static readonly CoverageRule s_coverage = new(0.8, 0.5, 0.9, 1e-9);

    /// <summary>A price index has no scores.</summary>
    internal static Normalisation NoScore { get; } = new(0, 1, null, null);

    /// <summary>Both caps are optional once the section is given.</summary>
    internal static Normalisation Normalisation(Section file) => file.InOrNull("normalisation", s =>
    {
        _ = s.ValueOrNull("method", Kind.OneOf(("efficacy_fixed_goalposts", true)));
        var rule = new Normalisation(
            s.Value("a", Kind.Number), s.Value("b", Kind.PositiveNumber), s.ValueOrNull("g_min", Kind.Number), s.ValueOrNull("g_max", Kind.Number));
        if (rule.GMin >= rule.GMax)
            s.Fault("g_min", "“g_min”应小于“g_max”。", "'g_min' must be less than 'g_max'.");
        return rule;
    }) ?? s_efficacy;

    internal static BaseRule? Base(Section file, Frequency frequency, bool isPrice) => file.InOrNull("base", s =>
    {
        _ = s.ValueOrNull("method", Kind.OneOf(("mean_of_periods", true), ("arithmetic mean of the year's periods", true)));
        var periods = BasePeriods(s);
        if (frequency != default && periods[0].Frequency > frequency)
            s.Fault(s.Has("periods") ? "periods" : "period", $"基期“{periods[0]}”短于指数的一期。", $"Base period '{periods[0]}' is shorter than a period of the index.");
        return new BaseRule(periods[0], s.Value("value", Kind.PositiveNumber)) { Count = periods.Length, Fallback = Fallback(s, periods[^1], isPrice) };
    });

    private static ImmutableArray<Period> BasePeriods(Section s)
    {
        if (!s.Has("periods"))
            return [s.Value("period", Kind.Period)];
        var periods = s.Values("periods", Kind.Period);
        if (s.Has("period"))
            s.Fault("periods", "“period”和“periods”只能给出一个。", "Either 'period' or 'periods', not both.");
        if (!periods.IsEmpty && Neighbours.Are(periods))
            return periods;
        s.Fault("periods", "“periods”应为同频率、连续并按先后排列的各期。", "'periods' must be periods of one frequency that follow one another.");
        return [periods.FirstOrDefault()];
    }

    private static FallbackBase? Fallback(Section s, Period last, bool isPrice)
    {
        var (fallback, below) = (s.ValueOrNull("fallback_period", Kind.Period), s.ValueOrNull("fallback_if_backcast_coverage_below", Kind.Share));
        if (fallback is null && below is null)
            return null;
        if (!isPrice)
            s.Fault("fallback_period", "只有价格指数可以有备用基期。", "Only a price index can have a fallback base period.");
        else if (fallback is null || below is null)
            s.Fault(fallback is null ? "fallback_if_backcast_coverage_below" : "fallback_period",
                "“fallback_period”和“fallback_if_backcast_coverage_below”必须同时给出。", "'fallback_period' and 'fallback_if_backcast_coverage_below' must be given together.");
        else if (fallback.Value.Frequency != last.Frequency || fallback <= last)
            s.Fault("fallback_period", $"备用基期“{fallback}”须与基期同长，且在其后。", $"Fallback base period '{fallback}' must be as long as the base period and come after it.");
        return new(fallback ?? last, below ?? 0);
    }

    internal static CoverageRule Coverage(Section file) => file.InOrNull("coverage", s => new CoverageRule(
        s.Value("index_min", Kind.Share, s_coverage.IndexMinimum),
        s.Value("pillar_min", Kind.Share, s_coverage.PillarMinimum),
        s.Value("low_reliability_below", Kind.Share, s_coverage.LowReliabilityBelow),
        s.Value("epsilon", Kind.PositiveNumber, s_coverage.Epsilon))) ?? s_coverage;

    internal static Rounding Rounding(Section file) => file.InOrNull("rounding", s =>
    {
        _ = s.ValueOrNull("mode", Kind.OneOf(("half_away_from_zero", true)));
        _ = s.ValueOrNull("additivity", Kind.OneOf(("largest_remainder", true)));
        var decimals = Kind.Whole.Where(n => n <= 12, "0 到 12 的整数", "a whole number from 0 to 12");
        return new Rounding(s.Value("index", decimals, 2), s.Value("contribution", decimals, 2));
    }) ?? new(2, 2);

    internal static RevisionWindow Revision(Section file, Frequency frequency) => file.InOrNull("revision", s =>
    {
        s.Recorded("annual_window", "vintages", "correction");
        var part = s.ValueOrNull("annual_window_part", Kind.PositiveWhole);
        if (frequency != default && part > (int)frequency)
            s.Fault("annual_window_part", $"“annual_window_part”应为 1 到 {(int)frequency}。", $"'annual_window_part' must be from 1 to {(int)frequency}.");
        return new RevisionWindow(s.Value("open_window", Kind.PositiveWhole, OpenWindow(frequency)), part);
    }) ?? new(OpenWindow(frequency), null);

    internal static ReleaseRule? Release(Section file) => file.InOrNull("release", s =>
    {
        s.Recorded("calendar");
        _ = s.ValueOrNull("roll", Kind.OneOf(("following", true)));
        return new ReleaseRule(
            s.Value("lag_days", Kind.Whole), s.ValueOrNull("lag_days_q4", Kind.Whole), s.Value("time", Kind.TimeOfDay), s.Text("tz"));
    });

    private static int OpenWindow(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 13,
        Frequency.Quarterly => 5,
        _ => 2,
    };
}

internal sealed record RevisionWindow(int OpenWindow, int? AnnualWindowPart);
