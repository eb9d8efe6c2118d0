using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>
/// Sections that say in a price file what its calculation does. A file that asks for something else is refused rather
/// than computed otherwise than it says.
/// </summary>
internal static class PriceSections
{
    private static readonly Dictionary<string, string> s_tenors = new() { ["T1"] = "(0,5]", ["T2"] = "(5,8]", ["T3"] = "(8,inf)" };
    private static readonly Dictionary<string, string> s_ratings = new() { ["AAA"] = "AAA", ["AAP"] = "AA+ and below or unrated" };

    private static readonly string[] s_order = ["class_matched_movement(product)", "all_items_matched_movement", "carry_forward"];

    internal static IReadOnlyCollection<string> TenorBands => s_tenors.Keys;

    internal static IReadOnlyCollection<string> RatingBands => s_ratings.Keys;

    internal static void Check(Section file)
    {
        file.Recorded("district_edition", "weights_provisional");
        file.RecordedSection("price", "concept", "irr", "include", "exclude", "perpetual_tenor", "observation_unit", "time");
        file.RecordedSection("quality", "primary", "check", "min_obs", "window_quarters");
        file.Inside("bands", s =>
        {
            CheckBands(s, "tenor", s_tenors);
            CheckBands(s, "rating", s_ratings);
        });
        file.Inside("elementary", s => s.ValueOrNull("formula", Kind.OneOf(("amount_weighted_unit_value", true))));
        file.Inside("aggregation", s =>
        {
            s.Recorded("link", "analytical");
            _ = s.ValueOrNull("headline", Kind.OneOf(("lowe_annual_chain", true)));
        });
        _ = file.Each("companions", s => s.Code("code") + s.Text("name_zh") + s.TextOrNull("name_en") + s.Text("unit"));
    }

    internal static void CheckOrder(Section emptyCell)
    {
        var order = emptyCell.Texts("order").Select(o => o.Text).ToList();
        if (order.Count > 0 && !order.SequenceEqual(s_order))
            emptyCell.Fault("order", $"空单元的估算顺序只能是：{string.Join("、", s_order)}。", $"Empty cells are imputed in this order alone: {string.Join(", ", s_order)}.");
    }

    private static void CheckBands(Section bands, string key, Dictionary<string, string> known)
    {
        foreach (var (band, text, line) in bands.Pairs(key, (s, k) => s.Text(k)))
            if (known.GetValueOrDefault(band) != text)
                bands.Faults.Add(line, $"分档 {band} 的定义“{text}”无法计算。", $"Band {band} defined as '{text}' cannot be computed.");
    }
}
