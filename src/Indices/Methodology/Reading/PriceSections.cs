using System.Collections.Immutable;
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
    }

    internal static ImmutableArray<Companion> Companions(Section file) =>
        file.Each("companions", s => new Companion(s.Code("code"), new(s.Text("name_zh"), s.TextOrNull("name_en")), s.Text("unit")));

    /// <summary>What the price includes and leaves out.</summary>
    internal static (ImmutableArray<LocalText> Included, ImmutableArray<LocalText> Excluded) Concept(Section file)
    {
        var (included, excluded) = (ImmutableArray<LocalText>.Empty, ImmutableArray<LocalText>.Empty);
        file.Inside("price", s =>
        {
            s.Recorded("concept", "irr", "perpetual_tenor", "observation_unit", "time");
            (included, excluded) = (Pairs(s, "include"), Pairs(s, "exclude"));
        });
        return (included, excluded);
    }

    internal static void CheckOrder(Section emptyCell)
    {
        var order = emptyCell.Texts("order").Select(o => o.Text).ToList();
        if (order.Count > 0 && !order.SequenceEqual(s_order))
            emptyCell.Fault("order", $"空单元的估算顺序只能是：{string.Join("、", s_order)}。", $"Empty cells are imputed in this order alone: {string.Join(", ", s_order)}.");
    }

    /// <summary>A list in English, and beside it the same list in Chinese.</summary>
    private static ImmutableArray<LocalText> Pairs(Section s, string key)
    {
        var (english, chinese) = (s.Texts(key), s.Texts(key + "_zh"));
        if (!chinese.IsEmpty && chinese.Length != english.Length)
            s.Fault(key + "_zh", $"“{key}_zh”有 {chinese.Length} 项，“{key}”有 {english.Length} 项。", $"'{key}_zh' has {chinese.Length} items and '{key}' has {english.Length}.");
        return [.. english.Select((e, i) => new LocalText(i < chinese.Length ? chinese[i].Text : e.Text, e.Text))];
    }

    private static void CheckBands(Section bands, string key, Dictionary<string, string> known)
    {
        foreach (var (band, text, line) in bands.Pairs(key, (s, k) => s.Text(k)))
            if (known.GetValueOrDefault(band) != text)
                bands.Faults.Add(line, $"分档 {band} 的定义“{text}”无法计算。", $"Band {band} defined as '{text}' cannot be computed.");
    }
}
