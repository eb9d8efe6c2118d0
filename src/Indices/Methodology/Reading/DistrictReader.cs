using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>Reads the rules of the district edition (methodology, section 9). Without <c>district_edition</c> there is none.</summary>
internal static class DistrictReader
{
    // Half the weight, and a quarter of the range at each end.
    private const double LeastWeight = 0.5;
    private const double Widening = 0.25;

    private static readonly Kind<double> s_widening = Kind.Number.Where(n => n >= 0, "非负数", "0 or a positive number");
    private static readonly Kind<bool> s_output = Kind.OneOf(("score", true), ("own_base_index", true));

    internal static DistrictRule? Read(Section file, Frequency indexFrequency, IndexGroup root, BaseRule? usual)
    {
        var (least, widening, ranks, period) = (LeastWeight, Widening, false, usual?.Period);
        file.Inside("district", s =>
        {
            s.Recorded("goalposts", "scale_free");
            _ = s.Values("output", s_output);
            least = s.Value("min_effective_weight", Kind.Share, least);
            widening = s.Value("goalpost_widening", s_widening, widening);
            ranks = s.Value("rank_published", Kind.Flag, ranks);
            period = s.ValueOrNull("goalpost_period", Kind.Period) ?? period;
        });
        if (file.ValueOrNull("district_edition", Kind.Frequency) is not { } frequency)
            return null;
        if (frequency > indexFrequency)
            file.Fault("district_edition", "区县版的频率高于指数。", "The district edition is more frequent than the index.");
        CheckWeight(file, root, least);
        if (period is { } found && found.Frequency <= frequency)
            return new(frequency, found, widening, ranks);
        file.Fault("district_edition", "区县版须有阈值期“goalpost_period”或“base”，且不短于一期。", "The district edition needs 'goalpost_period' or 'base', not shorter than its periods.");
        return null;
    }

    private static void CheckWeight(Section file, IndexGroup root, double least)
    {
        var kept = EffectiveWeights.Of(root).Where(e => e.Indicator.DistrictTransforms is not null)
            .Aggregate(Weight.Zero, (sum, e) => sum + e.Weight);
        if (kept.Value < least)
            file.Fault(
                "district_edition",
                $"有区县数据的指标的有效权重合计 {kept}，低于 {least}。",
                $"Indicators with district data carry {kept} of effective weight, less than {least}.");
    }
}
