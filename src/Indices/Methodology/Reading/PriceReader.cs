using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>Reads the groups and cells of a price index, and the rules that make a price of them (methodology, section 11).</summary>
internal sealed class PriceReader
{
    private readonly Section _file;
    private readonly Frequency _frequency;
    private readonly Frequency? _collected;
    private readonly Codes _codes;
    private readonly CellReader _cells;

    internal PriceReader(Section file, References references, Frequency frequency, Frequency collected, Dictionary<string, int> lines)
    {
        _collected = collected > frequency ? collected : null;
        (_file, _frequency, _codes) = (file, frequency, new Codes(file.Faults, lines));
        _cells = new CellReader(references, _codes);
        PriceSections.Check(file);
    }

    internal (IndexGroup Root, PriceRules Rules) Read()
    {
        var code = _file.Code("code");
        _codes.Add(code, _file.LineOf("code"));
        _ = _file.Text("name_zh");
        if (!_file.Has("pillars"))
            _ = _file.Text("pillars");
        var groups = _file.Each("pillars", Group);
        var headline = groups.Where(g => g.IsHeadline).ToImmutableArray();
        var byAmount = headline.SelectMany(g => g.Cells).Any(c => c.Amount is not null);
        CheckWeights(code, groups, byAmount);
        foreach (var product in headline.GroupBy(g => g.Product))
            CellReader.CheckOverlaps(_file.Faults, [.. product.SelectMany(g => g.Cells)]);
        var root = new IndexGroup(
            code, HeaderReader.Name(_file, code), Weight.One, Aggregation.Arithmetic,
            [.. groups.Select(g => new IndexGroup(g.Code, g.Name, g.Weight ?? Weight.Zero, Aggregation.Arithmetic, []))]);
        return (root, Rules(groups));
    }

    private PriceGroup Group(Section s)
    {
        var code = s.Code("code");
        _codes.Add(code, s.LineOf("code"));
        var isHeadline = s.Value("headline", Kind.Flag, true);
        var group = new PriceGroup(
            code, HeaderReader.Name(s, code), isHeadline, s.ValueOrNull("weight", Kind.Weight),
            (isHeadline ? s.Text("product") : s.TextOrNull("product")) ?? "", s.Each("indicators", _cells.Read), s);
        if (group.Cells.IsEmpty)
            s.Fault("indicators", $"{code} 下没有任何成分。", $"There is nothing under {code}.");
        if (!isHeadline && group.Weight is not null && group.Weight != Weight.Zero)
            s.Fault("weight", $"{code} 不属于总指数，权重应为 0。", $"{code} is outside the headline; its weight must be 0.");
        return group;
    }

    private void CheckWeights(string code, ImmutableArray<PriceGroup> groups, bool byAmount)
    {
        foreach (var group in groups.Where(g => !g.IsHeadline || !byAmount))
        {
            CheckCells(group, "weight", c => c.Weight is not null && c.Amount is null);
            WeightSum.Check(group.Section, "indicators", group.Code, [.. group.Cells.Select(c => c.Weight)]);
        }
        if (!byAmount)
            CheckGroupWeights(code, groups);
        else
            foreach (var group in groups.Where(g => g.IsHeadline))
                CheckAmounts(group);
    }

    private static void CheckAmounts(PriceGroup group)
    {
        CheckCells(group, "amount", c => c.Amount is not null && c.Weight is null);
        if (group.Weight is not null)
            group.Section.Fault("weight", $"{group.Code} 的权重由各项“amount”决定，不应给出。", $"{group.Code} must not have a weight: its amounts are the weights.");
    }

    private static void CheckCells(PriceGroup group, string key, Func<ReadCell, bool> isRight)
    {
        foreach (var cell in group.Cells.Where(c => !c.IsUnreadable && !isRight(c)))
            group.Section.Faults.Add(cell.Line, $"{cell.Code} 应给出“{key}”，且只给这一种权重。", $"{cell.Code} must give '{key}' and no other kind of weight.");
    }

    private void CheckGroupWeights(string code, ImmutableArray<PriceGroup> groups)
    {
        foreach (var group in groups.Where(g => g.IsHeadline && !g.Section.Has("weight")))
            _ = group.Section.Text("weight");
        WeightSum.Check(_file, "pillars", code, [.. groups.Where(g => g.IsHeadline).Select(g => g.Weight)]);
    }

    private PriceRules Rules(ImmutableArray<PriceGroup> groups)
    {
        var (years, observed) = (default(int?), 0.5);
        _file.Inside("weights", s =>
        {
            s.Recorded("note");
            if (s.Value("source", Kind.OneOf(("file", false), ("deals", true))))
                years = s.Value("years", Kind.PositiveWhole);
        });
        var disclosure = _file.InOrNull("disclosure", s =>
        {
            observed = s.Value("observed_weight_min", Kind.Share, observed);
            return Disclosure(s);
        });
        var (included, excluded) = PriceSections.Concept(_file);
        return new(Cells(groups, true), years, MaximumImputations(), observed, disclosure ?? new(3, 3, 0.75, 0.9))
        {
            Satellites = Cells(groups, false),
            CollectionFrequency = _collected,
            Hedonic = HedonicReader.Read(_file),
            Included = included,
            Excluded = excluded,
            Companions = PriceSections.Companions(_file),
        };
    }

    private static ImmutableArray<PriceCell> Cells(ImmutableArray<PriceGroup> groups, bool isHeadline) =>
        [.. groups.Where(g => g.IsHeadline == isHeadline).SelectMany(g => g.Cells.Select(c => c.In(g)))];

    private int MaximumImputations()
    {
        var limits = new PeriodLimits(Annual: 1, Quarterly: 2, Monthly: 6);
        return (_file.InOrNull("empty_cell", s =>
        {
            PriceSections.CheckOrder(s);
            _ = s.ValueOrNull("then", Kind.OneOf(("dormant_until_next_link", true)));
            return limits.Read(s, "max_consecutive");
        }) ?? limits).Of(_frequency);
    }

    private static DisclosureRule Disclosure(Section s)
    {
        s.Recorded("applies_to");
        _ = s.ValueOrNull("secondary", Kind.OneOf(("complement_rule", true)));
        return new(
            s.Value("min_deals", Kind.PositiveWhole), s.Value("min_entities", Kind.PositiveWhole),
            s.Value("top1_max", Kind.Share), s.Value("top2_max", Kind.Share));
    }
}
