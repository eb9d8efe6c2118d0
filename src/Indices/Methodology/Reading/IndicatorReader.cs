using System.Collections.Immutable;
using Indices.Methodology.Yaml;
using Indices.Time;

namespace Indices.Methodology.Reading;

/// <summary>Reads a leaf of a composite index.</summary>
/// <param name="goalpostRules">Rules that the file names; empty accepts any.</param>
/// <param name="hasBase">Whether multiples of the base year mean anything.</param>
/// <param name="lines">Receives the lines of targets.</param>
internal sealed class IndicatorReader(
    References references,
    Frequency frequency,
    PeriodLimits carryForward,
    IReadOnlyCollection<string> goalpostRules,
    bool hasBase,
    Dictionary<string, int> lines)
{
    private static readonly Kind<bool> s_stock = Kind.OneOf(("stock", true), ("flow", false));
    private static readonly Kind<Direction> s_direction = Kind.OneOf(("positive", Direction.Positive), ("negative", Direction.Negative));
    private static readonly Kind<GoalpostScale> s_scale = Kind.OneOf(("linear", GoalpostScale.Linear), ("log", GoalpostScale.Log));
    private static readonly Kind<Alignment> s_alignment = Kind.OneOf(
        ("native", Alignment.Native), ("step_release", Alignment.StepRelease), ("step_reference", Alignment.StepReference));
    private static readonly Kind<bool> s_yearOnYear = Kind.OneOf(("published_comparable", true), ("computed", false));

    internal Indicator Read(Section s, string code, Weight weight)
    {
        s.Recorded("measure", "publish_level", "notes");
        var own = s.Value("freq", Kind.Frequency, frequency);
        var scale = s.Value("scale", s_scale, GoalpostScale.Linear);
        var direction = s.Value("direction", s_direction, Direction.Positive);
        var goalposts = new GoalpostReader(s, scale, hasBase);
        goalposts.Check(direction);
        var transforms = TransformReader.Read(s, "transform", references);
        return new(
            code, HeaderReader.Name(s, code), weight, s.TextOrNull("definition") ?? "", s.TextOrNull("unit") ?? "",
            own, s.Value("stock_flow", s_stock, true), direction, references.Agency(s, "source_agency", false),
            s.Values("clauses", Kind.PositiveWhole), transforms, scale, goalposts.Worst, goalposts.Best, GoalpostRule(s),
            s.Value("cap_at_best", Kind.Flag, false), s.Value("carry_forward_limit", Kind.Whole, carryForward.Of(own)),
            s.Value("due_lag_days", Kind.Whole, 0), Align(s, own), YearOnYearIsPublished(s, transforms),
            s.TextOrNull("availability"), s.TextOrNull("confidentiality"), Target(s, code))
        {
            ChineseDefinition = s.TextOrNull("definition_zh"),
            DistrictTransforms = InDistricts(s, transforms),
            RevisionSigma = s.ValueOrNull("revision_sigma", UncertaintyReader.Sigma),
        };
    }

    private ImmutableArray<Transform>? InDistricts(Section s, ImmutableArray<Transform> transforms)
    {
        var isPart = s.Value("district", Kind.Flag, false);
        if (!s.Has("district_transform"))
            return isPart ? transforms : null;
        if (!isPart)
            s.Fault("district_transform", "有“district_transform”而没有“district: true”。", "'district_transform' is given without 'district: true'.");
        return TransformReader.Read(s, "district_transform", references);
    }

    private string GoalpostRule(Section s)
    {
        var rule = s.TextOrNull("goalpost_rule") ?? "";
        if (rule.Length > 0 && goalpostRules.Count > 0 && !goalpostRules.Contains(rule))
            s.Fault("goalpost_rule", $"“goalpost_rules”中没有“{rule}”。", $"'goalpost_rules' does not name '{rule}'.");
        return rule;
    }

    private Alignment Align(Section s, Frequency own)
    {
        var alignment = s.Value("align", s_alignment, Alignment.Native);
        if (frequency == default)
            return alignment;
        if (own > frequency)
            s.Fault("freq", "指标的频率高于指数。", "The indicator is more frequent than the index.");
        else if (own == frequency != (alignment == Alignment.Native))
            s.Fault(
                s.Has("align") ? "align" : "freq",
                "频率与指数相同的指标用 native，较低的用 step_release 或 step_reference。",
                "An indicator of the index's frequency is 'native'; one of lower frequency is 'step_release' or 'step_reference'.");
        return alignment;
    }

    private static bool YearOnYearIsPublished(Section s, IEnumerable<Transform> transforms)
    {
        if (s.Has("yoy_source") && !transforms.Any(t => t.Kind == TransformKind.YearOnYear))
            s.Fault("yoy_source", "有“yoy_source”而没有 yoy 变换。", "'yoy_source' is given without the transform yoy.");
        return s.Value("yoy_source", s_yearOnYear, false);
    }

    private string? Target(Section s, string code)
    {
        var target = s.TextOrNull("target");
        if (target is not null)
            lines[$"target/{code}"] = s.LineOf("target");
        return target;
    }
}
