using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>Reads the tree of a composite index: pillars to any depth, indicators at the leaves.</summary>
internal sealed class TreeReader
{
    private readonly Section _file;
    private readonly Codes _codes;
    private readonly Frequency _frequency;
    private readonly IndicatorReader _indicators;
    private readonly Aggregation _within;
    private readonly Aggregation _across;

    internal TreeReader(
        Section file, References references, Frequency frequency, ImmutableArray<GoalpostRuleMeaning> goalpostRules, Dictionary<string, int> lines)
    {
        (_file, _frequency, _codes) = (file, frequency, new Codes(file.Faults, lines));
        var (within, across) = (Aggregation.Arithmetic, Aggregation.Geometric);
        file.Inside("aggregation", s => (within, across) = (AggregationReader.Read(s, "within_pillar", within), AggregationReader.Read(s, "across_pillars", across)));
        (_within, _across) = (within, across);
        _indicators = new IndicatorReader(
            references, frequency, CarryForward(file), [.. goalpostRules.Select(r => r.Code)], file.Has("base"), lines);
    }

    internal IndexGroup Read()
    {
        var code = _file.Code("code");
        _codes.Add(code, _file.LineOf("code"));
        _ = _file.Text("name_zh");
        var (children, aggregation) = Children(_file, code);
        var root = new IndexGroup(code, HeaderReader.Name(_file, code), Weight.One, aggregation, children);
        CheckLowFrequency(root);
        return root;
    }

    private Child Group(Section section)
    {
        var code = section.Code("code");
        _codes.Add(code, section.LineOf("code"));
        var weight = ReadWeight(section);
        var (children, aggregation) = Children(section, code);
        return new(
            new IndexGroup(
                code, HeaderReader.Name(section, code), weight ?? default, AggregationReader.Read(section, "aggregation", aggregation), children),
            weight);
    }

    private Child Indicator(Section section)
    {
        var code = section.Code("code");
        _codes.Add(code, section.LineOf("code"));
        var weight = ReadWeight(section);
        return new(_indicators.Read(section, code, weight ?? default), weight);
    }

    private (ImmutableArray<IndexNode> Children, Aggregation Default) Children(Section section, string code)
    {
        var hasPillars = section.Has("pillars");
        if (hasPillars == section.Has("indicators"))
        {
            section.Faults.Add(section.LineOf("code"), $"{code} 应有“pillars”或“indicators”之一。", $"{code} must have either 'pillars' or 'indicators'.");
            return ([], _within);
        }
        var key = hasPillars ? "pillars" : "indicators";
        var children = section.Each<Child>(key, hasPillars ? Group : Indicator);
        WeightSum.Check(section, key, code, [.. children.Select(c => c.Weight)]);
        return ([.. children.Select(c => c.Node)], hasPillars ? _across : _within);
    }

    private static Weight? ReadWeight(Section section)
    {
        if (!section.Has("weight"))
            _ = section.Text("weight");
        return section.ValueOrNull("weight", Kind.Weight);
    }

    private static PeriodLimits CarryForward(Section file)
    {
        var usual = new PeriodLimits(Annual: 1, Quarterly: 2, Monthly: 3);
        return file.InOrNull("missing", s =>
        {
            _ = s.ValueOrNull("policy", Kind.OneOf(("carry_forward_then_class_mean", true)));
            s.Recorded("then", "after_that");
            return usual.Read(s, "carry_forward_limit");
        }) ?? usual;
    }

    /// <summary>Section 3.4: a quarter may not move mostly because of values that are a year old.</summary>
    private void CheckLowFrequency(IndexGroup root)
    {
        var usual = Weight.TryParse(_frequency == Frequency.Monthly ? "0.25" : "0.35")!.Value;
        var limit = _file.Value("low_frequency_weight_max", Kind.Weight, usual);
        var sum = EffectiveWeights.Of(root)
            .Where(e => e.Indicator.Frequency < _frequency)
            .Aggregate(Weight.Zero, (total, e) => total + e.Weight);
        if (sum > limit)
            _file.Fault(
                _file.Has("low_frequency_weight_max") ? "low_frequency_weight_max" : "freq",
                $"低频指标的有效权重合计 {sum}，超过上限 {limit}。",
                $"Indicators of lower frequency carry {sum} of effective weight, more than the limit {limit}.");
    }

    private sealed record Child(IndexNode Node, Weight? Weight);
}
